import type { Check } from '../ledger/verify';

/** What `verify` checks of the counting and moving of stock. */
export const STOCK_CHECKS: readonly Check[] = [
  {
    name: 'stock-within-lots',
    says: 'What is left of a lot is between nothing and what was received or found of it.',
    sql: `select stock.community_id, stock.holder_id, stock.debits - stock.credits as pieces
      from ledger_account stock
      left join lot on lot.community_id = stock.community_id and lot.id = stock.holder_id
      left join (
        select leg.community_id, leg.account_id, sum(leg.amount) as pieces
        from ledger_entry entry
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        where entry.rule = 'stockFound' and leg.amount > 0
        group by leg.community_id, leg.account_id
      ) found on found.community_id = stock.community_id and found.account_id = stock.id
      where stock.kind = 'lotStock' and stock.seq > 0
        and (lot.id is null or stock.debits - stock.credits
          not between 0 and lot.quantity + coalesce(found.pieces, 0))`,
  },
  {
    name: 'stock-takes',
    says: 'The books were adjusted by what approved stock-takes counted, and by nothing else.',
    sql: `select coalesce(counted.community_id, posted.community_id) as community_id,
        coalesce(counted.stock_take_id, posted.stock_take_id) as stock_take_id,
        coalesce(counted.lot_id, posted.lot_id) as lot_id, counted.more, posted.more as posted
      from (
        select counted.community_id, counted.stock_take_id, counted.lot_id,
          counted.pieces - counted.book as more
        from stock_take take
        join stock_count counted
          on counted.community_id = take.community_id and counted.stock_take_id = take.id
        where take.state = 'approved' and counted.pieces is distinct from counted.book
      ) counted
      full join (
        select leg.community_id, (entry.facts ->> 'stockTakeId')::uuid as stock_take_id,
          stock.holder_id as lot_id, sum(leg.amount) as more
        from ledger_entry entry
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account stock on stock.community_id = leg.community_id
          and stock.id = leg.account_id and stock.kind = 'lotStock'
        where entry.rule in ('stockMissing', 'stockFound')
        group by 1, 2, 3
      ) posted on posted.community_id = counted.community_id
        and posted.stock_take_id = counted.stock_take_id and posted.lot_id = counted.lot_id
      where counted.more is distinct from posted.more`,
  },
  {
    name: 'lots-recalled',
    says: 'Only of lots that were called back have goods been called back.',
    sql: `select recalled.community_id, recalled.holder_id as lot_id
      from ledger_account recalled
      left join lot on lot.community_id = recalled.community_id and lot.id = recalled.holder_id
      where recalled.kind = 'goodsRecalled' and recalled.seq > 0 and lot.recalled_at is null`,
  },
];
