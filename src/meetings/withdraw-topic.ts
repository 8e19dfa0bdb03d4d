import { authorise, personOf } from '../kernel/actor';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { decideTopic } from './decide-topic';
import { mayKeep } from './meeting.policy';
import { meetingOf } from './meeting.reader';
import type { TopicRow } from './topic.entity';
import { holdTopic, needTopic } from './topic.reader';

/**
 * Takes a topic off with a reason: who proposed it, and who sees to the meeting. It stays to be
 * read with the reason. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `TOPIC_DECIDED`.
 */
export async function withdrawTopic(
  work: UnitOfWork,
  input: { topicId: string; reason: string },
): Promise<TopicRow> {
  const found = await needTopic(work, input.topicId);
  const own = found.proposedBy === work.actor.personId;
  authorise(work.actor, own || (await mayKeep(work, await meetingOf(work, found))));
  personOf(work.actor);
  const note = readReason(input.reason, ['reason']);
  const topic = await holdTopic(work, found);
  return await decideTopic(work, topic, { became: 'withdrawn', motionId: null, note });
}
