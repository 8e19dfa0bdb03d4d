import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What moved goods and credits in a month: by store, by where goods came from and by their class,
 * which the sums of the books do not tell. Reports read these few rows and never the entries. They
 * are written in the transaction that seals a block. The row of the month 9999-12 is the sum of all
 * months, so that what is left after a month is that sum less the months since: a report of last
 * month costs the same after ten years. What was given is kept by the day as well: how long a shelf
 * will last is asked of the last 28 and 90 days.
 *
 * What was sealed before is rolled up here.
 */
export class ReportsKeepWhatMovedInAMonth1795300000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_sum (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        store_id uuid not null,
        figure text not null,
        source text not null,
        product_class text not null,
        amount bigint not null,
        constraint report_sum_pkey
          primary key (community_id, month, store_id, figure, source, product_class)
      )`);
    await runner.query(`
      create table report_given_day (
        community_id uuid not null,
        day date not null,
        store_id uuid not null,
        product_class text not null,
        pieces bigint not null,
        constraint report_given_day_pkey
          primary key (community_id, day, store_id, product_class)
      )`);
    const books: { id: string; until: string; zone: string }[] = await runner.query(SEALED_BOOKS);
    for (const { id, until, zone } of books)
      for (const sql of [SUMS, GIVEN_DAYS]) await runner.query(sql, [id, '-infinity', until, zone]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_given_day, report_sum');
  }
}

/** Each set of books that has sealed blocks, up to where, and in which zone it counts its days. */
const SEALED_BOOKS = `
  select block.community_id as id, max(block.until_at)::text as until,
    coalesce(min(place.time_zone), 'UTC') as zone
  from ledger_block block left join place on place.id = block.community_id
  group by block.community_id`;

/** The entries of the books `$1`, recorded in `($2, $3]`, in the zone `$4`. */
const SEALED = `sealed as (
    select entry.id, coalesce(original.rule, entry.rule) as rule,
      coalesce(original.facts, entry.facts) as facts,
      (entry.occurred_at at time zone $4)::date as on_day,
      (coalesce(original.occurred_at, entry.occurred_at) at time zone $4)::date as acted_on,
      case when original.id is null then 1 else -1 end as times
    from ledger_entry entry
    left join ledger_entry original
      on original.community_id = $1 and original.id = entry.reversal_of
    where entry.community_id = $1
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz
  )`;

const MOVED = `${SEALED}, moved as (
    select sealed.on_day, leg.amount * account.normal_side as amount, flow.figure,
      coalesce(lot.store_id,
        case when account.kind in ('creditsRedeemed', 'goodsWrittenOff') then account.holder_id end,
        '00000000-0000-0000-0000-000000000000') as store_id,
      coalesce(lot.source,
        case when account.kind = 'creditsIssued' then account.about end, '') as source,
      coalesce(class.code, '') as product_class
    from sealed
    join ledger_leg leg on leg.community_id = $1 and leg.entry_id = sealed.id
    join ledger_account account on account.community_id = $1 and account.id = leg.account_id
    join (values
      ('goodsReceived', 'lotStock', 'received'), ('goodsPurchased', 'lotStock', 'received'),
      ('goodsExchanged', 'lotStock', 'given'), ('stockMissing', 'lotStock', 'counted'),
      ('stockFound', 'lotStock', 'counted'), ('lotRecalled', 'lotStock', 'recalled'),
      ('recalledThrownAway', 'goodsRecalled', 'thrown_away'),
      ('recalledReturned', 'goodsRecalled', 'returned'),
      ('goodsGiftReceived', 'lotStock', 'received'), ('goodsWrittenOff', 'lotStock', 'written_off'),
      ('goodsSent', 'lotStock', 'sent'), ('goodsCameBack', 'lotStock', 'sent'),
      ('goodsArrived', 'lotStock', 'arrived'), ('goodsTakenOver', 'lotStock', 'arrived'),
      ('goodsLostOnTheWay', 'goodsWrittenOff', 'lost_on_the_way'),
      ('*', 'creditsIssued', 'issued'), ('*', 'creditsRedeemed', 'spent'),
      ('*', 'creditsExpired', 'expired')
    ) as flow (rule, kind, figure)
      on flow.kind = account.kind and flow.rule in (sealed.rule, '*')
    left join lot on lot.community_id = $1 and lot.id = account.holder_id
    left join product on product.community_id = $1 and product.id = leg.asset_id
    left join allowance_class class
      on class.community_id = $1 and class.id = product.allowance_class_id
  )`;

const SUMS = `with ${MOVED}
    insert into report_sum
      (community_id, month, store_id, figure, source, product_class, amount)
    select $1, span.month, moved.store_id, moved.figure, moved.source, moved.product_class,
      sum(moved.amount)
    from moved cross join lateral (
      values (date_trunc('month', moved.on_day)::date), ('9999-12-01'::date)
    ) span (month)
    group by 2, 3, 4, 5, 6
    on conflict (community_id, month, store_id, figure, source, product_class)
    do update set amount = report_sum.amount + excluded.amount`;

const GIVEN_DAYS = `with ${MOVED}
    insert into report_given_day (community_id, day, store_id, product_class, pieces)
    select $1, moved.on_day, moved.store_id, moved.product_class, -sum(moved.amount)
    from moved where moved.figure = 'given'
    group by 2, 3, 4
    on conflict (community_id, day, store_id, product_class)
    do update set pieces = report_given_day.pieces + excluded.pieces`;
