import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { TopicRow } from './topic.entity';

const TOPIC = `topic.community_id "communityId", topic.id, topic.meeting_id "meetingId",
  topic.title, topic.text, topic.on_the_day "onTheDay", topic.proposed_by "proposedBy",
  topic.proposed_at "proposedAt", topic.became, topic.motion_id "motionId", topic.note,
  topic.decided_by "decidedBy", topic.decided_at "decidedAt"`;

export const topicById: Batch<TopicRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${TOPIC} from meeting_topic topic
       where topic.community_id = $1 and topic.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The topics of meetings (owners), in the order in which they were proposed. */
export const topicsOfMeeting: KeysetList<TopicRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${TOPIC} from meeting_topic topic
         where topic.community_id = $1 and topic.meeting_id = owner.id and topic.id > $3::uuid
         order by topic.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The topic from which a motion came: one at most. */
export const topicsOfMotion: GroupBatch<TopicRow> = {
  many: true,
  read: (db, communityId, motionIds) =>
    read(
      db,
      `select ${TOPIC} from meeting_topic topic
       where topic.community_id = $1 and topic.motion_id = any ($2) order by topic.id`,
      [communityId, motionIds],
    ),
  keyOf: ({ motionId }) => motionId ?? '',
};

export const TOPIC_PATH = ['topicId'];

/** The topic that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needTopic(work: UnitOfWork, globalId: string): Promise<TopicRow> {
  return await needRow(work, topicById, { type: 'MeetingTopic', globalId, path: TOPIC_PATH });
}

/** Holds a topic of which nothing has become yet; else: `TOPIC_DECIDED`. */
export async function holdTopic(
  work: UnitOfWork,
  { communityId, id }: TopicRow,
): Promise<TopicRow> {
  const db = await work.begin();
  const [row] = await read<TopicRow>(
    db,
    `select ${TOPIC} from meeting_topic topic
     where topic.community_id = $1 and topic.id = $2 for no key update`,
    [communityId, id],
  );
  if (row?.became !== null) throw new Refusal('TOPIC_DECIDED', {}, TOPIC_PATH);
  return row;
}
