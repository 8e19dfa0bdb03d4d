import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MeetingRow } from './meeting.entity';

/**
 * Holds a meeting for who writes its minutes: versions follow each other one at a time, also when
 * it is long closed. Cancelled: `MEETING_CANCELLED`.
 */
export async function holdForMinutes(
  work: UnitOfWork,
  { communityId, id }: MeetingRow,
  path: readonly string[],
): Promise<{ readonly isClosed: boolean }> {
  const db = await work.begin();
  const [row] = await read<{ isCancelled: boolean; isClosed: boolean }>(
    db,
    `select cancelled_at is not null "isCancelled", closed_at is not null "isClosed"
     from meeting where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  if (!row) throw new Error(`There is no meeting ${id}`);
  if (row.isCancelled) throw new Refusal('MEETING_CANCELLED', {}, path);
  return row;
}
