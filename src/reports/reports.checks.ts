import type { Check } from '../ledger/verify';
import { ALL_MONTHS, FLOWS, HOUSEHOLD_CELLS, TAKING_PART, WAYS, WHOLE } from './figures';

const rows = (values: readonly (readonly string[])[]) =>
  values.map((row) => `(${row.map((value) => `'${value}'`).join(', ')})`).join(', ');

const flows = rows(FLOWS.map(({ rule, kind, figure }) => [rule, kind, figure]));
const acts = rows(TAKING_PART.map(({ rule, does }) => [rule, does]));

/** Every set of books up to where it is sealed, with its zone. */
const SEALED = `(
    select block.community_id, max(block.until_at) as until_at,
      coalesce(min(place.time_zone), 'UTC') as zone
    from ledger_block block left join place on place.id = block.community_id
    group by block.community_id
  ) sealed`;

/** What is sealed, each reversal with what it takes back. */
const ENTRIES = `${SEALED}
  join ledger_entry entry on entry.community_id = sealed.community_id
    and entry.recorded_at <= sealed.until_at
  left join ledger_entry original on original.community_id = entry.community_id
    and original.id = entry.reversal_of`;

const RULE = 'coalesce(original.rule, entry.rule)';
const FACTS = 'coalesce(original.facts, entry.facts)';
const TIMES = 'sum(case when original.id is null then 1 else -1 end)';
const ACTED_IN = `date_trunc('month',
  coalesce(original.occurred_at, entry.occurred_at) at time zone sealed.zone)::date`;

/** Goods and credits that moved, by what a report calls it. */
const MOVED = `
  select entry.community_id, (entry.occurred_at at time zone sealed.zone)::date as on_day,
    case when lot.id is not null then lot.store_id
      when account.kind in ('creditsRedeemed', 'goodsWrittenOff') then account.holder_id
      else '${WHOLE}' end as store_id,
    flow.figure,
    case when lot.id is not null then lot.source
      when account.kind = 'creditsIssued' then account.about else '' end as source,
    coalesce(class.code, '') as product_class, leg.amount * account.normal_side as amount
  from ${ENTRIES}
  join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
  join ledger_account account
    on account.community_id = leg.community_id and account.id = leg.account_id
  join (values ${flows}) flow (rule, kind, figure) on flow.kind = account.kind
    and (flow.rule = '*' or flow.rule = ${RULE})
  left join lot on lot.community_id = account.community_id and lot.id = account.holder_id
  left join product on product.community_id = leg.community_id and product.id = leg.asset_id
  left join allowance_class class on class.community_id = product.community_id
    and class.id = product.allowance_class_id`;

/** What `verify` checks of reports: they say what the books say. */
export const REPORTS_CHECKS: readonly Check[] = [
  {
    name: 'report-sums',
    says: 'Reports add up exactly what moved goods and credits in sealed entries.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.month, stands.month)::text as month,
        coalesce(told.figure, stands.figure) as figure, told.amount, stands.amount as stands
      from report_sum told
      full join (
        select community_id, month, store_id, figure, source, product_class, sum(amount) as amount
        from (${MOVED}) moved cross join lateral (
          values (date_trunc('month', on_day)::date), ('${ALL_MONTHS}'::date)) span (month)
        group by 1, 2, 3, 4, 5, 6
      ) stands on stands.community_id = told.community_id and stands.month = told.month
        and stands.store_id = told.store_id and stands.figure = told.figure
        and stands.source = told.source and stands.product_class = told.product_class
      where told.amount is distinct from stands.amount`,
  },
  {
    name: 'report-days',
    says: 'What was given day by day is what sealed exchanges gave.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.day, stands.day)::text as day, told.pieces, stands.pieces as stands
      from report_given_day told
      full join (
        select community_id, on_day as day, store_id, product_class, -sum(amount) as pieces
        from (${MOVED}) moved where figure = 'given' group by 1, 2, 3, 4
      ) stands on stands.community_id = told.community_id and stands.day = told.day
        and stands.store_id = told.store_id and stands.product_class = told.product_class
      where told.pieces is distinct from stands.pieces`,
  },
  {
    name: 'report-households',
    says: 'The households that reports saw are those whose sealed exchanges stand.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.month, stands.month)::text as month,
        coalesce(told.household_id, stands.household_id) as household_id, told.times,
        stands.times as stands
      from report_household told
      full join (
        select entry.community_id, ${ACTED_IN} as month, served.store_id::uuid as store_id,
          (${FACTS} ->> 'householdId')::uuid as household_id, ${TIMES} as times
        from ${ENTRIES}
        cross join lateral (
          values (${FACTS} ->> 'storeId'), ('${WHOLE}')) served (store_id)
        where ${RULE} = 'goodsExchanged' and ${FACTS} ->> 'householdId' is not null
          and served.store_id is not null
        group by 1, 2, 3, 4
      ) stands on stands.community_id = told.community_id and stands.month = told.month
        and stands.store_id = told.store_id and stands.household_id = told.household_id
      where told.times is distinct from stands.times`,
  },
  {
    name: 'report-residents',
    says: 'The residents that reports saw are those whose sealed acts stand.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.month, stands.month)::text as month, coalesce(told.way, stands.way) as way,
        coalesce(told.resident_id, stands.resident_id) as resident_id, told.times,
        stands.times as stands
      from report_resident told
      full join (
        select entry.community_id, ${ACTED_IN} as month, way.name as way,
          (${FACTS} ->> 'residentId')::uuid as resident_id, ${TIMES} as times
        from ${ENTRIES}
        join (values ${acts}) act (rule, does) on act.rule = ${RULE}
        cross join lateral (values (act.does), ('any')) way (name)
        where ${FACTS} ->> 'residentId' is not null
        group by 1, 2, 3, 4
      ) stands on stands.community_id = told.community_id and stands.month = told.month
        and stands.way = told.way and stands.resident_id = told.resident_id
      where told.times is distinct from stands.times`,
  },
  {
    name: 'report-people',
    says: 'Reports tell as many people as they saw, cell by cell.',
    sql: `select coalesce(told.community_id, seen.community_id) as community_id,
        coalesce(told.month, seen.month)::text as month, coalesce(told.figure, seen.figure) as figure,
        coalesce(told.cell, seen.cell) as cell, told.people, seen.people as seen
      from report_people told
      full join (
        select served.community_id, served.month, served.store_id, 'households' as figure,
          cell.name as cell, count(*) as people
        from report_household served
        join (values ${rows(HOUSEHOLD_CELLS.map((cell) => [cell]))}) cell (name)
          on cell.name = 'all' or cell.name = any (served.priority_groups)
          or (cell.name = 'none' and served.priority_groups = '{}')
        where served.times > 0 group by 1, 2, 3, 5
        union all
        select community_id, month, '${WHOLE}', way, band, count(*) from report_resident
        where times > 0 group by 1, 2, 4, 5
      ) seen on seen.community_id = told.community_id and seen.month = told.month
        and seen.store_id = told.store_id and seen.figure = told.figure and seen.cell = told.cell
      where coalesce(told.people, 0) <> coalesce(seen.people, 0)
        or told.figure not in ('households', ${WAYS.map((way) => `'${way}'`).join(', ')})`,
  },
];
