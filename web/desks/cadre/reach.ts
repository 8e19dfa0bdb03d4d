import type { CadrePlacesInQuery, CadreWhereQuery } from '../../generated/operations';
import type { Found } from '../kit/found';

/** A community that somebody's roles reach. */
export interface Community {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** How addresses name it. */
  readonly address: string;
  /** Itself and all places above it. */
  readonly lineage: readonly string[];
}

type Roles = NonNullable<CadreWhereQuery['me']>['roles'];
type Role = Roles[number];
type Inside = Found<CadrePlacesInQuery['node']>['places']['edges'][number]['node'];
type Known = Pick<Inside, 'id' | 'name' | 'kind' | 'slug' | 'timeZone'> & {
  readonly lineage: readonly { readonly id: string }[];
};

/** The communities where somebody has a role, and those in the places where they have one. */
export function communitiesOf(roles: Roles, inside: readonly Inside[]): readonly Community[] {
  const own: readonly Known[] = roles.map(({ organisation: { place } }) => place);
  const deeper = inside.flatMap(({ places }) => places.edges.map(({ node }) => node));
  const all = new Map([...own, ...inside, ...deeper].map((each) => [each.id, each]));
  return [...all.values()]
    .filter(({ kind }) => kind === 'COMMUNITY')
    .map(({ id, name, slug, timeZone, lineage }) => ({
      ...{ id, name, timeZone, address: slug ?? id },
      lineage: lineage.map((above) => above.id),
    }));
}

/** Whether a role is held in a community or above it: only there it counts. */
export const countsIn = ({ organisation: { place } }: Role, { lineage }: Community): boolean =>
  lineage.includes(place.id);
