import { CITY } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';

/** A product of which a store has less than it shall have. */
export interface LowStockRow {
  readonly communityId: string;
  readonly storeId: string;
  readonly productId: string;
  /** Pieces that it shall have. */
  readonly minimum: number;
  /** Good pieces on the shelf. */
  readonly shelf: number;
  /** Pieces on their way to it. */
  readonly coming: number;
}

/**
 * What stores have too little of on a day (`about`), by product. What they have is the sum of the
 * lots' running totals, and it is worked out for one product after the other until the page is
 * full: no history is read.
 */
export const lowStockOf: KeysetList<LowStockRow> = {
  parts: [ID_PART],
  keyOf: ({ productId }) => [productId],
  read: (db, communityId, storeIds, { after, limit, about: day }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select $1::uuid "communityId", owner.id "storeId", held.product_id "productId",
           held.pieces as minimum, shelf.pieces as shelf, coming.pieces as coming
         from (
           select distinct on (dated.product_id) dated.product_id, dated.pieces
           from minimum_stock dated
           where dated.community_id = $1 and dated.store_id = owner.id
             and dated.valid_from <= $5::date and dated.product_id > $3
           order by dated.product_id, dated.valid_from desc, dated.id desc
         ) held
         cross join lateral (
           select coalesce(sum(stock.debits - stock.credits), 0)::integer as pieces
           from lot join ledger_account stock on stock.community_id = $1
             and stock.holder_id = lot.id and stock.kind = 'lotStock'
           where lot.community_id = $1 and lot.store_id = owner.id
             and lot.product_id = held.product_id and lot.emptied_at is null
             and lot.recalled_at is null
             and coalesce(lot.expires_on, 'infinity') >= $5::date
         ) shelf
         cross join lateral (
           select coalesce(sum(line.pieces), 0)::integer as pieces
           from stock_arrival arrival join stock_arrival_line line on line.community_id = $1
             and line.transfer_id = arrival.transfer_id and line.product_id = held.product_id
           where arrival.community_id = $1 and arrival.store_id = owner.id and arrival.open
         ) coming
         where shelf.pieces + coming.pieces < held.pieces
         order by held.product_id limit $4
       ) listed
       order by owner.id, listed."productId"`,
      [communityId, storeIds, after?.[0] ?? CITY, limit, day],
    ),
};
