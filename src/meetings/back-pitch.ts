import { ownResidence } from '../ballots/ballot.policy';
import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Denied, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { residentById } from '../society/resident.reader';
import { refuseEarly } from './meeting-times';
import { holdMeeting, meetingOf } from './meeting.reader';
import type { PitchRow } from './pitch.entity';
import { needPitch, PITCH_PATH } from './pitch.reader';

/**
 * Backs a project at a pitch fair, from when it begins until it is closed (residents of the
 * community, for their household: a household backs a project once, and again changes nothing).
 * Refuses: `ID_UNKNOWN`, `RESIDENT_GONE`, `MEETING_CANCELLED`, `MEETING_CLOSED`,
 * `MEETING_NOT_BEGUN`.
 */
export async function backPitch(work: UnitOfWork, input: { pitchId: string }): Promise<PitchRow> {
  const pitch = await needPitch(work, input.pitchId);
  const { communityId, id } = pitch;
  personOf(work.actor);
  const own = ownResidence(work.actor, communityId);
  authorise(work.actor, own !== null);
  if (!own) throw new Denied('FORBIDDEN');
  const [resident] = await residentById.read(work.db, communityId, [own.residentId]);
  if (resident?.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, PITCH_PATH);
  const known = await meetingOf(work, pitch);
  const meeting = await holdMeeting(work, known, 'beside', PITCH_PATH);
  refuseEarly(meeting, work.now, PITCH_PATH);
  const [told] = await read<{ backers: number }>(
    work.db,
    `with backed as (
       insert into meeting_pitch_backer (community_id, pitch_id, household_id, resident_id)
       values ($1, $2, $3, $4)
       on conflict (community_id, pitch_id, household_id) do nothing
       returning 1
     )
     update meeting_pitch set backers = backers + (select count(*) from backed)
     where community_id = $1 and id = $2
     returning backers`,
    [communityId, id, resident.householdId, resident.id],
  );
  return { ...pitch, backers: told?.backers ?? pitch.backers };
}
