import { authorise, personOf } from '../kernel/actor';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { recordedBefore } from '../bookkeeping/record';
import { bringBack } from './bring-back';
import { closeArrival, refuseOver } from './receive-transfer';
import { StockTransferRow } from './stock-transfer.entity';
import { holdTransfer, linesOfTransfer, needTransfer } from './stock-transfer.reader';
import { storeOf } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

export interface CancelTransfer {
  readonly idempotencyKey: string;
  readonly transferId: string;
  readonly reason: string;
}

/**
 * Calls a transfer off before it is counted, or sends it back unopened: the goods are in their lots
 * again (A1; the storekeepers of both stores' operators). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`,
 * `TRANSFER_RECEIVED`, `TRANSFER_CANCELLED`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function cancelTransfer(
  work: UnitOfWork,
  input: CancelTransfer,
): Promise<StockTransferRow> {
  const asked = request('cancelTransfer', input);
  const found = await needTransfer(work, input.transferId);
  const { communityId, id, toCommunityId, toStoreId } = found;
  const from = await storeOf(work, found);
  const to = await storeOf(work, { communityId: toCommunityId, storeId: toStoreId });
  const keeps = [from, to].some(({ operatorId }) => isStorekeeperOf(work.actor, operatorId));
  authorise(work.actor, keeps);
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needTransfer(work, input.transferId);
  const endReason = readReason(input.reason, ['reason']);
  const transfer = await holdTransfer(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return transfer;
  refuseOver(transfer);
  await bringBack(work, transfer, await linesOfTransfer.read(work.db, communityId, [id]), asked);
  const ended = {
    ...{ state: 'cancelled' as const, endReason },
    ...{ endedBy: personOf(work.actor), endedAt: work.now },
  };
  await work.db.update(StockTransferRow, { communityId, id }, ended);
  await closeArrival(work, transfer);
  return { ...transfer, ...ended };
}
