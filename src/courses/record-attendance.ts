import { CITY } from '../api/context';
import { courseCredits } from '../credits/course-rate.reader';
import { schemeOfPlace } from '../credits/credit-scheme.reader';
import { authorise, personOf } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { lockResidents } from '../society/resident.reader';
import { readResidents, residentPath } from './attendance-input';
import { CourseAttendanceRow } from './course-attendance.entity';
import { elsewhere, lockAttendance } from './course-attendance.reader';
import { CourseEnrolmentRow } from './course-enrolment.entity';
import { givesCourse } from './course.policy';
import { lockCourse, needSession } from './course.reader';
import type { CourseSessionRow } from './course-session.entity';
import { endOf, isForgotten, DAYS_BACK } from './session-input';

export interface AttendanceInput {
  readonly sessionId: string;
  readonly residentIds: readonly string[];
}

/**
 * Records who was at a session, for all of them or for none (N3; who gives the course). It earns
 * nothing until someone else confirms it. Whoever stands recorded already stays so.
 *
 * Refuses: `ID_UNKNOWN`, `SESSION_NOT_OVER`, `SESSION_TOO_OLD`, `ATTENDANCE_COUNT`,
 * `OTHER_COMMUNITY`, `RESIDENT_TWICE`, `RESIDENT_GONE`, `NOT_ENROLLED`, `ATTENDED_ELSEWHERE` (at
 * that time), `SESSION_FULL`.
 */
export async function recordAttendance(
  work: UnitOfWork,
  input: AttendanceInput,
): Promise<CourseSessionRow> {
  const { session, course } = await needSession(work, input.sessionId, ['sessionId']);
  authorise(work.actor, givesCourse(work.actor, course));
  const recordedBy = personOf(work.actor);
  refuseTime(work, session);
  const { communityId, id: sessionId, courseId } = session;
  const residentIds = readResidents(input.residentIds, communityId);
  const { timeZone } = await needPlace(work, communityId, ['sessionId']);
  const on = dayOf(session.startsAt, timeZone);
  const db = await work.begin();
  await lockCourse(work, course);
  await refuseAbsent(work, session, residentIds, on);
  const standing = await lockAttendance(db, session);
  const known = new Set(standing.map(({ residentId }) => residentId));
  const added = residentIds.filter((id) => !known.has(id));
  if (standing.length + added.length > course.capacity)
    throw new Refusal('SESSION_FULL', { capacity: course.capacity }, ['residentIds']);
  if (added.length === 0) return session;
  const earned = await earnedBy(work, session, on);
  await db.insert(
    CourseAttendanceRow,
    added.map((residentId) => ({
      ...{ communityId, id: newId(), sessionId, courseId, residentId, recordedBy },
      ...{ recordedAt: work.now, ...earned },
    })),
  );
  return session;
}

function refuseTime({ now }: UnitOfWork, session: CourseSessionRow): void {
  if (endOf(session) > now.getTime()) throw new Refusal('SESSION_NOT_OVER', {}, ['sessionId']);
  if (isForgotten(session, now))
    throw new Refusal('SESSION_TOO_OLD', { days: DAYS_BACK }, ['sessionId']);
}

/** All of them lived here, were enrolled, and nowhere else; locked, so that it stays so. */
async function refuseAbsent(
  work: UnitOfWork,
  session: CourseSessionRow,
  residentIds: readonly string[],
  on: Day,
): Promise<void> {
  const { communityId, courseId, startsAt } = session;
  const lived = await lockResidents(work, communityId, residentIds);
  residentIds.forEach((id, i) => {
    const row = lived.find((each) => each.id === id);
    if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, residentPath(i));
    if (row.movedOut !== null && row.movedOut <= on)
      throw new Refusal('RESIDENT_GONE', {}, residentPath(i));
  });
  const enrolments = await work.db.findBy(CourseEnrolmentRow, { communityId, courseId });
  const there = new Set(
    enrolments
      .filter(({ leftAt }) => leftAt === null || leftAt > startsAt)
      .map(({ residentId }) => residentId),
  );
  const away = await elsewhere(work.db, session, residentIds);
  residentIds.forEach((id, i) => {
    if (!there.has(id)) throw new Refusal('NOT_ENROLLED', {}, residentPath(i));
    if (away.has(id)) throw new Refusal('ATTENDED_ELSEWHERE', {}, residentPath(i));
  });
}

/** What each of them earns; nothing where no scheme holds, or it has no rate for courses. */
async function earnedBy(
  work: UnitOfWork,
  { communityId, minutes }: CourseSessionRow,
  on: Day,
): Promise<{ schemeId: string | null; credits: string | null }> {
  const [scheme] = await schemeOfPlace.read(work.db, CITY, [communityId]);
  const earned = scheme && (await courseCredits(work.db, scheme, { minutes, on }));
  if (!earned) return { schemeId: null, credits: null };
  return { schemeId: scheme.id, credits: earned.minor.toString() };
}
