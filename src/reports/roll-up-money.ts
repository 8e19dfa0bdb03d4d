import { MONEY_FLOWS, NOBODY } from './money-flows';
import { SEALED } from './sealed';

const column = <Name extends keyof (typeof MONEY_FLOWS)[number]>(name: Name) =>
  MONEY_FLOWS.map((flow) => flow[name]);

/** A fact that is no id names nobody: it must not keep its books from being sealed. */
const ABOUT = `case when sealed.facts ->> flow.about ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then (sealed.facts ->> flow.about)::uuid else '${NOBODY}'::uuid end`;

/**
 * Writes down which entries of a block brought money to pools, used it or showed what became of
 * it, and adds them to their month; `$5` to `$9` are the flows. Each sealed entry is in it once.
 */
export const MONEY = {
  sql: `with ${SEALED}, moved as (
      select sealed.id as entry_id, sealed.on_day as day, flow.item, leg.asset_id,
        account.holder_id as pool_id, ${ABOUT} as about_id,
        sum(leg.amount * account.normal_side * flow.times) as amount
      from sealed
      join ledger_leg leg on leg.community_id = $1 and leg.entry_id = sealed.id
      join ledger_account account on account.community_id = $1 and account.id = leg.account_id
      join unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::integer[])
        as flow (rule, kind, item, about, times)
        on flow.kind = account.kind and flow.rule = sealed.rule
      where sealed.rule = any ($5)
      group by 1, 2, 3, 4, 5, 6
    ), listed as (
      insert into report_money_line
        (community_id, item, asset_id, pool_id, about_id, day, entry_id, amount)
      select $1, item, asset_id, pool_id, about_id, day, entry_id, amount from moved
    )
    insert into report_money
      (community_id, month, item, asset_id, pool_id, about_id, amount, entries)
    select $1, date_trunc('month', day)::date, item, asset_id, pool_id, about_id, sum(amount),
      count(*)
    from moved
    group by 2, 3, 4, 5, 6
    on conflict (community_id, month, item, asset_id, pool_id, about_id) do update set
      amount = report_money.amount + excluded.amount,
      entries = report_money.entries + excluded.entries`,
  values: [column('rule'), column('kind'), column('item'), column('about'), column('times')],
  of: MONEY_FLOWS,
};
