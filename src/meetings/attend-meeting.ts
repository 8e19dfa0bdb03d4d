import { ownResidence } from '../ballots/ballot.policy';
import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Denied } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { AttendanceRow } from './attendance.entity';
import { refuseStrangers } from './attendees';
import { dayOfMeeting, refuseOutside } from './meeting-times';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';

/**
 * Signs in to a meeting on line, by oneself, while it is held (its community's residents; A4: in
 * minutes, from a phone). Signing in again changes nothing, and who sits in the room as well came
 * once. Refuses: `ID_UNKNOWN`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `MEETING_NOT_BEGUN`,
 * `MEETING_OVER`, `NOT_FOR_RESIDENTS`, `RESIDENT_GONE`, `NOT_IN_COUNCIL`.
 */
export async function attendMeeting(
  work: UnitOfWork,
  input: { meetingId: string },
): Promise<AttendanceRow> {
  const found = await needMeeting(work, input.meetingId);
  personOf(work.actor);
  const own = ownResidence(work.actor, found.communityId);
  authorise(work.actor, own !== null);
  if (!own) throw new Denied('FORBIDDEN');
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  const meeting = await holdMeeting(work, found, 'beside');
  refuseOutside(meeting, work.now, MEETING_PATH);
  const day = dayOfMeeting(meeting, at);
  await refuseStrangers(work, meeting, [own.residentId], day, () => MEETING_PATH);
  const [row] = await read<AttendanceRow>(
    work.db,
    `insert into meeting_attendance (community_id, meeting_id, resident_id, online_at)
     values ($1, $2, $3, $4)
     on conflict (community_id, meeting_id, resident_id)
     do update set online_at = coalesce(meeting_attendance.online_at, excluded.online_at)
     returning community_id "communityId", meeting_id "meetingId", resident_id "residentId",
       online_at "onlineAt", list_id "listId"`,
    [meeting.communityId, meeting.id, own.residentId, work.now],
  );
  if (!row) throw new Error('What was written is there');
  return row;
}
