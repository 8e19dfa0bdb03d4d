import { reverse } from '../bookkeeping/record';
import { authorise, personOf } from '../kernel/actor';
import { naming, Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entryByKey } from '../ledger/entry.reader';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { CourseAttendanceRow } from './course-attendance.entity';
import { crediting, needAttendance } from './course-attendance.reader';
import { givesCourse } from './course.policy';
import { courseById } from './course.reader';

const PATH = ['attendanceId'];

/**
 * Takes back, with a reason and once, that somebody was at a session: cadres and officers of the
 * community, and as long as nobody has confirmed it also who gives the course. What it earned goes
 * by the mirror of its entry, and the month's room comes back with it; credits that are spent
 * cannot be taken back. It may then be recorded anew.
 *
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `REVERSED_BEFORE`, `INSUFFICIENT_CREDITS` (facts
 * `available`, `required`), `BOOKS_BUSY`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function reverseAttendance(
  work: UnitOfWork,
  input: { idempotencyKey: string; attendanceId: string; reason: string },
): Promise<CourseAttendanceRow> {
  const attendance = await needAttendance(work, input.attendanceId, PATH);
  const { communityId, id } = attendance;
  authorise(work.actor, await mayReverse(work, attendance));
  const personId = personOf(work.actor);
  const asked = request('reverseAttendance', input);
  const reason = readReason(input.reason, ['reason']);
  const db = await work.begin();
  const row = await db.findOneOrFail(CourseAttendanceRow, {
    where: { communityId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (row.cancelledAt) return sameAs(row, asked);
  // Somebody may have confirmed it meanwhile.
  authorise(work.actor, await mayReverse(work, row));
  if (!row.confirmedAt || row.credits === null) await refuseKnown(work, communityId, asked);
  else await takeBack(work, row, asked, reason);
  const gone = {
    ...{ cancelledBy: personId, cancelledAt: work.now, cancelReason: reason },
    ...{ cancelKey: asked.key, cancelFingerprint: asked.fingerprint },
  };
  await db.update(CourseAttendanceRow, { communityId, id }, gone);
  return { ...row, ...gone };
}

async function mayReverse(work: UnitOfWork, row: CourseAttendanceRow): Promise<boolean> {
  const community = await needPlace(work, row.communityId, PATH);
  if (isRegistrar(work.actor, community)) return true;
  const [course] = await courseById.read(work.db, row.communityId, [row.courseId]);
  return row.confirmedAt === null && course !== undefined && givesCourse(work.actor, course);
}

function sameAs(row: CourseAttendanceRow, asked: Request): CourseAttendanceRow {
  if (row.cancelKey !== asked.key || row.cancelFingerprint === null)
    throw new Refusal('REVERSED_BEFORE', {}, PATH);
  sameRequest(row.cancelFingerprint, asked);
  return row;
}

/** Where nothing is posted, the books do not see that the key was used for something else. */
async function refuseKnown(work: UnitOfWork, communityId: string, asked: Request): Promise<void> {
  const used = await entryByKey(work.db, communityId, asked.key);
  if (used) throw new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
}

async function takeBack(
  work: UnitOfWork,
  row: CourseAttendanceRow,
  asked: Request,
  reason: string,
): Promise<void> {
  const entry = await entryByKey(work.db, row.communityId, crediting(row.id).key);
  if (!entry) throw new Error(`Attendance ${row.id} lost its entry`);
  await naming(PATH, () => reverse(work, entry, { request: asked, occurredAt: work.now, reason }));
}
