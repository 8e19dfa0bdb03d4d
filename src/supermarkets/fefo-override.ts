import type { Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { takeInOrder, type Taken } from './first-expiring';
import { lotById, type Lot } from './lot.reader';
import type { LotToTake } from './shelf.reader';

/** Pieces that are wanted of one lot, whatever expires before it. */
export interface LotAsked {
  readonly lotId: string;
  readonly quantity: number;
  /** Why not of the first to expire. */
  readonly reason: string;
  readonly path: readonly string[];
}

/** A line of an exchange, as far as it may name a lot. */
interface Line {
  readonly quantity: number;
  readonly fromLot?: { readonly lotId: string; readonly reason: string } | null;
}

/** Reads the lot that a line names. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `TEXT_LENGTH`. */
export function readLotAsked(
  { fromLot, quantity }: Line,
  communityId: string,
  linePath: readonly string[],
): LotAsked | null {
  if (!fromLot) return null;
  const path = [...linePath, 'fromLot'];
  const lotPath = [...path, 'lotId'];
  const lotId = sameCommunity(tenantRef('Lot', fromLot.lotId, lotPath), communityId, lotPath);
  return {
    lotId,
    quantity,
    reason: readReason(fromLot.reason, [...path, 'reason']),
    path: lotPath,
  };
}

/** Pieces of a lot, and why they are not of the first to expire. */
export interface TakenOf extends Taken<LotToTake> {
  readonly fefoReason?: string;
}

interface Wanted {
  readonly quantity: number;
  readonly fromLots?: readonly LotAsked[];
  readonly offered: { readonly lots: readonly LotToTake[] };
}

/** Takes pieces first from the lots that are named, and the rest first expired, first out. */
export function takeFrom({ quantity, fromLots, offered }: Wanted): {
  readonly taken: readonly TakenOf[];
  readonly missing: number;
} {
  if (!fromLots) return takeInOrder(offered.lots, quantity);
  const taken: TakenOf[] = [];
  let left = offered.lots;
  let rest = quantity;
  let missing = 0;
  for (const { lotId, quantity: asked, reason: fefoReason } of fromLots) {
    const lot = left.find(({ id }) => id === lotId);
    const part = Math.min(asked, lot?.stock ?? 0);
    if (lot && part > 0) taken.push({ lot, quantity: part, fefoReason });
    missing += asked - part;
    rest -= asked;
    left = left.map((each) => (each.id === lotId ? { ...each, stock: each.stock - part } : each));
  }
  const others = takeInOrder(left, rest);
  return { taken: [...taken, ...others.taken], missing: missing + others.missing };
}

/** The named lot that has too little, if one has: `LOT_SHORT`. */
export function shortOfLot({ fromLots, offered }: Wanted): Refusal | null {
  for (const { lotId, path } of fromLots ?? []) {
    const asked = (fromLots ?? []).filter((each) => each.lotId === lotId);
    const wanted = asked.reduce((sum, { quantity }) => sum + quantity, 0);
    const available = offered.lots.find(({ id }) => id === lotId)?.stock ?? 0;
    if (available < wanted) return new Refusal('LOT_SHORT', { available }, path);
  }
  return null;
}

/** Where and when goods are taken. */
interface Shelf {
  readonly communityId: string;
  readonly storeId: string;
  readonly day: Day;
}

/**
 * Refuses a named lot that does not lie on the shelf as one of the product that is still good:
 * `ID_UNKNOWN`, `LOT_ELSEWHERE`, `LOT_OF_OTHER_PRODUCT`, `LOT_RECALLED`, `LOT_EXPIRED`. Where no
 * line names a lot, nothing is read.
 */
export async function refuseLots(
  work: UnitOfWork,
  shelf: Shelf,
  products: readonly (Wanted & { readonly productId: string })[],
): Promise<void> {
  const unseen = products.flatMap(({ fromLots = [], productId, offered }) =>
    fromLots
      .filter(({ lotId }) => offered.lots.every(({ id }) => id !== lotId))
      .map((asked) => ({ ...asked, productId })),
  );
  if (unseen.length === 0) return;
  const ids = unseen.map(({ lotId }) => lotId);
  const lots = await work.rows(lotById, shelf.communityId, ids);
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  for (const { lotId, productId, path } of unseen)
    refuseLot(byId.get(lotId), productId, shelf, path);
}

function refuseLot(
  lot: Lot | undefined,
  productId: string,
  { storeId, day }: Shelf,
  path: readonly string[],
): void {
  if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, path);
  if (lot.storeId !== storeId) throw new Refusal('LOT_ELSEWHERE', {}, path);
  if (lot.productId !== productId) throw new Refusal('LOT_OF_OTHER_PRODUCT', {}, path);
  if (lot.recalledAt) throw new Refusal('LOT_RECALLED', {}, path);
  if (lot.expiresOn !== null && lot.expiresOn < day)
    throw new Refusal('LOT_EXPIRED', { expiresOn: lot.expiresOn }, path);
}
