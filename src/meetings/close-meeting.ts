import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { motionById } from '../motions/motion.reader';
import { noteHearing } from '../motions/note-hearing';
import { needPlace } from '../society/place.reader';
import { countPeople } from './count-people';
import { dayOfMeeting, refuseEarly, refuseShort } from './meeting-times';
import { MeetingRow } from './meeting.entity';
import { mayKeep } from './meeting.policy';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';

/**
 * Closes a meeting that has begun, a hearing once its time is over (who sees to it): it was held,
 * and who came is settled and counted by age. The motion that a hearing was about has been heard.
 * Refuses: `ID_UNKNOWN`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `MEETING_NOT_BEGUN`,
 * `HEARING_GOES_ON`, `LISTS_WAITING`, `NOBODY_CAME`, `NO_RESIDENT_CAME`, and what `noteHearing`
 * refuses.
 */
export async function closeMeeting(
  work: UnitOfWork,
  input: { meetingId: string },
): Promise<MeetingRow> {
  const found = await needMeeting(work, input.meetingId);
  authorise(work.actor, await mayKeep(work, found));
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  const meeting = await holdMeeting(work, found, 'alone');
  refuseEarly(meeting, work.now, MEETING_PATH);
  refuseShort(meeting, work.now, MEETING_PATH);
  await refuseUnsettled(work, meeting);
  const { communityId, id } = meeting;
  const closed = { closedBy: work.actor.personId, closedAt: work.now };
  await work.db.update(MeetingRow, { communityId, id }, closed);
  await countPeople(work, meeting, dayOfMeeting(meeting, at), dayOf(work.now, at.timeZone));
  if (meeting.motionId !== null) await hear(work, meeting, meeting.motionId);
  return { ...meeting, ...closed };
}

/** Every list is decided on, and somebody came: to a hearing residents, who are heard there. */
async function refuseUnsettled(
  work: UnitOfWork,
  { communityId, id, kind }: MeetingRow,
): Promise<void> {
  const [found] = await read<{ waits: boolean; residents: boolean; organisations: boolean }>(
    work.db,
    `select
       exists (select 1 from meeting_attendance_list list where list.community_id = $1
         and list.meeting_id = $2 and list.state = 'waiting') waits,
       exists (select 1 from meeting_attendance attended where attended.community_id = $1
         and attended.meeting_id = $2) residents,
       exists (select 1 from meeting_representative represented
         where represented.community_id = $1 and represented.meeting_id = $2) organisations`,
    [communityId, id],
  );
  if (found?.waits) throw new Refusal('LISTS_WAITING', {}, MEETING_PATH);
  if (!found?.residents && !found?.organisations)
    throw new Refusal('NOBODY_CAME', {}, MEETING_PATH);
  if (!found.residents && kind === 'hearing')
    throw new Refusal('NO_RESIDENT_CAME', {}, MEETING_PATH);
}

async function hear(work: UnitOfWork, meeting: MeetingRow, motionId: string): Promise<void> {
  const [motion] = await motionById.read(work.db, meeting.communityId, [motionId]);
  if (!motion) throw new Error(`The hearing ${meeting.id} is of no motion`);
  await noteHearing(work, motion, { heardAt: meeting.startsAt });
}
