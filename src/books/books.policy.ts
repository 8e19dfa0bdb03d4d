import { policy } from '../api/policy';
import type { PlaceRow } from '../society/place.entity';
import { isCadre, isStoreStaff, inCommunity, mayReadBooks } from '../society/society.policy';

/** Entries name people only by their ids, so those who post them may read them too. */
export const entryReader = inCommunity(
  "Readers of the place's books, its residents' committee and its supermarket's staff.",
  (actor, at) => mayReadBooks(actor, at) || isCadre(actor, at) || isStoreStaff(actor, at),
);

/** The whole journal of a place, where the source is the place itself. */
export const journalReader = policy<PlaceRow>(
  "Auditors and officers of the place, and its foundations' board and staff.",
  ({ actor }, at) => mayReadBooks(actor, at),
);
