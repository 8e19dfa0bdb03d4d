import { Denied } from './refusal';

/** A role that a person holds now in an organisation, and the place that organisation sits in. */
export interface Standing {
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly role: string;
  readonly placeId: string;
}

/** A person's life as a resident of one community. */
export interface Residence {
  readonly communityId: string;
  readonly residentId: string;
}

/** Who acts: a person with standings, a stranger (no one signed in), or the system itself. */
export interface Actor {
  readonly kind: 'person' | 'stranger' | 'system';
  readonly personId: string | null;
  readonly standings: readonly Standing[];
  readonly residences: readonly Residence[];
}

export const STRANGER: Actor = { kind: 'stranger', personId: null, standings: [], residences: [] };

/** Jobs, migrations and the first seeds: never reachable from a request. */
export const SYSTEM: Actor = { kind: 'system', personId: null, standings: [], residences: [] };

/** True when the actor holds one of the roles in that organisation. */
export function holds(actor: Actor, organisationId: string, ...roles: string[]): boolean {
  return actor.standings.some(
    (standing) => standing.organisationId === organisationId && roles.includes(standing.role),
  );
}

/**
 * True when the actor holds one of the roles in an organisation of that kind which sits in one of
 * the
 * places of `lineage` (a place with everything above it).
 */
export function holdsAbove(
  actor: Actor,
  lineage: readonly string[],
  organisationKind: string,
  ...roles: string[]
): boolean {
  return actor.standings.some(
    (standing) =>
      standing.organisationKind === organisationKind &&
      roles.includes(standing.role) &&
      lineage.includes(standing.placeId),
  );
}

/**
 * The first line of a command: denies unless the policy allowed it. The system may do everything;
 * a stranger is asked to sign in.
 */
export function authorise(actor: Actor, allowed: boolean): void {
  if (actor.kind === 'system' || allowed) return;
  throw new Denied(actor.kind === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}

/** The acting person's id; denies strangers, and the system where a person must answer for it. */
export function personOf(actor: Actor): string {
  if (!actor.personId) throw new Denied('UNAUTHENTICATED');
  return actor.personId;
}
