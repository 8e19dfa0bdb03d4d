import { then } from '../api/at-once';
import { policy } from '../api/policy';
import type { Context } from '../api/context';
import { holdsAbove, type Actor } from '../kernel/actor';
import type { PlaceRow } from './place.entity';
import { placeKnown } from './place.reader';

/** A place with everything above it: as far as a policy has to look. */
export type Within = Pick<PlaceRow, 'lineage'>;

/** Officers of the street office of a place or of one above it. */
export function isOfficer(actor: Actor, at: Within): boolean {
  return holdsAbove(actor, at.lineage, 'street_office', 'officer');
}

/** Cadres of the residents' committee of a place or of one above it. */
export function isCadre(actor: Actor, at: Within): boolean {
  return holdsAbove(actor, at.lineage, 'residents_committee', 'cadre');
}

export function isAuditor(actor: Actor, at: Within): boolean {
  return holdsAbove(actor, at.lineage, 'street_office', 'auditor');
}

/** Who keeps the civil register of a place. */
export function isRegistrar(actor: Actor, at: Within): boolean {
  return isCadre(actor, at) || isOfficer(actor, at);
}

/** Who may look into the books of a place: its auditors, officers, and its foundations' people. */
export function mayReadBooks(actor: Actor, at: Within): boolean {
  return (
    isAuditor(actor, at) ||
    isOfficer(actor, at) ||
    holdsAbove(
      actor,
      at.lineage,
      'foundation',
      'chair',
      'board_member',
      'secretary',
      'treasurer',
    ) ||
    holdsAbove(actor, at.lineage, 'public_fund', 'chair', 'secretary', 'treasurer')
  );
}

/** The staff of the community's charity supermarket. */
export function isStoreStaff(actor: Actor, at: Within): boolean {
  return holdsAbove(actor, at.lineage, 'supermarket_operator', 'storekeeper', 'clerk');
}

/** Who runs the community's charity supermarket. */
export function isStorekeeper(actor: Actor, at: Within): boolean {
  return holdsAbove(actor, at.lineage, 'supermarket_operator', 'storekeeper');
}

/** A policy over the place that keeps a row's books. */
export function inCommunity<Source extends { readonly communityId: string }>(
  says: string,
  allows: (actor: Actor, at: PlaceRow, source: Source) => boolean,
) {
  return policy<Source>(says, (context: Context, source) =>
    then(
      placeKnown(context, source.communityId),
      (at) => at !== null && allows(context.actor, at, source),
    ),
  );
}

/** The raw entries behind the figures. */
export const booksReader = inCommunity(
  "Auditors and officers of the place, and its foundations' board and staff.",
  mayReadBooks,
);
