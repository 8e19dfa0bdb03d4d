import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { GroupRow } from './group.entity';
import { groupOfTopic } from './group.reader';
import { kindOf } from './meeting-kinds';
import { refuseEarly } from './meeting-times';
import { mayKeep } from './meeting.policy';
import { holdMeeting, meetingOf } from './meeting.reader';
import { holdTopic, needTopic, TOPIC_PATH } from './topic.reader';

/**
 * Opens the group that works at a topic, once the meeting has begun: who proposed it, and who sees
 * to the meeting (B10). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `MEETING_CANCELLED`,
 * `MEETING_CLOSED`, `NO_GROUPS`, `MEETING_NOT_BEGUN`, `TOPIC_DECIDED`, `GROUP_OPEN`.
 */
export async function openGroup(
  work: UnitOfWork,
  input: { topicId: string; spot: string },
): Promise<GroupRow> {
  const found = await needTopic(work, input.topicId);
  const known = await meetingOf(work, found);
  const own = found.proposedBy === work.actor.personId;
  authorise(work.actor, own || (await mayKeep(work, known)));
  const openedBy = personOf(work.actor);
  const spot = readName(input.spot, ['spot']);
  const meeting = await holdMeeting(work, known, 'beside', TOPIC_PATH);
  if (!kindOf(meeting.kind).hasGroups) throw new Refusal('NO_GROUPS', {}, TOPIC_PATH);
  refuseEarly(meeting, work.now, TOPIC_PATH);
  const { communityId, id: topicId, meetingId } = await holdTopic(work, found);
  const [other] = await groupOfTopic.read(work.db, communityId, [topicId]);
  if (other) throw new Refusal('GROUP_OPEN', {}, TOPIC_PATH);
  const group: GroupRow = {
    ...{ communityId, id: newId(), meetingId, topicId, spot, openedBy, openedAt: work.now },
    ...{ people: null, notes: null, notedBy: null, notedAt: null },
  };
  await work.db.insert(GroupRow, group);
  return group;
}
