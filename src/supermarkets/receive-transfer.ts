import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { recordedBefore } from '../bookkeeping/record';
import { readArrival, type ArrivalLine, type Counted } from './arrival-count';
import { arrivedLots, shelveArrived } from './arrived-lots';
import { StockArrivalRow } from './stock-arrival.entity';
import { StockTransferRow } from './stock-transfer.entity';
import {
  holdTransfer,
  linesOfTransfer,
  needTransfer,
  TRANSFER_PATH,
} from './stock-transfer.reader';
import { storeOf } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

export interface ReceiveTransfer {
  readonly idempotencyKey: string;
  readonly transferId: string;
  /** What was counted: each lot of the transfer once. */
  readonly lines: readonly ArrivalLine[];
  readonly note?: string | null;
}

/**
 * Counts what arrived of a transfer, once (A1; the storekeepers and clerks of the receiving store's
 * operator, never who sent it). Each lot becomes a new one here that keeps its product, its last
 * good day, where it comes from and what a piece costs; what did not arrive waits for a second
 * person. Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `TRANSFER_RECEIVED`, `TRANSFER_CANCELLED`,
 * `TEXT_LENGTH`, what readArrival refuses, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function receiveTransfer(
  work: UnitOfWork,
  input: ReceiveTransfer,
): Promise<StockTransferRow> {
  const asked = request('receiveTransfer', input);
  const found = await needTransfer(work, input.transferId);
  const { communityId, id, toCommunityId, toStoreId } = found;
  const to = await storeOf(work, { communityId: toCommunityId, storeId: toStoreId });
  authorise(work.actor, isStaffOf(work.actor, to.operatorId));
  // It may have been done since it was read.
  if (await recordedBefore(work, toCommunityId, asked))
    return await needTransfer(work, input.transferId);
  const receivedBy = personOf(work.actor);
  if (receivedBy === found.sentBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, TRANSFER_PATH);
  const receiptNote = input.note ? readReason(input.note, ['note']) : null;
  const transfer = await holdTransfer(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, toCommunityId, asked)) return transfer;
  refuseOver(transfer);
  const sent = await linesOfTransfer.read(work.db, communityId, [id]);
  const counted = readArrival(communityId, sent, input.lines);
  const lots = await arrivedLots(work, transfer, to, counted);
  await shelveArrived(work, transfer, lots, asked);
  const whole = counted.every(({ line, pieces }) => pieces === line.pieces);
  const received = {
    ...{ state: whole ? ('settled' as const) : ('received' as const), receiptNote },
    ...{ receivedBy, receivedAt: work.now },
  };
  await work.db.update(StockTransferRow, { communityId, id }, received);
  await closeLines(work, transfer, counted, new Map(lots.map((lot) => [lot.fromLotId, lot.id])));
  await closeArrival(work, transfer);
  return { ...transfer, ...received };
}

/** What is still on its way may be received or called off: `TRANSFER_RECEIVED`, `…_CANCELLED`. */
export function refuseOver({ state }: StockTransferRow): void {
  if (state === 'cancelled') throw new Refusal('TRANSFER_CANCELLED', {}, TRANSFER_PATH);
  if (state !== 'sent') throw new Refusal('TRANSFER_RECEIVED', {}, TRANSFER_PATH);
}

/** Nothing of it is on its way to the other store any more. */
export async function closeArrival(
  { db }: UnitOfWork,
  { toCommunityId: communityId, id: transferId }: StockTransferRow,
): Promise<void> {
  await db.update(StockArrivalRow, { communityId, transferId }, { open: false });
}

async function closeLines(
  { db }: UnitOfWork,
  { communityId, id }: StockTransferRow,
  counted: readonly Counted[],
  lotIds: ReadonlyMap<string | null, string>,
): Promise<void> {
  await db.query(
    `update stock_transfer_line line set arrived = known.arrived, arrived_lot_id = known.lot
     from unnest($3::uuid[], $4::integer[], $5::uuid[]) as known (id, arrived, lot)
     where line.community_id = $1 and line.transfer_id = $2 and line.lot_id = known.id`,
    [
      ...[communityId, id, counted.map(({ line }) => line.lotId)],
      ...[counted.map(({ pieces }) => pieces)],
      counted.map(({ line }) => lotIds.get(line.lotId) ?? null),
    ],
  );
}
