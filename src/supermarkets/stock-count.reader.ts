import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import type { StockCountRow } from './stock-count.entity';

const COUNT = `counted.community_id "communityId", counted.stock_take_id "stockTakeId",
  counted.lot_id "lotId", counted.pieces, counted.counted_at "countedAt",
  counted.counted_by "countedBy", counted.book`;

/** What stock-takes counted, in the order that the lots came in. */
export const countsOf: KeysetList<StockCountRow> = {
  parts: [ID_PART],
  keyOf: ({ lotId }) => [lotId],
  read: (db, communityId, stockTakeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${COUNT} from stock_count counted
         where counted.community_id = $1 and counted.stock_take_id = owner.id
           and counted.lot_id > $3
         order by counted.lot_id limit $4
       ) listed
       order by owner.id, listed."lotId"`,
      [communityId, stockTakeIds, after?.[0] ?? CITY, limit],
    ),
};

/** A count with what the books, as they are known now, held of the lot at its moment. */
export interface CountedLot extends StockCountRow {
  readonly productId: string;
  readonly bookNow: number;
}

/**
 * All counts of a stock-take against the books. What happened after a count is taken off what the
 * lot holds now, by when it is said to have happened: what a till without a connection sends in
 * late has left the shelf before the count all the same. The stock-take's own entries come after it
 * whatever the clock says.
 */
export async function countedLots(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<CountedLot[]> {
  return await read<CountedLot>(
    db,
    `select ${COUNT}, lot.product_id "productId",
       (stock.debits - stock.credits - coalesce((
         select sum(leg.amount) from ledger_leg leg
         join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
         where leg.community_id = $1 and leg.account_id = stock.id
           and (entry.occurred_at > counted.counted_at
             or (entry.facts ->> 'stockTakeId')::uuid = counted.stock_take_id)), 0))::integer "bookNow"
     from stock_count counted
     join lot on lot.community_id = $1 and lot.id = counted.lot_id
     join ledger_account stock on stock.community_id = $1 and stock.holder_id = lot.id
       and stock.kind = 'lotStock'
     where counted.community_id = $1 and counted.stock_take_id = $2
     order by counted.lot_id`,
    [communityId, id],
  );
}
