import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdForMinutes } from './hold-minutes';
import { refuseEarly } from './meeting-times';
import { mayKeep } from './meeting.policy';
import { MEETING_PATH, needMeeting } from './meeting.reader';
import { MinutesRow } from './minutes.entity';
import { lastVersion } from './minutes.reader';

/** The longest minutes, in characters. */
const LONGEST = 10_000;

/**
 * Writes a version of a meeting's minutes, once it has begun (who sees to it). Everyone reads it as
 * soon as another person approves it; what was written before is kept. Refuses: `ID_UNKNOWN`,
 * `TEXT_LENGTH`, `MEETING_NOT_BEGUN`, `MEETING_CANCELLED`.
 */
export async function writeMinutes(
  work: UnitOfWork,
  input: { meetingId: string; text: string },
): Promise<MinutesRow> {
  const meeting = await needMeeting(work, input.meetingId);
  authorise(work.actor, await mayKeep(work, meeting));
  const writtenBy = personOf(work.actor);
  const text = readText(input.text, LONGEST, ['text']);
  await holdForMinutes(work, meeting, MEETING_PATH);
  refuseEarly(meeting, work.now, MEETING_PATH);
  const minutes: MinutesRow = {
    ...{ communityId: meeting.communityId, id: newId(), meetingId: meeting.id, text },
    version: (await lastVersion(work, meeting)) + 1,
    ...{ writtenBy, writtenAt: work.now, approvedBy: null, approvedAt: null },
  };
  await work.db.insert(MinutesRow, minutes);
  return minutes;
}
