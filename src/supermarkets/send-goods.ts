import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import { doneMeanwhile, type UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from '../ledger/entry.reader';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { TRANSFERS } from '../bookkeeping/rules/transfers';
import { sayingLotShort } from './lot-short';
import { unlessRecorded } from './once';
import { readSending, type LotToSend, type SendingLine } from './sending-input';
import { StockArrivalLineRow } from './stock-arrival-line.entity';
import { StockArrivalRow } from './stock-arrival.entity';
import { StockTransferLineRow } from './stock-transfer-line.entity';
import { StockTransferRow } from './stock-transfer.entity';
import { transferById } from './stock-transfer.reader';
import type { StoreRow } from './store.entity';
import { needStore } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStorekeeperOf } from './supermarkets.policy';

export interface SendGoods {
  readonly idempotencyKey: string;
  readonly fromStoreId: string;
  readonly toStoreId: string;
  /** Whether those who receive it count without being shown what was sent; left out: no. */
  readonly blind?: boolean | null;
  readonly note?: string | null;
  readonly lines: readonly SendingLine[];
}

/**
 * Sends goods to another store, of the same books or of others (A1; storekeepers of the sending
 * store's operator): they leave their lots and are on their way until somebody counts them there.
 * Refuses: `ID_UNKNOWN`, `SAME_STORE`, `TEXT_LENGTH`, what readSending refuses, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function sendGoods(work: UnitOfWork, input: SendGoods): Promise<StockTransferRow> {
  const asked = request('sendGoods', input);
  const from = await needStore(work, input.fromStoreId, ['fromStoreId']);
  authorise(work.actor, isStorekeeperOf(work.actor, from.operatorId));
  const before = await sentBefore(work, from.communityId, asked);
  if (before) return before;
  return await unlessRecorded(work, from.communityId, asked, {
    attempt: async () => await sendFrom(work, from, input, asked),
    found: async (entry) => await transferOf(work, entry),
  });
}

async function sendFrom(
  work: UnitOfWork,
  from: StoreRow,
  input: SendGoods,
  asked: Request,
): Promise<StockTransferRow> {
  const to = await needStore(work, input.toStoreId, ['toStoreId']);
  if (to.id === from.id) throw new Refusal('SAME_STORE', {}, ['toStoreId']);
  const note = input.note ? readReason(input.note, ['note']) : null;
  const lots = await readSending(work, { from, to }, input.lines);
  const transfer: StockTransferRow = {
    ...{ communityId: from.communityId, id: newId(), storeId: from.id },
    ...{ toCommunityId: to.communityId, toStoreId: to.id, blind: input.blind ?? false },
    ...{ state: 'sent', note, sentBy: personOf(work.actor), sentAt: work.now },
    ...{ receivedBy: null, receivedAt: null, receiptNote: null, difference: null },
    ...{ endedBy: null, endedAt: null, endReason: null },
  };
  await work.begin();
  await post(work, transfer, lots, asked);
  await keepTransfer(work, transfer, lots);
  return transfer;
}

/** The transfer that an equal request has left before. */
async function sentBefore(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<StockTransferRow | null> {
  const entry = await recordedBefore(work, communityId, asked);
  return entry && (await transferOf(work, entry));
}

async function transferOf({ db }: UnitOfWork, entry: Entry): Promise<StockTransferRow> {
  const id = String(entry.facts.transferId);
  const [row] = await transferById.read(db, entry.communityId, [id]);
  if (!row) throw new Error(`There is no transfer ${id}`);
  return row;
}

/** Where a till took the last piece first, that line is told: the ledger decides. */
async function post(
  work: UnitOfWork,
  { communityId, id: transferId, storeId, toCommunityId, toStoreId }: StockTransferRow,
  lots: readonly LotToSend[],
  asked: Request,
): Promise<void> {
  const lines = lots.map(({ lot, pieces }) => ({
    ...{ lotId: lot.id, quantity: amount(goodsAsset(lot.productId), pieces) },
  }));
  const to = { booksId: toCommunityId, storeId: toStoreId };
  const how = { request: asked, occurredAt: work.now };
  const drafted = draft(TRANSFERS.goodsSent, { transferId, storeId, to, lines }, how);
  const pathOf = (lotId: string) => [
    ...(lots.find(({ lot }) => lot.id === lotId)?.path ?? ['lines']),
    'quantity',
  ];
  const [recorded] = await sayingLotShort(pathOf, () => record(work, communityId, drafted));
  // An equal request sent them in this moment: nothing here may stand.
  if (!recorded || recorded.repeated) throw doneMeanwhile();
}

/** Keeps the transfer here, and what is coming in the books of the store that it goes to. */
async function keepTransfer(
  work: UnitOfWork,
  transfer: StockTransferRow,
  lots: readonly LotToSend[],
): Promise<void> {
  const { communityId, id: transferId, toCommunityId } = transfer;
  await work.db.insert(StockTransferRow, transfer);
  await work.db.insert(
    StockTransferLineRow,
    lots.map(({ lot, pieces, toProductId }) => ({
      ...{ communityId, transferId, lotId: lot.id, toProductId, pieces },
      ...{ arrived: null, arrivedLotId: null },
    })),
  );
  await work.db.insert(StockArrivalRow, {
    ...{ communityId: toCommunityId, transferId, storeId: transfer.toStoreId },
    ...{ fromCommunityId: communityId, open: true },
  });
  const coming = new Map<string, number>();
  for (const { toProductId, pieces } of lots)
    coming.set(toProductId, (coming.get(toProductId) ?? 0) + pieces);
  await work.db.insert(
    StockArrivalLineRow,
    [...coming].map(([productId, pieces]) => ({
      ...{ communityId: toCommunityId, transferId, productId, pieces },
    })),
  );
}
