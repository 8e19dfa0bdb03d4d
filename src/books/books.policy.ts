import { policy } from '../api/policy';
import type { PlaceRow } from '../society/place.entity';
import {
  inCommunity,
  isAuditor,
  isCadre,
  isOfficer,
  isStoreStaff,
  mayReadBooks,
} from '../society/society.policy';

/** Entries name people only by their ids, so those who post them may read them too. */
export const entryReader = inCommunity<{ communityId: string; actorId: string | null }>(
  "Readers of the place's books, its residents' committee, its supermarket's staff, and whoever " +
    'recorded it.',
  (actor, at, { actorId }) =>
    mayReadBooks(actor, at) ||
    isCadre(actor, at) ||
    isStoreStaff(actor, at) ||
    (actorId !== null && actorId === actor.personId),
);

/** Who looks after those who record: they are told names, where other readers are told ids. */
export const supervisesBooks = inCommunity(
  'Auditors and officers of the place.',
  (actor, at) => isAuditor(actor, at) || isOfficer(actor, at),
);

/** The whole journal of a place, where the source is the place itself. */
export const journalReader = policy<PlaceRow>(
  "Auditors and officers of the place, and its foundations' board and staff.",
  ({ actor }, at) => mayReadBooks(actor, at),
);
