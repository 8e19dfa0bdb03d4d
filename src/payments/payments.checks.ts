import type { Check } from '../ledger/verify';

/** What the mirror of the processor and the ledger must agree on, as `verify` checks it. */
export const PAYMENTS_CHECKS: readonly Check[] = [
  {
    name: 'transactions-posted',
    says: 'Every transaction that is posted has an entry that moves its net to the balance.',
    sql: `select told.id, told.community_id, told.entry_id, told.gross_minor, told.fee_minor,
        posted.minor
      from balance_transaction told
      left join lateral (
        select sum(leg.amount) filter (where held.kind = 'processorBalance'
          and held.holder_id = told.foundation_id and asset.code = told.currency) as minor,
          sum(leg.amount) filter (where held.kind = 'processingFees') as fee
        from ledger_entry entry
        join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account held on held.community_id = leg.community_id
          and held.id = leg.account_id
        join asset on asset.id = leg.asset_id
        where entry.community_id = told.community_id and entry.id = told.entry_id
          and entry.key = 'own/transaction/' || told.id
      ) posted on true
      where told.state <> 'waiting' and told.type not in ('payout', 'payout_failure',
          'payout_cancel')
        and (told.entry_id is null
          or coalesce(posted.minor, 0) <> told.gross_minor - told.fee_minor)`,
  },
  {
    name: 'transactions-once',
    says: 'No transaction is posted in two sets of books, and none that is not in the mirror.',
    sql: `select entry.community_id, entry.id, entry.key from ledger_entry entry
      left join balance_transaction told on told.community_id = entry.community_id
        and told.entry_id = entry.id and told.state <> 'waiting'
      where entry.key like 'own/transaction/%' and told.id is null`,
  },
  {
    name: 'processor-balances',
    says: 'What stands at the processor for each is the net of its transactions, less payouts.',
    sql: `select community_id, holder_id, currency, sum(minor) as off from (
        select held.community_id, held.holder_id, asset.code as currency,
          held.debits - held.credits as minor
        from ledger_account held join asset on asset.id = held.asset_id
        where held.kind = 'processorBalance'
        union all
        select community_id, foundation_id, currency, fee_minor - gross_minor
        from balance_transaction where state <> 'waiting' and foundation_id is not null
        union all
        select community_id, holder_id, currency, minor
        from payout_share where failed_entry_id is null
      ) told group by community_id, holder_id, currency having sum(minor) <> 0`,
  },
  {
    name: 'payouts-shared',
    says: 'The shares of a payout are the whole of it.',
    cityWide: true,
    sql: `-- every community: a payout holds money of many
      select payout.id, payout.minor, sum(share.minor) as shared from payout
      join balance_transaction own on own.source_id = payout.id and own.type = 'payout'
        and own.state = 'posted'
      left join payout_share share on share.payout_id = payout.id
      group by payout.id, payout.minor
      having payout.minor <> coalesce(sum(share.minor), 0)`,
  },
  {
    name: 'payouts-in-transit',
    says: 'What is on its way to the bank is the shares that have neither failed nor arrived.',
    sql: `select community_id, holder_id, currency, sum(minor) as off from (
        select held.community_id, held.holder_id, asset.code as currency,
          held.debits - held.credits as minor
        from ledger_account held join asset on asset.id = held.asset_id
        where held.kind = 'payoutInTransit'
        union all
        select community_id, holder_id, currency, -minor from payout_share
        where failed_entry_id is null and arrived_entry_id is null
      ) told group by community_id, holder_id, currency having sum(minor) <> 0`,
  },
];
