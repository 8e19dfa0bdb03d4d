import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ProductRow } from './product.entity';

const COLUMNS = `product.community_id "communityId", product.id, product.name, product.ean,
  product.unit, product.allowance_class_id "allowanceClassId"`;

export const productById: Batch<ProductRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COLUMNS} from product where product.community_id = $1 and product.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The product that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needProduct(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ProductRow> {
  return await needRow(work, productById, { type: 'Product', globalId, path });
}

/**
 * A community's products, in the order they were added; their owner is the community. With
 * something to look for (`about`), those that have it anywhere in their name: what a community
 * offers is few enough to be looked through.
 */
export const productsOf: KeysetList<ProductRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: async (db, communityId, _owners, { after, limit, about }) =>
    await read(
      db,
      `select ${COLUMNS}, product.community_id "ownerId" from product
       where product.community_id = $1 and product.id > $2
         and strpos(lower(product.name), lower($4)) > 0
       order by product.id limit $3`,
      [communityId, after?.[0] ?? CITY, limit, about],
    ),
};

/** A community's product by its bar code. */
export async function productByEan(
  db: EntityManager,
  communityId: string,
  ean: string,
): Promise<ProductRow | null> {
  const rows: ProductRow[] = await read(
    db,
    `select ${COLUMNS} from product where product.community_id = $1 and product.ean = $2`,
    [communityId, ean],
  );
  return rows[0] ?? null;
}

/** A community's products with one of some bar codes. */
export async function productsByEan(
  db: EntityManager,
  communityId: string,
  eans: readonly string[],
): Promise<ProductRow[]> {
  return await read(
    db,
    `select ${COLUMNS} from product where product.community_id = $1 and product.ean = any ($2)`,
    [communityId, eans],
  );
}

/** A price in whole credits. */
export interface Price {
  readonly key: string;
  readonly credits: number;
}

/** The key of a product's price at a moment. */
export const productAt = (productId: string, moment: Date) =>
  `${productId}@${moment.toISOString()}`;

/**
 * The price of `product.id` at a moment, as SQL: the last one set to hold until then. The first one
 * counts from the beginning, because goods may be taken before someone has typed them in.
 */
export const priceAt = (moment: string) => `coalesce(
  (select listed.credits from product_price listed
   where listed.community_id = $1 and listed.product_id = product.id
     and listed.valid_from <= ${moment}
   order by listed.valid_from desc, listed.id desc limit 1),
  (select listed.credits from product_price listed
   where listed.community_id = $1 and listed.product_id = product.id
   order by listed.valid_from, listed.id limit 1))`;

/** Prices at moments; keys are made by `productAt`. */
export const priceOfProduct: Batch<Price> = {
  read: async (db, communityId, keys) =>
    await read(
      db,
      `select product.key, ${priceAt('product.moment')} as credits
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as product (key, id, moment)`,
      [communityId, keys, keys.map((key) => key.slice(0, 36)), keys.map((key) => key.slice(37))],
    ),
  keyOf: ({ key }) => key,
};
