import { authorise } from '../kernel/actor';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { MeetingRow } from './meeting.entity';
import { mayKeep } from './meeting.policy';
import { holdMeeting, needMeeting } from './meeting.reader';

/**
 * Cancels a meeting with a reason, until it is closed (who sees to it): also one to which nobody
 * came. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `MEETING_CANCELLED`, `MEETING_CLOSED`.
 */
export async function cancelMeeting(
  work: UnitOfWork,
  input: { meetingId: string; reason: string },
): Promise<MeetingRow> {
  const found = await needMeeting(work, input.meetingId);
  authorise(work.actor, await mayKeep(work, found));
  const cancelReason = readReason(input.reason, ['reason']);
  const meeting = await holdMeeting(work, found, 'alone');
  const { communityId, id } = meeting;
  const cancelled = {
    ...{ cancelledBy: work.actor.personId, cancelledAt: work.now, cancelReason },
  };
  await work.db.update(MeetingRow, { communityId, id }, cancelled);
  return { ...meeting, ...cancelled };
}
