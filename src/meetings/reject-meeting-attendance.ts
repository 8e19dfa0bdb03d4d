import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import type { AttendanceListRow } from './attendance-list.entity';
import { holdList, LIST_PATH, needList } from './attendance.reader';
import { holdMeeting, meetingOf } from './meeting.reader';

/**
 * Lets a list that waits count for nothing (cadres and officers of the place, also its clerk): who
 * stands on it came only where they signed in on line, until it is recorded anew. Refuses:
 * `ID_UNKNOWN`, `TEXT_LENGTH`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `LIST_DECIDED`.
 */
export async function rejectMeetingAttendance(
  work: UnitOfWork,
  input: { listId: string; reason: string },
): Promise<AttendanceListRow> {
  const asked = await needList(work, input.listId);
  const found = await meetingOf(work, asked);
  const at = await needPlace(work, found.placeId, LIST_PATH);
  authorise(work.actor, isRegistrar(work.actor, at));
  const rejectReason = readReason(input.reason, ['reason']);
  await holdMeeting(work, found, 'beside', LIST_PATH);
  const list = await holdList(work, asked);
  const { communityId, id } = list;
  const decided = { decidedBy: personOf(work.actor), decidedAt: work.now, rejectReason };
  await read(
    work.db,
    `delete from meeting_attendance
     where community_id = $1 and list_id = $2 and online_at is null`,
    [communityId, id],
  );
  await read(
    work.db,
    'update meeting_attendance set list_id = null where community_id = $1 and list_id = $2',
    [communityId, id],
  );
  await read(
    work.db,
    `update meeting_attendance_list
     set state = 'rejected', decided_by = $3, decided_at = $4, reject_reason = $5
     where community_id = $1 and id = $2`,
    [communityId, id, decided.decidedBy, decided.decidedAt, rejectReason],
  );
  return { ...list, ...decided, state: 'rejected' };
}
