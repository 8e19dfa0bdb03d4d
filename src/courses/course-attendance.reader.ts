import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { ownRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CourseAttendanceRow } from './course-attendance.entity';
import type { CourseSessionRow } from './course-session.entity';

const ATTENDANCE = `community_id "communityId", id, session_id "sessionId", course_id "courseId",
  resident_id "residentId", scheme_id "schemeId", credits, recorded_by "recordedBy",
  recorded_at "recordedAt", confirmed_by "confirmedBy", confirmed_at "confirmedAt",
  cancelled_by "cancelledBy", cancelled_at "cancelledAt", cancel_reason "cancelReason",
  cancel_key "cancelKey", cancel_fingerprint "cancelFingerprint"`;

/** What became of an attendance. */
export type AttendanceState = 'recorded' | 'confirmed' | 'cancelled';

export function attendanceState(
  row: Pick<CourseAttendanceRow, 'confirmedAt' | 'cancelledAt'>,
): AttendanceState {
  if (row.cancelledAt) return 'cancelled';
  return row.confirmedAt ? 'confirmed' : 'recorded';
}

/** An attendance is credited once: the key of its entry follows from it. */
export function crediting(attendanceId: string): Request {
  return ownRequest(`attendance/${attendanceId}`);
}

export const attendanceById: Batch<CourseAttendanceRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${ATTENDANCE} from course_attendance where community_id = $1 and id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The attendance that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needAttendance(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<CourseAttendanceRow> {
  return await needRow(work, attendanceById, { type: 'CourseAttendance', globalId, path });
}

/** Who was at a session, as it stands, locked by whoever changes it. */
export async function lockAttendance(
  db: EntityManager,
  { communityId, id }: CourseSessionRow,
): Promise<CourseAttendanceRow[]> {
  return await db.query(
    `select ${ATTENDANCE} from course_attendance
     where community_id = $1 and session_id = $2 and cancelled_at is null
     order by id for update`,
    [communityId, id],
  );
}

/** Which of some residents were, by what is recorded, somewhere else at the time of a session. */
export async function elsewhere(
  db: EntityManager,
  session: CourseSessionRow,
  residentIds: readonly string[],
): Promise<Set<string>> {
  const rows = await read<{ residentId: string }>(
    db,
    `select distinct attended.resident_id "residentId" from course_attendance attended
     join course_session other
       on other.community_id = $1 and other.id = attended.session_id
     where attended.community_id = $1 and attended.resident_id = any ($2)
       and attended.cancelled_at is null and other.id <> $3
       and other.starts_at < $4::timestamptz + $5 * interval '1 minute'
       and other.starts_at + other.minutes * interval '1 minute' > $4::timestamptz`,
    [session.communityId, residentIds, session.id, session.startsAt, session.minutes],
  );
  return new Set(rows.map(({ residentId }) => residentId));
}

function listed(owner: 'session_id' | 'resident_id'): KeysetList<CourseAttendanceRow> {
  return {
    read: (db, communityId, ownerIds, { after, limit }) =>
      read(
        db,
        `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
         cross join lateral (
           select ${ATTENDANCE} from course_attendance
           where community_id = $1 and ${owner} = owner.id and id < $3::uuid
           order by id desc limit $4
         ) listed order by owner.id, listed.id desc`,
        [communityId, ownerIds, after?.[0] ?? LAST_ID, limit],
      ),
    keyOf: ({ id }) => [id],
    parts: [ID_PART],
  };
}

/** Who was at sessions, the latest recorded first; what was taken back among them. */
export const attendanceOfSession = listed('session_id');

/** What residents attended, the latest recorded first. */
export const attendanceOfResident = listed('resident_id');
