import { dayOf } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { piecesOnShelf, shelfOf } from './lot.reader';
import { productById } from './product.reader';
import { ShiftCountRow } from './shift-count.entity';

export interface CountedProduct {
  readonly productId: string;
  /** Pieces on the shelf that are good and not called back, 0 to 100,000. */
  readonly pieces: number;
}

/** A product that was counted, with what the books say of it. */
export type Counted = Pick<ShiftCountRow, 'productId' | 'pieces' | 'book'>;

const MOST_PRODUCTS = 50;
const MOST_PIECES = 100_000;

/**
 * Reads what was counted of at most 50 products, each once, and what the books hold of them on the
 * shelf now. Refuses: `TOO_MANY_LINES`, `COUNT_RANGE`, `ID_UNKNOWN`, `OTHER_COMMUNITY`,
 * `COUNTED_TWICE`.
 */
export async function readCounted(
  work: UnitOfWork,
  { communityId, id: storeId }: { readonly communityId: string; readonly id: string },
  lines: readonly CountedProduct[],
): Promise<Counted[]> {
  if (lines.length > MOST_PRODUCTS)
    throw new Refusal('TOO_MANY_LINES', { most: MOST_PRODUCTS }, ['counted']);
  const pieces = new Map<string, number>();
  lines.forEach((line, i) => {
    const path = ['counted', String(i)];
    if (!Number.isInteger(line.pieces) || line.pieces < 0 || line.pieces > MOST_PIECES)
      throw new Refusal('COUNT_RANGE', { most: MOST_PIECES }, [...path, 'pieces']);
    const named = [...path, 'productId'];
    const productId = sameCommunity(
      tenantRef('Product', line.productId, named),
      communityId,
      named,
    );
    if (pieces.has(productId)) throw new Refusal('COUNTED_TWICE', {}, named);
    pieces.set(productId, line.pieces);
  });
  const ids = [...pieces.keys()];
  const products = await productById.read(work.db, communityId, ids);
  const known = new Set(products.map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw new Refusal('ID_UNKNOWN', { type: 'Product' }, ['counted', String(unknown), 'productId']);
  const { timeZone } = await needPlace(work, communityId, ['counted']);
  const today = dayOf(work.now, timeZone);
  const keys = ids.map((id) => shelfOf(storeId, id, today));
  const shelves = await piecesOnShelf.read(work.db, communityId, keys);
  const book = new Map(shelves.map((shelf) => [shelf.key, shelf.pieces]));
  return ids.map((productId) => ({
    ...{ productId, pieces: pieces.get(productId) ?? 0 },
    book: book.get(shelfOf(storeId, productId, today)) ?? 0,
  }));
}

/** Keeps what was counted at an end of a shift. */
export async function keepCounted(
  work: UnitOfWork,
  { communityId, id: shiftId }: { readonly communityId: string; readonly id: string },
  counted: readonly Counted[],
  { atEnd }: { readonly atEnd: boolean },
): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map((each) => ({ ...each, communityId, shiftId, atEnd }));
  await work.db.insert(ShiftCountRow, rows);
}
