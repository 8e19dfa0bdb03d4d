import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from './place.reader';
import { ResidentPriorityRow, type PriorityGroup } from './resident-priority.entity';
import { prioritiesOfResident } from './resident-priority.reader';
import { lockResident, needResident } from './resident.reader';
import { isRegistrar } from './society.policy';
import { readTerm } from './term';

/**
 * Puts a resident into a priority group for a term `[validFrom, validUntil)` (cadres and officers
 * of the community; row A1).
 *
 * Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `PERIOD_EMPTY`, `RESIDENT_GONE`, `ALREADY_IN_GROUP` (in
 * the same group on a day of the term).
 */
export async function grantPriority(
  work: UnitOfWork,
  input: {
    residentId: string;
    priorityGroup: PriorityGroup;
    validFrom: Day;
    validUntil?: Day | null;
  },
): Promise<ResidentPriorityRow> {
  const path = ['residentId'];
  const { communityId, id: residentId } = await needResident(work, input.residentId, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, isRegistrar(work.actor, at));
  const { priorityGroup } = input;
  const term = readTerm(input);
  await work.begin();
  const resident = await lockResident(work, { communityId, id: residentId }, path);
  if (resident.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, path);
  const held = await prioritiesOfResident.read(work.db, communityId, [residentId]);
  const overlaps = held.some(
    (each) =>
      each.priorityGroup === priorityGroup &&
      each.validUntil !== each.validFrom &&
      (each.validUntil === null || each.validUntil > term.validFrom) &&
      (term.validUntil === null || each.validFrom < term.validUntil),
  );
  if (overlaps) throw new Refusal('ALREADY_IN_GROUP', {}, ['priorityGroup']);
  const id = newId();
  const priority = { communityId, id, residentId, priorityGroup, ...term };
  await work.db.insert(ResidentPriorityRow, priority);
  return priority;
}
