import { holds, type Actor } from '../kernel/actor';
import { inCommunity, mayReadBooks } from '../society/society.policy';

/** The chair or the secretary of a foundation: who opens and closes its pools. */
export function isPoolKeeper(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair', 'secretary');
}

/** The chair of a foundation: who says who decides about its pools, and how. */
export function isPoolChair(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair');
}

/** Who keeps a foundation's money. */
export function isTreasurer(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'treasurer');
}

/** Leads a body that may apply for grants: a self-organisation or a social organisation. */
export function leadsApplicant(actor: Actor): boolean {
  return actor.standings.some(
    ({ organisationKind, role }) =>
      (organisationKind === 'self_organisation' && role === 'leader') ||
      (organisationKind === 'social_organisation' && role === 'director'),
  );
}

/** Who sits on the board, by name. */
export const boardReader = inCommunity(
  "Readers of the place's books, and leaders of organisations that may apply for grants.",
  (actor, at) => mayReadBooks(actor, at) || leadsApplicant(actor),
);
