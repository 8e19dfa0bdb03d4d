import { holds, type Actor } from '../kernel/actor';
import type { PlaceRow } from '../society/place.entity';
import { inCommunity, mayReadBooks } from '../society/society.policy';

/** Who speaks for an enterprise. */
export function isDirector(actor: Actor, enterpriseId: string): boolean {
  return holds(actor, enterpriseId, 'director');
}

/** Who declares an enterprise's figures and pays what it promised. */
export function keepsEnterprise(actor: Actor, enterpriseId: string): boolean {
  return holds(actor, enterpriseId, 'director', 'bookkeeper');
}

/** Who may see what an enterprise took and spent: itself, and who reads the books of the place. */
export function maySeeFigures(actor: Actor, enterpriseId: string, books: PlaceRow): boolean {
  return keepsEnterprise(actor, enterpriseId) || mayReadBooks(actor, books);
}

/** For a row of a declaration: whose figures they are, and in which books the promise stands. */
export const figuresReader = inCommunity<{ communityId: string; enterpriseId: string }>(
  "The enterprise's director and bookkeeper, and auditors, officers and foundations of the place.",
  (actor, books, { enterpriseId }) => maySeeFigures(actor, enterpriseId, books),
);
