import { ALL_MONTHS, FLOWS, WHOLE } from './figures';
import { SEALED } from './sealed';

/** What of a block moved goods or credits; `$5`, `$6`, `$7` are the flows. */
const MOVED = `${SEALED}, moved as (
    select sealed.on_day, leg.amount * account.normal_side as amount, flow.figure,
      coalesce(lot.store_id,
        case when account.kind in ('creditsRedeemed', 'goodsWrittenOff') then account.holder_id end,
        '${WHOLE}') as store_id,
      coalesce(lot.source,
        case when account.kind = 'creditsIssued' then account.about end, '') as source,
      coalesce(class.code, '') as product_class
    from sealed
    join ledger_leg leg on leg.community_id = $1 and leg.entry_id = sealed.id
    join ledger_account account on account.community_id = $1 and account.id = leg.account_id
    join unnest($5::text[], $6::text[], $7::text[]) as flow (rule, kind, figure)
      on flow.kind = account.kind and flow.rule in (sealed.rule, '*')
    left join lot on lot.community_id = $1 and lot.id = account.holder_id
    left join product on product.community_id = $1 and product.id = leg.asset_id
    left join allowance_class class
      on class.community_id = $1 and class.id = product.allowance_class_id
    where sealed.rule = any ($5) or '*' = any ($5)
  )`;

const GIVEN = FLOWS.filter(({ figure }) => figure === 'given');

const valuesOf = (flows: typeof FLOWS) => [
  flows.map(({ rule }) => rule),
  flows.map(({ kind }) => kind),
  flows.map(({ figure }) => figure),
];

/** Adds what moved to its month, and to the sum of all months. */
export const SUMS = {
  sql: `with ${MOVED}
    insert into report_sum
      (community_id, month, store_id, figure, source, product_class, amount)
    select $1, span.month, moved.store_id, moved.figure, moved.source, moved.product_class,
      sum(moved.amount)
    from moved cross join lateral (
      values (date_trunc('month', moved.on_day)::date), ('${ALL_MONTHS}'::date)
    ) span (month)
    group by 2, 3, 4, 5, 6
    on conflict (community_id, month, store_id, figure, source, product_class)
    do update set amount = report_sum.amount + excluded.amount`,
  values: valuesOf(FLOWS),
  of: FLOWS,
};

/** Adds what was given to its day: how long the shelf will last is asked of the last ninety. */
export const GIVEN_DAYS = {
  sql: `with ${MOVED}
    insert into report_given_day (community_id, day, store_id, product_class, pieces)
    select $1, moved.on_day, moved.store_id, moved.product_class, -sum(moved.amount)
    from moved
    group by 2, 3, 4
    on conflict (community_id, day, store_id, product_class)
    do update set pieces = report_given_day.pieces + excluded.pieces`,
  values: valuesOf(GIVEN),
  of: GIVEN,
};
