import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from './place.reader';
import type { ResidentPriorityRow } from './resident-priority.entity';
import { needPriority } from './resident-priority.reader';
import { lockResident } from './resident.reader';
import { isRegistrar } from './society.policy';
import { readEnd } from './term';

/**
 * Ends a resident's priority on a day, the first on which it holds no longer (cadres and officers
 * of the community).
 *
 * Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `TERM_ENDED`, `PERIOD_EMPTY`, `DAY_PAST`.
 */
export async function endPriority(
  work: UnitOfWork,
  input: { priorityId: string; validUntil: Day },
): Promise<ResidentPriorityRow> {
  const path = ['priorityId'];
  const { communityId, id, residentId } = await needPriority(work, input.priorityId, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, isRegistrar(work.actor, at));
  await work.begin();
  await lockResident(work, { communityId, id: residentId }, path);
  const locked = await needPriority(work, input.priorityId, path);
  const validUntil = readEnd(locked, input.validUntil, work.now, at.timeZone);
  await work.db.query(
    'update resident_priority set valid_until = $3 where community_id = $1 and id = $2',
    [communityId, id, validUntil],
  );
  return { ...locked, validUntil };
}
