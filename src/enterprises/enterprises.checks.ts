import type { Check } from '../ledger/verify';

/** What enterprises and the ledger must agree on, as `verify` checks it. */
export const ENTERPRISES_CHECKS: readonly Check[] = [
  {
    name: 'pledges',
    says: 'What is outstanding of each promise is what was promised and has not been remitted.',
    sql: `select declared.community_id, declared.id, latest.committed, declared.owing,
        held.balance as outstanding, arrived.minor as remitted
      from surplus_declaration declared
      join surplus_declaration_version latest
        on latest.community_id = declared.community_id and latest.declaration_id = declared.id
          and latest.version = declared.version
      left join (
        select community_id, about, sum(debits - credits) as balance from ledger_account
        where kind = 'pledgeReceivable' group by community_id, about
      ) held on held.community_id = declared.community_id and held.about = declared.id::text
      left join (
        select entry.community_id, entry.facts->>'declarationId' as about,
          -sum(leg.amount) as minor
        from ledger_entry entry
        join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account held on held.community_id = leg.community_id
          and held.id = leg.account_id and held.kind = 'pledgeReceivable'
        where entry.rule = 'surplusRemitted'
        group by entry.community_id, entry.facts->>'declarationId'
      ) arrived
        on arrived.community_id = declared.community_id and arrived.about = declared.id::text
      where coalesce(held.balance, 0) <> latest.committed - coalesce(arrived.minor, 0)
        or declared.owing <> (coalesce(held.balance, 0) > 0)`,
  },
  {
    name: 'routes',
    says: "Every plan leads to pools that exist, in the plan's currency.",
    sql: `select share.community_id, share.plan_id, share.pool_id from routing_plan_share share
      join routing_plan plan on plan.community_id = share.community_id and plan.id = share.plan_id
      left join pool on pool.community_id = share.books_id and pool.id = share.pool_id
      where pool.id is null or pool.currency <> plan.currency`,
  },
];
