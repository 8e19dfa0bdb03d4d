import { policy } from '../api/policy';
import type { PlaceRow } from '../society/place.entity';
import { mayReadBooks } from '../society/society.policy';

/** What stands in a place's books about payments. */
export const placeBooksReader = policy<PlaceRow>(
  "Auditors and officers of the place, and its foundations' board and staff.",
  ({ actor }, at) => mayReadBooks(actor, at),
);
