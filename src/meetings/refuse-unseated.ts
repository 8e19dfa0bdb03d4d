import type { CouncilRow } from '../councils/council.entity';
import { holdCouncil } from '../councils/council.reader';
import { termOn } from '../councils/council-seat.reader';
import { councilOn } from '../councils/members.reader';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';

/**
 * A council that sits on the day of its meeting, and goes on to do so until this is done;
 * dissolved: `COUNCIL_DISSOLVED`; nobody holds a seat then: `COUNCIL_NOT_SITTING`.
 */
export async function refuseUnseated(
  work: UnitOfWork,
  council: CouncilRow,
  startsAt: Date,
  { timeZone }: PlaceRow,
  path: readonly string[] = ['councilId'],
): Promise<void> {
  const { communityId, id } = await holdCouncil(work, council, path);
  const day = dayOf(startsAt, timeZone);
  const [term] = await termOn.read(work.db, communityId, [councilOn(id, day)]);
  if (!term) throw new Refusal('COUNCIL_NOT_SITTING', { day }, path);
}
