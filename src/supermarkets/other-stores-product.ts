import type { EntityManager } from 'typeorm';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Lot } from './lot.reader';
import type { ProductRow } from './product.entity';
import { productById, productsByEan } from './product.reader';
import type { StoreRow } from './store.entity';

/** A lot, and the product that somebody says its goods are where they go. */
export interface Named {
  readonly lot: Lot;
  readonly asProductId: string | null;
  readonly path: readonly string[];
}

/**
 * The products that lots' goods are where they go, in their order. Each community has its own
 * products: the one that is named, else the one with the same bar code. Refuses:
 * `PRODUCT_UNMATCHED`, `ID_UNKNOWN`, `OTHER_COMMUNITY`, `PRODUCT_DIFFERS`.
 */
export async function otherStoresProducts(
  work: UnitOfWork,
  { communityId: books }: StoreRow,
  lots: readonly Named[],
): Promise<string[]> {
  const [first] = lots;
  const here = first?.lot.communityId ?? books;
  const own = await byId(
    work.db,
    here,
    lots.map(({ lot }) => lot.productId),
  );
  const ids = lots.map(({ asProductId, path }) => {
    const at = [...path, 'asProductId'];
    return asProductId ? sameCommunity(tenantRef('Product', asProductId, at), books, at) : null;
  });
  const named = await byId(
    work.db,
    books,
    ids.filter((id) => id !== null),
  );
  const eans = [...own.values()].flatMap(({ ean }) => ean ?? []);
  const known = here === books ? [] : await productsByEan(work.db, books, eans);
  const matched = new Map(known.map((product) => [product.ean, product]));
  return lots.map(({ lot, path }, i) => {
    const at = [...path, 'asProductId'];
    const was = own.get(lot.productId);
    const id = ids[i];
    if (id) return sameGoods(was, named.get(id), here === books, at);
    if (here === books) return lot.productId;
    const match = was?.ean ? matched.get(was.ean) : undefined;
    if (!match) throw new Refusal('PRODUCT_UNMATCHED', {}, at);
    return match.id;
  });
}

async function byId(db: EntityManager, communityId: string, ids: readonly string[]) {
  const rows = ids.length > 0 ? await productById.read(db, communityId, ids) : [];
  return new Map(rows.map((product) => [product.id, product]));
}

/** In the same books it is the same product; elsewhere of the same bar code, if both have one. */
function sameGoods(
  was: ProductRow | undefined,
  named: ProductRow | undefined,
  sameBooks: boolean,
  path: readonly string[],
): string {
  if (!named) throw new Refusal('ID_UNKNOWN', { type: 'Product' }, path);
  const alike = sameBooks
    ? named.id === was?.id
    : !was?.ean || named.ean === null || named.ean === was.ean;
  if (!alike) throw new Refusal('PRODUCT_DIFFERS', {}, path);
  return named.id;
}
