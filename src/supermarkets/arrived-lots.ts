import { amount } from '../kernel/amount';
import { newId } from '../kernel/id';
import { ownRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { draft, record } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { TRANSFERS } from '../bookkeeping/rules/transfers';
import type { Counted } from './arrival-count';
import { markEmptied } from './emptied-lots';
import { LotRow } from './lot.entity';
import { lotById, type Lot } from './lot.reader';
import type { StockTransferRow } from './stock-transfer.entity';
import type { StoreRow } from './store.entity';
import { goodsAsset } from './supermarket-assets';

/** A lot before its entry is known, and what it was in the books that it comes from. */
type Arrived = Omit<LotRow, 'entryId'> & { readonly was: Lot };

/**
 * The lots that arrived goods become, like those they were. Who calls back one of these waits until
 * this is done, and then finds its new one as well.
 */
export async function arrivedLots(
  work: UnitOfWork,
  { communityId, id: transferId }: StockTransferRow,
  to: StoreRow,
  counted: readonly Counted[],
): Promise<Arrived[]> {
  const some = counted.filter(({ pieces }) => pieces > 0);
  const ids = some.map(({ line }) => line.lotId);
  await work.db.query(
    `select lot.id from lot where lot.community_id = $1 and lot.id = any ($2)
     order by lot.id for share`,
    [communityId, ids],
  );
  const lots = new Map((await lotById.read(work.db, communityId, ids)).map((lot) => [lot.id, lot]));
  return some.flatMap(({ line, pieces }) => {
    const was = lots.get(line.lotId);
    if (!was) return [];
    const { source, unitCost, donorName, donorOrganisationId, expiresOn } = was;
    const { recalledAt, recalledBy, recallReason } = was;
    return {
      ...{ communityId: to.communityId, id: newId(), storeId: to.id, productId: line.toProductId },
      ...{ source, quantity: pieces, unitCost, poolId: payingPool(was, to) },
      ...{ donorName, donorOrganisationId, expiresOn, receivedAt: work.now, emptiedAt: null },
      ...{ recalledAt, recalledBy, recallReason, transferId, was },
      ...{ fromCommunityId: communityId, fromLotId: was.id },
    };
  });
}

/** Who pays for the operator's goods is the store's pool where they are exchanged. */
const payingPool = ({ source, poolId }: Lot, to: StoreRow) =>
  source === 'OPERATOR_OWNED' ? to.poolId : poolId;

/**
 * Posts what arrived, in both stores' books under one key, and keeps the new lots. Sets of books
 * are taken in the order of their ids, so that transfers that cross never wait in a circle. What
 * was called back on its way is called back here.
 */
export async function shelveArrived(
  work: UnitOfWork,
  transfer: StockTransferRow,
  lots: readonly Arrived[],
  asked: Request,
): Promise<void> {
  const { communityId: fromBooks, toCommunityId: toBooks } = transfer;
  const sides: [books: string, entry: Draft][] = [[toBooks, arrival(work, transfer, lots, asked)]];
  if (fromBooks !== toBooks) sides.push([fromBooks, handover(work, transfer, lots, asked)]);
  for (const productId of [...new Set(lots.map((lot) => lot.productId))].sort())
    await markEmptied(work, { communityId: toBooks, storeId: transfer.toStoreId, productId });
  let entryId = '';
  for (const [books, entry] of sides.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [recorded] = await record(work, books, entry);
    if (books === toBooks) entryId = recorded?.entryId ?? '';
  }
  await work.db.insert(
    LotRow,
    lots.map(({ was: _was, ...lot }) => ({ ...lot, entryId })),
  );
  const recalled = lots.filter(({ recalledAt }) => recalledAt !== null);
  if (recalled.length > 0)
    await record(work, toBooks, ...recalled.map((lot) => callBack(work, lot)));
}

const piecesOf = ({ id: lotId, productId, quantity }: Arrived) => ({
  ...{ lotId, quantity: amount(goodsAsset(productId), quantity) },
});

function arrival(
  { now }: UnitOfWork,
  { communityId, id: transferId, storeId: fromStoreId, toCommunityId, toStoreId }: StockTransferRow,
  lots: readonly Arrived[],
  asked: Request,
): Draft {
  const from = { booksId: communityId, storeId: fromStoreId };
  const facts = { transferId, storeId: toStoreId, from, lines: lots.map(piecesOf) };
  const how = { request: asked, occurredAt: now };
  return communityId === toCommunityId
    ? draft(TRANSFERS.goodsArrived, facts, how)
    : draft(TRANSFERS.goodsTakenOver, facts, how);
}

function handover(
  { now }: UnitOfWork,
  { id: transferId, storeId, toCommunityId, toStoreId }: StockTransferRow,
  lots: readonly Arrived[],
  asked: Request,
): Draft {
  const to = { booksId: toCommunityId, storeId: toStoreId };
  const lines = lots.map(({ was, quantity }) => ({
    ...{ lotId: was.id, quantity: amount(goodsAsset(was.productId), quantity) },
  }));
  const how = { request: asked, occurredAt: now };
  return draft(TRANSFERS.goodsHandedOver, { transferId, storeId, to, lines }, how);
}

function callBack({ now }: UnitOfWork, lot: Arrived): Draft {
  const facts = { storeId: lot.storeId, ...piecesOf(lot) };
  const how = { request: ownRequest(`recalled-on-arrival/${lot.id}`), occurredAt: now };
  return draft(STOCK.lotRecalled, facts, how);
}
