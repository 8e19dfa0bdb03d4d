import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { decideTopic } from './decide-topic';
import { refuseEarly } from './meeting-times';
import { mayKeep } from './meeting.policy';
import { meetingOf } from './meeting.reader';
import type { TopicRow } from './topic.entity';
import { holdTopic, needTopic, TOPIC_PATH } from './topic.reader';

/**
 * Notes what a topic comes down to as a need, once its meeting has begun (who sees to the meeting).
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `MEETING_NOT_BEGUN`, `MEETING_CANCELLED`,
 * `TOPIC_DECIDED`.
 */
export async function noteTopicAsNeed(
  work: UnitOfWork,
  input: { topicId: string; need: string },
): Promise<TopicRow> {
  const found = await needTopic(work, input.topicId);
  const meeting = await meetingOf(work, found);
  authorise(work.actor, await mayKeep(work, meeting));
  const note = readReason(input.need, ['need']);
  refuseEarly(meeting, work.now, TOPIC_PATH);
  if (meeting.cancelledAt !== null) throw new Refusal('MEETING_CANCELLED', {}, TOPIC_PATH);
  const topic = await holdTopic(work, found);
  return await decideTopic(work, topic, { became: 'need', motionId: null, note });
}
