import { authorise } from '../kernel/actor';
import { amount, positive } from '../kernel/amount';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { naming, Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { SUPERMARKETS } from '../bookkeeping/rules/supermarkets';
import { markEmptied } from './emptied-lots';
import {
  readCost,
  readDonor,
  readExpiry,
  readPieces,
  type Cost,
  type ReceiveGoods,
} from './goods-intake';
import { LotRow } from './lot.entity';
import { lotById, type Lot } from './lot.reader';
import { productById } from './product.reader';
import type { StoreRow } from './store.entity';
import { needStore } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStaffOf } from './supermarkets.policy';

/**
 * Receives goods into a lot of a store (A1; the operator's storekeepers and clerks): given, bought
 * by a pool now, or the operator's own, for which the pool will owe as they are exchanged.
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `QUANTITY_OUT_OF_RANGE`, `LOT_EXPIRED`,
 * `NEEDED_FOR_SOURCE`, `NOT_FOR_SOURCE`, `POOL_CLOSED`, `TEXT_LENGTH`, `DAY_UNREADABLE`,
 * `WRONG_CURRENCY`, `AMOUNT_*`, `POOL_SHORT`, `BANK_SHORT`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function receiveGoods(work: UnitOfWork, input: ReceiveGoods): Promise<Lot> {
  const asked = request('receiveGoods', input);
  const store = await needStore(work, input.storeId, ['storeId']);
  authorise(work.actor, isStaffOf(work.actor, store.operatorId));
  const before = await recordedLot(work, store.communityId, asked);
  if (before) return before;
  const cost = await readCost(work, store, input);
  const lot = await readLot(work, store, input, cost);
  const drafted = draftOf(work, lot, cost, asked);
  const db = await work.begin();
  await markEmptied(work, lot);
  const [recorded] = await naming(['unitCost'], () => record(work, store.communityId, drafted));
  if (recorded && !recorded.repeated)
    await db.insert(LotRow, { ...lot, entryId: recorded.entryId });
  const received = await recordedLot(work, store.communityId, asked);
  if (!received) throw new Error('A receipt of goods came to nothing');
  return received;
}

/** The lot that an equal request has left before. */
async function recordedLot(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<Lot | null> {
  const entry = await recordedBefore(work, communityId, asked);
  if (!entry) return null;
  const [lot] = await lotById.read(work.db, communityId, [String(entry.facts.lotId)]);
  return lot ?? null;
}

/** A lot before its entry is known. */
type NewLot = Omit<LotRow, 'entryId' | NotYet>;

/** What no lot has when it comes in. */
type NotYet =
  | ('emptiedAt' | 'recalledAt' | 'recalledBy' | 'recallReason')
  | ('fromCommunityId' | 'fromLotId' | 'transferId');

async function readLot(
  work: UnitOfWork,
  store: StoreRow,
  input: ReceiveGoods,
  cost: Cost | null,
): Promise<NewLot> {
  const { communityId } = store;
  const path = ['productId'];
  const productId = sameCommunity(tenantRef('Product', input.productId, path), communityId, path);
  const [product] = await productById.read(work.db, communityId, [productId]);
  if (!product) throw new Refusal('ID_UNKNOWN', { type: 'Product' }, path);
  return {
    communityId,
    id: newId(),
    storeId: store.id,
    productId,
    source: input.source,
    quantity: readPieces(input),
    unitCost: cost?.each.minor.toString() ?? null,
    poolId: cost?.pool.id ?? null,
    ...(await readDonor(work, input)),
    expiresOn: await readExpiry(work, store, input),
    receivedAt: work.now,
  };
}

function draftOf(work: UnitOfWork, lot: NewLot, cost: Cost | null, asked: Request): Draft {
  const how = { request: asked, occurredAt: work.now };
  const intake = {
    storeId: lot.storeId,
    lotId: lot.id,
    source: lot.source,
    quantity: amount(goodsAsset(lot.productId), lot.quantity),
  };
  if (lot.source !== 'PURCHASED' || !cost) return draft(SUPERMARKETS.goodsReceived, intake, how);
  const whole = amount(cost.each.asset, cost.each.minor * BigInt(lot.quantity));
  const paid = {
    poolId: cost.pool.id,
    foundationId: cost.pool.foundationId,
    cost: positive(whole, ['unitCost', 'amount']),
  };
  return draft(SUPERMARKETS.goodsPurchased, { ...intake, ...paid }, how);
}
