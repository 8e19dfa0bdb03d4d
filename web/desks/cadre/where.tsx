import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import {
  type CadrePlaceFragment,
  CadrePlacesIn,
  CadreWhere,
  type CadreWhereQuery,
} from '../../generated/operations';
import { found } from '../kit/found';
import { Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';

/** A community that somebody's roles reach. */
export interface Community {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

type Roles = NonNullable<CadreWhereQuery['me']>['roles'];
type RoleName = Roles[number]['role'];

interface Where {
  readonly communities: readonly Community[];
  readonly here: Community | null;
  readonly go: (community: Community) => void;
  /** Whether the person holds one of these roles. */
  readonly holds: (...roles: readonly RoleName[]) => boolean;
}

const WhereContext = createContext<Where | null>(null);
const KEY = 'linli.cadre.community';

/** The community that the desk is about now, and what the person is there. */
export function useWhere(): Where {
  const held = useContext(WhereContext);
  if (!held) throw new Error('useWhere stands above WhereProvider.');
  return held;
}

/** Finds the communities that a person's roles reach; the one chosen last is shown first. */
export function WhereProvider({ children }: { readonly children: ReactNode }) {
  const read = useRead(CadreWhere, {});
  return <Shown read={read}>{({ me }) => <Reach roles={me?.roles ?? []}>{children}</Reach>}</Shown>;
}

/** Who acts for a street or a district acts for the communities in it. */
function Reach({ roles, children }: { readonly roles: Roles; readonly children: ReactNode }) {
  const places = roles.map(({ organisation: { place } }) => place);
  const wide = places.find(({ kind }) => ABOVE.includes(kind));
  const read = useRead(CadrePlacesIn, { place: wide?.id ?? '' }, !wide);
  if (!wide) return <Chosen {...{ roles, places }}>{children}</Chosen>;
  return (
    <Shown read={read}>
      {({ node }) => {
        const inside = found(node)?.places.edges.map((edge) => edge.node) ?? [];
        const deeper = inside.flatMap((each) => each.places.edges.map((edge) => edge.node));
        return (
          <Chosen {...{ roles, places: [...places, ...inside, ...deeper] }}>{children}</Chosen>
        );
      }}
    </Shown>
  );
}

const ABOVE: readonly CadrePlaceFragment['kind'][] = ['STREET', 'DISTRICT', 'CITY'];

function Chosen(props: {
  readonly roles: Roles;
  readonly places: readonly CadrePlaceFragment[];
  readonly children: ReactNode;
}) {
  const { roles, places, children } = props;
  const [kept, keep] = useState(() => localStorage.getItem(KEY));
  const communities = useMemo(() => communitiesOf(places), [places]);
  const where = useMemo<Where>(
    () => ({
      communities,
      here: communities.find(({ id }) => id === kept) ?? communities[0] ?? null,
      go: ({ id }) => {
        localStorage.setItem(KEY, id);
        keep(id);
      },
      holds: (...names) => roles.some(({ role }) => names.includes(role)),
    }),
    [communities, kept, roles],
  );
  return <WhereContext.Provider value={where}>{children}</WhereContext.Provider>;
}

/** Each once. */
function communitiesOf(places: readonly CadrePlaceFragment[]): readonly Community[] {
  const known = new Map(places.map((each) => [each.id, each]));
  return [...known.values()].filter(({ kind }) => kind === 'COMMUNITY');
}
