import type { Actor } from '../kernel/actor';
import type { OrganisationKind } from '../society/organisation.entity';

/** In which organisations, and in which roles there, something waits for a person. */
export interface Roles {
  readonly kind: OrganisationKind;
  readonly roles: readonly string[];
}

/** A kind of things that wait, with whom they wait for and how they are found. */
export interface Branch {
  /** By which roles somebody is waited for; or everyone at home in a community. */
  readonly roles: Roles | readonly Roles[] | 'resident';
  /**
   * Rows `(kind, communityId, id, poolId, nodeId)`. In it `:who` are the organisations in which the
   * person holds the roles (of those that reach what lies below: their places), `:own` all of
   * theirs, `:person` they themself, and `:after` and `:limit` bound the page. Of a resident `:who`
   * is who they are in the communities `:homes`, one by one.
   */
  readonly sql: string;
}

/** Who speaks for one of these speaks for it alone; others reach what lies below their place. */
const FOR_ITSELF: readonly string[] = ['foundation', 'public_fund', 'supermarket_operator'];

/** What a branch is asked with for somebody, as its `:who`; nothing: it is not asked. */
export function whoOf({ standings, residences }: Actor, { roles }: Branch): string[] {
  if (roles === 'resident') return residences.map(({ residentId }) => residentId);
  return [roles]
    .flat()
    .flatMap(({ kind, roles: names }) =>
      standings
        .filter(({ organisationKind, role }) => organisationKind === kind && names.includes(role))
        .map((held) => (FOR_ITSELF.includes(kind) ? held.organisationId : held.placeId)),
    );
}

/** The communities in which the places `:who` lie, or that lie in them: fourth in a lineage. */
export const HOME = `(select distinct reached.lineage[4] as id from place reached
    where reached.lineage && :who) home`;
