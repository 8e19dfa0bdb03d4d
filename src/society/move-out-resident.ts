import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readPastDay } from './new-residents';
import { needPlace } from './place.reader';
import type { ResidentRow } from './resident.entity';
import { lockResident, needResident } from './resident.reader';
import { isRegistrar } from './society.policy';

/**
 * Records that a resident lives here no longer from a day on (cadres and officers of the
 * community). Priorities end with it; roles in organisations and what is in the books stay.
 *
 * Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `DAY_FUTURE`, `RESIDENT_GONE`, `PERIOD_EMPTY` (before
 * moving in).
 */
export async function moveOutResident(
  work: UnitOfWork,
  input: { residentId: string; movedOut: Day },
): Promise<ResidentRow> {
  const path = ['residentId'];
  const { communityId, id } = await needResident(work, input.residentId, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, isRegistrar(work.actor, at));
  const movedOut = readPastDay(input.movedOut, dayOf(work.now, at.timeZone), ['movedOut']);
  await work.begin();
  const resident = await lockResident(work, { communityId, id }, path);
  if (resident.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, path);
  if (movedOut < resident.movedIn) throw new Refusal('PERIOD_EMPTY', {}, ['movedOut']);
  await work.db.query('update resident set moved_out = $3 where community_id = $1 and id = $2', [
    communityId,
    id,
    movedOut,
  ]);
  await work.db.query(
    `update resident_priority set valid_until = greatest(valid_from, $3::date)
     where community_id = $1 and resident_id = $2
       and (valid_until is null or valid_until > $3)`,
    [communityId, id, movedOut],
  );
  await leaveHome(work, resident);
  return { ...resident, movedOut };
}

async function leaveHome(work: UnitOfWork, { personId, id }: ResidentRow): Promise<void> {
  if (personId === null) return;
  await work.db.query(
    `update person set home_community_id = null, resident_id = null
     where id = $1 and resident_id = $2`,
    [personId, id],
  );
}
