import { draft, record } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { CITY } from '../api/context';
import { schemeById, type CreditScheme } from '../credits/credit-scheme.reader';
import { earningRoom } from '../credits/earning-room';
import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { monthOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { needPlace } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import { readResidents, residentPath } from './attendance-input';
import type { CourseAttendanceRow } from './course-attendance.entity';
import { crediting, lockAttendance } from './course-attendance.reader';
import { mayConfirmAttendance } from './course.policy';
import { needSession } from './course.reader';
import type { CourseSessionRow } from './course-session.entity';
import type { AttendanceInput } from './record-attendance';

/**
 * Confirms who was at a session, for all of them or for none, which credits what it earns (N3, A7;
 * see mayConfirmAttendance): never oneself, nor what one has recorded. Who stands confirmed already
 * stays so. The scheme's monthly cap covers it together with service.
 *
 * Refuses: `ID_UNKNOWN`, `ATTENDANCE_COUNT`, `OTHER_COMMUNITY`, `RESIDENT_TWICE`, `NOT_RECORDED`,
 * `OWN_ATTENDANCE`, `OWN_RECORD`, `MONTHLY_CAP_REACHED` (facts `available`, `required`),
 * `BOOKS_BUSY`.
 */
export async function confirmAttendance(
  work: UnitOfWork,
  input: AttendanceInput,
): Promise<CourseSessionRow> {
  const { session, course } = await needSession(work, input.sessionId, ['sessionId']);
  const { communityId } = session;
  const community = await needPlace(work, communityId, ['sessionId']);
  authorise(work.actor, mayConfirmAttendance(work.actor, course, community));
  const personId = personOf(work.actor);
  const residentIds = readResidents(input.residentIds, communityId);
  const db = await work.begin();
  const standing = await lockAttendance(db, session);
  const rows = residentIds.map((id, i) => {
    const row = standing.find(({ residentId }) => residentId === id);
    if (!row) throw new Refusal('NOT_RECORDED', {}, residentPath(i));
    return row;
  });
  await refuseOwn(work, rows, personId);
  const waiting = rows.filter(({ confirmedAt }) => confirmedAt === null);
  await credit(work, session, waiting, {
    month: monthOf(session.startsAt, community.timeZone),
    pathOf: (id) => residentPath(residentIds.indexOf(id)),
  });
  await db.query(
    `update course_attendance set confirmed_by = $3, confirmed_at = $4
     where community_id = $1 and id = any ($2)`,
    [communityId, waiting.map(({ id }) => id), personId, work.now],
  );
  return session;
}

async function refuseOwn(
  work: UnitOfWork,
  rows: readonly CourseAttendanceRow[],
  personId: string,
): Promise<void> {
  const ids = rows.map(({ residentId }) => residentId);
  const [first] = rows;
  const people = first ? await residentById.read(work.db, first.communityId, ids) : [];
  rows.forEach(({ residentId, recordedBy }, i) => {
    const attended = people.find(({ id }) => id === residentId);
    if (attended?.personId === personId) throw new Refusal('OWN_ATTENDANCE', {}, residentPath(i));
    if (recordedBy === personId) throw new Refusal('OWN_RECORD', {}, residentPath(i));
  });
}

/** One entry for each, all or none; a refusal names the resident whose room is too small. */
async function credit(
  work: UnitOfWork,
  session: CourseSessionRow,
  rows: readonly CourseAttendanceRow[],
  { month, pathOf }: { month: string; pathOf: (residentId: string) => string[] },
): Promise<void> {
  const earning = rows.filter(({ credits }) => credits !== null);
  const schemeIds = [...new Set(earning.flatMap(({ schemeId }) => schemeId ?? []))];
  const schemes = await schemeById.read(work.db, CITY, schemeIds);
  const drafts = earning.flatMap((row) => {
    const scheme = schemes.find(({ id }) => id === row.schemeId);
    return scheme ? credited(scheme, session, row, month) : [];
  });
  if (drafts.length === 0) return;
  try {
    await record(work, session.communityId, ...drafts);
  } catch (error) {
    if (!(error instanceof Refusal) || typeof error.facts.holderId !== 'string') throw error;
    throw new Refusal(error.code, error.facts, pathOf(error.facts.holderId));
  }
}

function credited(
  scheme: CreditScheme,
  { id: sessionId, courseId, minutes, startsAt: occurredAt }: CourseSessionRow,
  { id: attendanceId, residentId, credits }: CourseAttendanceRow,
  month: string,
): Draft[] {
  const facts = {
    ...{ attendanceId, schemeId: scheme.id, residentId, courseId, sessionId, minutes, month },
    ...{ capped: scheme.monthlyCap !== null, credits: amount(scheme.asset, BigInt(credits ?? 0)) },
  };
  const request = crediting(attendanceId);
  return [
    ...earningRoom(scheme, { residentId, month, occurredAt }),
    draft(CREDITS.courseCredited, facts, { request, occurredAt }),
  ];
}
