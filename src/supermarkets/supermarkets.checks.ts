import type { Check } from '../ledger/verify';
import { OPERATOR_CHECKS } from './operators.checks';
import { STOCK_CHECKS } from './stock.checks';
import { TRANSFER_CHECKS } from './transfers.checks';

/** What `verify` checks of stock, allowances and operators' goods, besides the ledger's laws. */
export const SUPERMARKET_CHECKS: readonly Check[] = [
  {
    name: 'lots-received',
    says: 'Every lot stands in the books with exactly the pieces that it says were received.',
    sql: `select coalesce(lot.community_id, received.community_id) as community_id,
        coalesce(lot.id, received.id) as id, lot.quantity, received.pieces
      from lot
      full join (
        select leg.community_id, stock.holder_id as id, stock.asset_id, sum(leg.amount) as pieces
        from ledger_entry entry
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account stock
          on stock.community_id = leg.community_id and stock.id = leg.account_id
        where stock.kind = 'lotStock' and entry.rule in ('goodsReceived', 'goodsPurchased',
          'goodsGiftReceived', 'goodsArrived', 'goodsTakenOver')
        group by leg.community_id, stock.holder_id, stock.asset_id
      ) received on received.community_id = lot.community_id and received.id = lot.id
      where lot.id is null or received.id is null or received.pieces <> lot.quantity
        or received.asset_id <> lot.product_id`,
  },
  {
    name: 'emptied-lots',
    says: 'A lot that is marked as emptied has nothing left.',
    sql: `select lot.community_id, lot.id, stock.debits - stock.credits as pieces
      from lot
      join ledger_account stock on stock.community_id = lot.community_id
        and stock.holder_id = lot.id and stock.kind = 'lotStock'
      where lot.emptied_at is not null and stock.debits <> stock.credits`,
  },
  {
    name: 'allowances-granted',
    says: 'A household never has more of an allowance than it was granted, once a month and class.',
    sql: `select allowance.community_id, allowance.id, granted.times, granted.pieces,
        allowance.credits - allowance.debits as remaining
      from ledger_account allowance
      left join (
        select leg.community_id, leg.account_id, count(*) as times, -sum(leg.amount) as pieces
        from ledger_entry entry
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        where entry.rule = 'allowanceOpened' and leg.amount < 0
        group by leg.community_id, leg.account_id
      ) granted
        on granted.community_id = allowance.community_id and granted.account_id = allowance.id
      where allowance.kind = 'householdAllowance' and allowance.seq > 0
        and (granted.times is distinct from 1
          or allowance.credits - allowance.debits not between 0 and granted.pieces)`,
  },
  {
    name: 'operator-goods',
    says: 'Each exchange owes the operator exactly what its own goods in it cost.',
    // Summed over all legs at once: looked up exchange by exchange, a city's take minutes.
    sql: `select entry.community_id, entry.id, drawn.cost, drawn.owed
      from ledger_entry entry
      join (
        select leg.community_id, leg.entry_id,
          coalesce(sum(-leg.amount * lot.unit_cost) filter (where lot.source = 'OPERATOR_OWNED'),
            0) as cost,
          coalesce(sum(-leg.amount) filter (where account.kind = 'operatorOwed'), 0) as owed
        from ledger_account account
        join ledger_leg leg
          on leg.community_id = account.community_id and leg.account_id = account.id
        left join lot on lot.community_id = account.community_id and lot.id = account.holder_id
          and account.kind = 'lotStock'
        where account.kind in ('lotStock', 'operatorOwed')
        group by leg.community_id, leg.entry_id
      ) drawn on drawn.community_id = entry.community_id and drawn.entry_id = entry.id
      where entry.rule = 'goodsExchanged' and drawn.cost <> drawn.owed`,
  },
  {
    name: 'exchange-facts',
    says: 'Each exchange says of itself the pieces and credits that stand in its legs.',
    sql: `select entry.community_id, entry.id from ledger_entry entry
      cross join lateral (
        select sum((line -> 'quantity' ->> 'minor')::bigint) as pieces,
          sum((line -> 'credits' ->> 'minor')::bigint) as credits
        from jsonb_array_elements(entry.facts -> 'lines') line
      ) said
      left join (
        select leg.community_id, leg.entry_id,
          sum(-leg.amount) filter (where account.kind = 'lotStock') as pieces,
          sum(leg.amount) filter (where account.kind = 'wallet') as credits
        from ledger_account account
        join ledger_leg leg
          on leg.community_id = account.community_id and leg.account_id = account.id
        where account.kind in ('lotStock', 'wallet')
        group by leg.community_id, leg.entry_id
      ) stands on stands.community_id = entry.community_id and stands.entry_id = entry.id
      where entry.rule = 'goodsExchanged'
        and (said.pieces is distinct from stands.pieces
          or said.credits is distinct from stands.credits)`,
  },
  ...STOCK_CHECKS,
  ...TRANSFER_CHECKS,
  ...OPERATOR_CHECKS,
];
