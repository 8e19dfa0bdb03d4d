import { personOf } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { TopicRow } from './topic.entity';

/** Writes what became of a topic that is held. */
export async function decideTopic(
  work: UnitOfWork,
  topic: TopicRow,
  end: Pick<TopicRow, 'became' | 'motionId' | 'note'>,
): Promise<TopicRow> {
  const { communityId, id } = topic;
  const decided = { ...end, decidedBy: personOf(work.actor), decidedAt: work.now };
  await work.db.update(TopicRow, { communityId, id }, decided);
  return { ...topic, ...decided };
}
