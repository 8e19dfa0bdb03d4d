import { personOf } from '../kernel/actor';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdWaiting, writeOffToDecide } from './write-off-decision';
import { WriteOffRow } from './write-off.entity';

/**
 * Lets a write-off that waits come to nothing, with a reason: the pieces stay in their lot (A1; who
 * may approve it, and a storekeeper who asked for it takes it back so). Refuses: `ID_UNKNOWN`,
 * `WRITE_OFF_DECIDED`, `TEXT_LENGTH`.
 */
export async function declineWriteOff(
  work: UnitOfWork,
  input: { writeOffId: string; reason: string },
): Promise<WriteOffRow> {
  const found = await writeOffToDecide(work, input.writeOffId);
  const declineReason = readReason(input.reason, ['reason']);
  const row = await holdWaiting(work, found);
  const { communityId, id } = row;
  const decided = {
    ...{ state: 'declined' as const, decidedBy: personOf(work.actor), decidedAt: work.now },
    declineReason,
  };
  await work.db.update(WriteOffRow, { communityId, id }, decided);
  return { ...row, ...decided };
}
