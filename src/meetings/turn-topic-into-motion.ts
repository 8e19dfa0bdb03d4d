import { toGlobalId } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { tableMotion, type TableMotion } from '../motions/table-motion';
import { decideTopic } from './decide-topic';
import { refuseEarly } from './meeting-times';
import { mayKeep } from './meeting.policy';
import { meetingOf } from './meeting.reader';
import type { TopicRow } from './topic.entity';
import { holdTopic, needTopic, TOPIC_PATH } from './topic.reader';

export interface TurnTopicIntoMotion extends Pick<TableMotion, 'tabledAs' | 'act'> {
  readonly topicId: string;
  /** The motion's title and text; left out: those of the topic. */
  readonly title?: string | null;
  readonly text?: string | null;
}

/**
 * Tables a motion that came of a topic, once its meeting has begun: whoever may table it as what
 * they say they are (C1); the motion is tabled as any other, at the place of the meeting. In other
 * words than the topic's only by who proposed it, or sees to the meeting: nobody makes another's
 * topic say something else. Refuses: `ID_UNKNOWN`, `TOPIC_OF_ANOTHER`, `MEETING_NOT_BEGUN`,
 * `MEETING_CANCELLED`, `TOPIC_DECIDED`, and what `tableMotion` refuses.
 */
export async function turnTopicIntoMotion(
  work: UnitOfWork,
  input: TurnTopicIntoMotion,
): Promise<TopicRow> {
  const found = await needTopic(work, input.topicId);
  const meeting = await meetingOf(work, found);
  const motion = await tableMotion(work, {
    placeId: toGlobalId('Place', null, meeting.placeId),
    title: input.title ?? found.title,
    text: input.text ?? found.text,
    ...{ tabledAs: input.tabledAs, act: input.act },
  });
  const isOther = Boolean(input.title ?? input.text);
  const own = found.proposedBy === work.actor.personId;
  if (isOther && !own && !(await mayKeep(work, meeting)))
    throw new Refusal('TOPIC_OF_ANOTHER', {}, [input.title ? 'title' : 'text']);
  refuseEarly(meeting, work.now, TOPIC_PATH);
  if (meeting.cancelledAt !== null) throw new Refusal('MEETING_CANCELLED', {}, TOPIC_PATH);
  const topic = await holdTopic(work, found);
  return await decideTopic(work, topic, { became: 'motion', motionId: motion.id, note: null });
}
