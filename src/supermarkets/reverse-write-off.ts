import { personOf } from '../kernel/actor';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import { recordedBefore, reverse } from '../bookkeeping/record';
import { unmarkEmptied } from './emptied-lots';
import { writeOffToDecide } from './write-off-decision';
import { WriteOffRow } from './write-off.entity';
import { holdWriteOff, needWriteOff, WRITE_OFF_PATH } from './write-off.reader';

export interface ReverseWriteOff {
  readonly idempotencyKey: string;
  readonly writeOffId: string;
  readonly reason: string;
}

/**
 * Takes a wrong write-off back by its mirror image, once: the pieces are in their lot again (A1;
 * who may approve one). Refuses: `ID_UNKNOWN`, `WRITE_OFF_NOT_POSTED`, `TEXT_LENGTH`, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function reverseWriteOff(
  work: UnitOfWork,
  input: ReverseWriteOff,
): Promise<WriteOffRow> {
  const asked = request('reverseWriteOff', input);
  const found = await writeOffToDecide(work, input.writeOffId);
  const { communityId, id, lotId } = found;
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needWriteOff(work, input.writeOffId);
  const reason = readReason(input.reason, ['reason']);
  const row = await holdWriteOff(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return row;
  if (row.state !== 'posted' || !row.entryId)
    throw new Refusal('WRITE_OFF_NOT_POSTED', {}, WRITE_OFF_PATH);
  const [original] = await entriesById(work.db, communityId, [row.entryId]);
  if (!original) throw new Error(`There is no entry ${row.entryId}`);
  await unmarkEmptied(work, communityId, [lotId]);
  const how = { request: asked, occurredAt: work.now, reason };
  await naming(WRITE_OFF_PATH, () => reverse(work, original, how));
  const reversed = {
    ...{ state: 'reversed' as const, reversedBy: personOf(work.actor), reversedAt: work.now },
    reverseReason: reason,
  };
  await work.db.update(WriteOffRow, { communityId, id }, reversed);
  return await needWriteOff(work, input.writeOffId);
}
