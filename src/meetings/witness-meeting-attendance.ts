import { ownResidence } from '../ballots/ballot.policy';
import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import type { AttendanceListRow } from './attendance-list.entity';
import { attendanceOf, cameTo, holdList, LIST_PATH, needList } from './attendance.reader';
import { holdMeeting, meetingOf } from './meeting.reader';

export interface WitnessMeetingAttendance {
  readonly listId: string;
  /** How many the witness counted; the clerk's number is not shown. */
  readonly people: number;
}

/**
 * Witnesses a list of who sits in the room: another cadre or officer than its clerk, or a resident
 * who stands on it, counts again, and it is as many. From then on it counts. Refuses: `ID_UNKNOWN`,
 * `MEETING_CANCELLED`, `MEETING_CLOSED`, `LIST_DECIDED`, `SECOND_PERSON_NEEDED`, `HEADS_DIFFER`.
 */
export async function witnessMeetingAttendance(
  work: UnitOfWork,
  input: WitnessMeetingAttendance,
): Promise<AttendanceListRow> {
  const asked = await needList(work, input.listId);
  const found = await meetingOf(work, asked);
  const at = await needPlace(work, found.placeId, LIST_PATH);
  authorise(work.actor, isRegistrar(work.actor, at) || (await standsOn(work, asked)));
  const decidedBy = personOf(work.actor);
  await holdMeeting(work, found, 'beside', LIST_PATH);
  const list = await holdList(work, asked);
  if (list.recordedBy === decidedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, LIST_PATH);
  if (input.people !== list.people) throw new Refusal('HEADS_DIFFER', {}, ['people']);
  await read(
    work.db,
    `update meeting_attendance_list set state = 'witnessed', decided_by = $3, decided_at = $4
     where community_id = $1 and id = $2`,
    [list.communityId, list.id, decidedBy, work.now],
  );
  return { ...list, state: 'witnessed', decidedBy, decidedAt: work.now };
}

async function standsOn(
  work: UnitOfWork,
  { communityId, id, meetingId }: AttendanceListRow,
): Promise<boolean> {
  const own = ownResidence(work.actor, communityId);
  if (!own) return false;
  const key = cameTo(meetingId, own.residentId);
  const [row] = await attendanceOf.read(work.db, communityId, [key]);
  return row?.listId === id;
}
