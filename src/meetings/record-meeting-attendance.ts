import { readResidents, residentPath } from '../courses/attendance-input';
import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { AttendanceListRow } from './attendance-list.entity';
import { refuseStrangers } from './attendees';
import { dayOfMeeting, refuseEarly } from './meeting-times';
import type { MeetingRow } from './meeting.entity';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';

export interface RecordMeetingAttendance {
  readonly meetingId: string;
  readonly residentIds: readonly string[];
}

/**
 * Records a list of who sits in the room, from when a meeting begins until it is closed (cadres and
 * officers of its place). It counts once another person has counted as many. Refuses:
 * `ID_UNKNOWN`, `ATTENDANCE_COUNT`, `OTHER_COMMUNITY`, `RESIDENT_TWICE`, `MEETING_CANCELLED`,
 * `MEETING_CLOSED`, `MEETING_NOT_BEGUN`, `NOT_FOR_RESIDENTS`, `RESIDENT_GONE`, `NOT_IN_COUNCIL`,
 * `LISTED_ALREADY`.
 */
export async function recordMeetingAttendance(
  work: UnitOfWork,
  input: RecordMeetingAttendance,
): Promise<AttendanceListRow> {
  const found = await needMeeting(work, input.meetingId);
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  authorise(work.actor, isRegistrar(work.actor, at));
  const recordedBy = personOf(work.actor);
  const residentIds = readResidents(input.residentIds, found.communityId);
  const meeting = await holdMeeting(work, found, 'beside');
  refuseEarly(meeting, work.now, MEETING_PATH);
  await refuseStrangers(work, meeting, residentIds, dayOfMeeting(meeting, at), residentPath);
  const list: AttendanceListRow = {
    ...{ communityId: meeting.communityId, id: newId(), meetingId: meeting.id },
    ...{ state: 'waiting', people: residentIds.length, recordedBy, recordedAt: work.now },
    ...{ decidedBy: null, decidedAt: null, rejectReason: null },
  };
  await work.db.insert(AttendanceListRow, list);
  await enter(work, meeting, list.id, residentIds);
  return list;
}

/** Puts them on the list, whether or not they signed in on line; each stands on one list. */
async function enter(
  work: UnitOfWork,
  { communityId, id }: MeetingRow,
  listId: string,
  residentIds: readonly string[],
): Promise<void> {
  const rows = await read<{ residentId: string }>(
    work.db,
    `insert into meeting_attendance (community_id, meeting_id, resident_id, list_id)
     select $1, $2::uuid, given.id, $3::uuid from unnest($4::uuid[]) given (id) order by given.id
     on conflict (community_id, meeting_id, resident_id)
     do update set list_id = excluded.list_id where meeting_attendance.list_id is null
     returning resident_id "residentId"`,
    [communityId, id, listId, residentIds],
  );
  const entered = new Set(rows.map(({ residentId }) => residentId));
  residentIds.forEach((each, n) => {
    if (!entered.has(each)) throw new Refusal('LISTED_ALREADY', {}, residentPath(n));
  });
}
