import { poolById } from '../foundations/pool.reader';
import { dayOf } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { readPieces } from './goods-intake';
import { lotById, type Lot } from './lot.reader';
import { otherStoresProducts } from './other-stores-product';
import type { StoreRow } from './store.entity';

export interface SendingLine {
  readonly lotId: string;
  /** Pieces, 1 to 100,000. */
  readonly quantity: number;
  /** The product as the other community knows it; left out: the one with the same bar code. */
  readonly asProductId?: string | null;
}

/** Pieces of a lot that are sent, and the product that they are where they go. */
export interface LotToSend {
  readonly lot: Lot;
  readonly pieces: number;
  readonly toProductId: string;
  readonly path: readonly string[];
}

export interface Way {
  readonly from: StoreRow;
  readonly to: StoreRow;
}

const MOST_LINES = 100;

/**
 * Reads 1 to 100 lines, each lot once. Refuses: `NO_LINES`, `TOO_MANY_LINES`,
 * `QUANTITY_OUT_OF_RANGE`, `ID_UNKNOWN`, `OTHER_COMMUNITY`, `LOT_TWICE`, `LOT_ELSEWHERE`,
 * `LOT_RECALLED`, `LOT_EXPIRED`, `LOT_SHORT`, `OPERATOR_OWNS_GOODS`, `POOL_OWNS_GOODS`,
 * `PRODUCT_UNMATCHED`, `PRODUCT_DIFFERS`.
 */
export async function readSending(
  work: UnitOfWork,
  way: Way,
  lines: readonly SendingLine[],
): Promise<LotToSend[]> {
  if (lines.length < 1) throw new Refusal('NO_LINES', {}, ['lines']);
  if (lines.length > MOST_LINES)
    throw new Refusal('TOO_MANY_LINES', { most: MOST_LINES }, ['lines']);
  const lots = await lotsNamed(work, way.from, lines);
  const { timeZone } = await needPlace(work, way.from.communityId, ['fromStoreId']);
  const today = dayOf(work.now, timeZone);
  const sameMoney = await paidInOneCurrency(work, way);
  const sent = lines.map((line, i) => {
    const path = ['lines', String(i)];
    const lot = lots[i];
    if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, [...path, 'lotId']);
    const pieces = readQuantity(line, path);
    refuseUnsendable(lot, way, { today, sameMoney }, [...path, 'lotId']);
    if (pieces > lot.stock)
      throw new Refusal('LOT_SHORT', { available: lot.stock }, [...path, 'quantity']);
    return { lot, pieces, path, asProductId: line.asProductId ?? null };
  });
  const products = await otherStoresProducts(work, way.to, sent);
  return sent.map((each, i) => ({ ...each, toProductId: products[i] ?? '' }));
}

async function lotsNamed(
  work: UnitOfWork,
  { communityId }: StoreRow,
  lines: readonly SendingLine[],
): Promise<(Lot | undefined)[]> {
  const ids = lines.map(({ lotId }, i) => {
    const path = ['lines', String(i), 'lotId'];
    return sameCommunity(tenantRef('Lot', lotId, path), communityId, path);
  });
  const again = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (again >= 0) throw new Refusal('LOT_TWICE', {}, ['lines', String(again), 'lotId']);
  const rows = new Map((await lotById.read(work.db, communityId, ids)).map((lot) => [lot.id, lot]));
  return ids.map((id) => rows.get(id));
}

function readQuantity(line: SendingLine, path: readonly string[]): number {
  try {
    return readPieces(line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('QUANTITY_OUT_OF_RANGE', error.facts, [...path, ...error.path]);
  }
}

/**
 * What may go: what is good, and whose owner it stays with. The operator's own goods go between its
 * own stores, whose pools will owe for them in one currency; what a pool bought stays in its books.
 */
function refuseUnsendable(
  lot: Lot,
  { from, to }: Way,
  { today, sameMoney }: { readonly today: string; readonly sameMoney: boolean },
  path: readonly string[],
): void {
  if (lot.storeId !== from.id) throw new Refusal('LOT_ELSEWHERE', {}, path);
  if (lot.recalledAt) throw new Refusal('LOT_RECALLED', {}, path);
  if (lot.expiresOn !== null && lot.expiresOn < today)
    throw new Refusal('LOT_EXPIRED', { expiresOn: lot.expiresOn }, path);
  const ownStores = from.operatorId === to.operatorId && sameMoney;
  if (lot.source === 'OPERATOR_OWNED' && !ownStores)
    throw new Refusal('OPERATOR_OWNS_GOODS', {}, path);
  if (lot.source === 'PURCHASED' && from.communityId !== to.communityId)
    throw new Refusal('POOL_OWNS_GOODS', {}, path);
}

async function paidInOneCurrency(work: UnitOfWork, { from, to }: Way): Promise<boolean> {
  const [one] = await poolById.read(work.db, from.communityId, [from.poolId]);
  const [other] = await poolById.read(work.db, to.communityId, [to.poolId]);
  return one?.currency === other?.currency;
}
