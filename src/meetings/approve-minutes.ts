import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdForMinutes } from './hold-minutes';
import { mayKeep } from './meeting.policy';
import { meetingOf } from './meeting.reader';
import { MinutesRow } from './minutes.entity';
import { lastVersion, MINUTES_PATH, minutesById, needMinutes } from './minutes.reader';

/**
 * Approves the last version of the minutes of a meeting that is closed: who sees to the meeting,
 * and did not write it. Everyone reads it from then on. Refuses: `ID_UNKNOWN`,
 * `MEETING_CANCELLED`, `MEETING_NOT_CLOSED`, `MINUTES_SUPERSEDED`, `MINUTES_APPROVED`,
 * `SECOND_PERSON_NEEDED`.
 */
export async function approveMinutes(
  work: UnitOfWork,
  input: { minutesId: string },
): Promise<MinutesRow> {
  const found = await needMinutes(work, input.minutesId);
  const meeting = await meetingOf(work, found);
  authorise(work.actor, await mayKeep(work, meeting));
  const approvedBy = personOf(work.actor);
  const { isClosed } = await holdForMinutes(work, meeting, MINUTES_PATH);
  if (!isClosed) throw new Refusal('MEETING_NOT_CLOSED', {}, MINUTES_PATH);
  const { communityId, id } = found;
  const [minutes = found] = await minutesById.read(work.db, communityId, [id]);
  if (minutes.version < (await lastVersion(work, meeting)))
    throw new Refusal('MINUTES_SUPERSEDED', {}, MINUTES_PATH);
  if (minutes.approvedAt !== null) throw new Refusal('MINUTES_APPROVED', {}, MINUTES_PATH);
  if (minutes.writtenBy === approvedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, MINUTES_PATH);
  const approved = { approvedBy, approvedAt: work.now };
  await work.db.update(MinutesRow, { communityId, id }, approved);
  return { ...minutes, ...approved };
}
