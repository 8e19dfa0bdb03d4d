import type { Check } from '../ledger/verify';

/** What `verify` checks of goods on their way between stores, and of what was written off. */
export const TRANSFER_CHECKS: readonly Check[] = [
  {
    name: 'goods-in-transit',
    says: 'What the books hold on its way is what transfers have sent and nobody has accounted for.',
    sql: `select coalesce(said.community_id, held.community_id) as community_id,
        coalesce(said.transfer_id, held.transfer_id) as transfer_id,
        coalesce(said.asset_id, held.asset_id) as asset_id, said.pieces, held.pieces as held
      from (
        select line.community_id, line.transfer_id, lot.product_id as asset_id,
          sum(line.pieces - coalesce(line.arrived, 0)) as pieces
        from stock_transfer transfer
        join stock_transfer_line line
          on line.community_id = transfer.community_id and line.transfer_id = transfer.id
        join lot on lot.community_id = line.community_id and lot.id = line.lot_id
        where transfer.state in ('sent', 'received')
        group by line.community_id, line.transfer_id, lot.product_id
      ) said
      full join (
        select community_id, holder_id as transfer_id, asset_id, debits - credits as pieces
        from ledger_account where kind = 'goodsInTransit'
      ) held on held.community_id = said.community_id
        and held.transfer_id = said.transfer_id and held.asset_id = said.asset_id
      where coalesce(said.pieces, 0) <> coalesce(held.pieces, 0)`,
  },
  {
    name: 'goods-handed-over',
    says: 'What a store handed over to one of other books, that one has taken over there.',
    sql: `select coalesce(gave.books, took.books)::uuid as community_id,
        coalesce(gave.store, took.store) as store, gave.pieces, took.pieces as taken
      from (
        select community_id::text as books, holder_id::text as store, about as other,
          sum(debits - credits) as pieces
        from ledger_account where kind = 'goodsHandedOver' group by 1, 2, 3
      ) gave
      full join (
        select split_part(about, '/', 1) as books, split_part(about, '/', 2) as store,
          community_id || '/' || holder_id as other, sum(credits - debits) as pieces
        from ledger_account where kind = 'goodsTakenOver' group by 1, 2, 3
      ) took on took.books = gave.books and took.store = gave.store and took.other = gave.other
      where coalesce(gave.pieces, 0) <> coalesce(took.pieces, 0)`,
  },
  {
    name: 'transfers-arrived',
    says: 'What arrived of a lot is a lot where it arrived: so many pieces, good until the same day.',
    sql: `select line.community_id, line.transfer_id, line.lot_id, line.arrived, arrived.quantity
      from stock_transfer_line line
      join stock_transfer transfer
        on transfer.community_id = line.community_id and transfer.id = line.transfer_id
      join lot was on was.community_id = line.community_id and was.id = line.lot_id
      full join lot arrived on arrived.community_id = transfer.to_community_id
        and arrived.id = line.arrived_lot_id
      where (arrived.transfer_id is not null or coalesce(line.arrived, 0) > 0)
        and (arrived.quantity is distinct from line.arrived
          or arrived.transfer_id is distinct from line.transfer_id
          or arrived.from_lot_id is distinct from line.lot_id
          or arrived.product_id is distinct from line.to_product_id
          or arrived.source is distinct from was.source
          or arrived.expires_on is distinct from was.expires_on
          or arrived.unit_cost is distinct from was.unit_cost)`,
  },
  {
    name: 'arrivals',
    says: 'A store waits for a transfer as long as that is on its way, and for all of its pieces.',
    sql: `select coalesce(transfer.community_id, arrival.from_community_id) as community_id,
        coalesce(transfer.id, arrival.transfer_id) as transfer_id, transfer.state,
        arrival.open, transfer.pieces, arrival.pieces as expected
      from (
        select transfer.*, (select sum(line.pieces) from stock_transfer_line line
          where line.community_id = transfer.community_id
            and line.transfer_id = transfer.id) as pieces
        from stock_transfer transfer
      ) transfer
      full join (
        select arrival.*, (select sum(line.pieces) from stock_arrival_line line
          where line.community_id = arrival.community_id
            and line.transfer_id = arrival.transfer_id) as pieces
        from stock_arrival arrival
      ) arrival on arrival.community_id = transfer.to_community_id
        and arrival.transfer_id = transfer.id
        and arrival.from_community_id = transfer.community_id
        and arrival.store_id = transfer.to_store_id
      where (transfer.state = 'sent') is distinct from arrival.open
        or transfer.pieces is distinct from arrival.pieces`,
  },
  {
    name: 'write-offs',
    says: 'Each write-off that was posted stands in the books once, and is mirrored if taken back.',
    sql: `select coalesce(entry.community_id, row.community_id) as community_id,
        coalesce(entry.write_off_id, row.id) as write_off_id, row.state, entry.pieces
      from (select * from write_off where state in ('posted', 'reversed')) row
      full join (
        select entry.community_id, entry.id, (entry.facts ->> 'writeOffId')::uuid as write_off_id,
          (entry.facts -> 'quantity' ->> 'minor')::integer as pieces,
          exists (select from ledger_entry mirror where mirror.community_id = entry.community_id
            and mirror.reversal_of = entry.id) as mirrored
        from ledger_entry entry where entry.rule = 'goodsWrittenOff'
      ) entry on entry.community_id = row.community_id and entry.id = row.entry_id
      where row.id is distinct from entry.write_off_id or row.pieces is distinct from entry.pieces
        or (row.state = 'reversed') is distinct from entry.mirrored`,
  },
];
