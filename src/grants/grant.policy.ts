import { holds, type Actor } from '../kernel/actor';
import type { PlaceRow } from '../society/place.entity';
import { inCommunity, mayReadBooks } from '../society/society.policy';

/** The leader of a self-organisation, or the director of a social organisation. */
export function leadsOrganisation(actor: Actor, organisationId: string): boolean {
  return holds(actor, organisationId, 'leader', 'director');
}

/** Whoever sits on a foundation's board. */
export function sitsOnBoard(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair', 'board_member');
}

/** The board and the secretary of a foundation: who looks at what a grant brought. */
export function mayAccept(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair', 'board_member', 'secretary');
}

/** The maker of a payment. */
export function isSecretary(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'secretary');
}

/** Who alone may end a grant before its time. */
export function isChair(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair');
}

function belongsTo(actor: Actor, organisationId: string): boolean {
  return actor.standings.some((standing) => standing.organisationId === organisationId);
}

/** Readers of the books of a place, and the people of the organisation that applied there. */
export function mayLookInside(actor: Actor, at: PlaceRow, organisationId: string): boolean {
  return mayReadBooks(actor, at) || belongsTo(actor, organisationId);
}

/** What the public does not see of an application: purpose, budget, reasons, names. */
export const insideApplication = inCommunity<{ communityId: string; applicantId: string }>(
  "Readers of the place's books, and the applicant's own people.",
  (actor, at, { applicantId }) => mayLookInside(actor, at, applicantId),
);

/** The same of a grant. */
export const insideGrant = inCommunity<{ communityId: string; granteeId: string }>(
  "Readers of the place's books, and the grantee's own people.",
  (actor, at, { granteeId }) => mayLookInside(actor, at, granteeId),
);
