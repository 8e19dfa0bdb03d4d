import { personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { TRANSFERS } from '../bookkeeping/rules/transfers';
import { bringBack, piecesOnTheWay, type OnTheWay } from './bring-back';
import { authoriseSecond } from './stock-take-decision';
import { StockTransferRow, type TransferDifference } from './stock-transfer.entity';
import {
  holdTransfer,
  linesOfTransfer,
  needTransfer,
  TRANSFER_PATH,
} from './stock-transfer.reader';
import { storeOf } from './store.reader';
import { goodsAsset } from './supermarket-assets';

export interface SettleTransferDifference {
  readonly idempotencyKey: string;
  readonly transferId: string;
  readonly difference: TransferDifference;
  readonly reason: string;
}

/**
 * Says what became of the pieces of a transfer that did not arrive (A1; the storekeepers of the
 * sending store's operator and the treasurer of the foundation behind its pool, neither who sent
 * nor who received it): they never left and are in their lots again, or they are written off.
 * Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `TEXT_LENGTH`, `NO_DIFFERENCE`, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function settleTransferDifference(
  work: UnitOfWork,
  input: SettleTransferDifference,
): Promise<StockTransferRow> {
  const asked = request('settleTransferDifference', input);
  const found = await needTransfer(work, input.transferId);
  await authoriseSecond(work, await storeOf(work, found));
  const { communityId, id } = found;
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needTransfer(work, input.transferId);
  const endedBy = personOf(work.actor);
  if ([found.sentBy, found.receivedBy].includes(endedBy))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, TRANSFER_PATH);
  const endReason = readReason(input.reason, ['reason']);
  const transfer = await holdTransfer(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return transfer;
  if (transfer.state !== 'received') throw new Refusal('NO_DIFFERENCE', {}, TRANSFER_PATH);
  const lines = await linesOfTransfer.read(work.db, communityId, [id]);
  const missing = lines
    .map(({ lotId, pieces, arrived }) => ({ lotId, pieces: pieces - (arrived ?? 0) }))
    .filter(({ pieces }) => pieces > 0);
  const { difference } = input;
  if (difference === 'left_behind') await bringBack(work, transfer, missing, asked);
  else await writeOff(work, transfer, missing, difference, asked);
  const ended = { state: 'settled' as const, difference, endReason, endedBy, endedAt: work.now };
  await work.db.update(StockTransferRow, { communityId, id }, ended);
  return { ...transfer, ...ended };
}

async function writeOff(
  work: UnitOfWork,
  transfer: StockTransferRow,
  missing: readonly OnTheWay[],
  reason: TransferDifference,
  asked: Request,
): Promise<void> {
  const { communityId, id: transferId, storeId } = transfer;
  const gone = await piecesOnTheWay(work, transfer, missing);
  const lines = gone.map(({ lot, pieces }) => ({
    ...{ lotId: lot.id, quantity: amount(goodsAsset(lot.productId), pieces) },
  }));
  const facts = { transferId, storeId, reason, lines };
  const how = { request: asked, occurredAt: work.now };
  await record(work, communityId, draft(TRANSFERS.goodsLostOnTheWay, facts, how));
}
