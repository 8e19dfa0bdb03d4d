import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the money of pools came from and what it was used for, month by month, and which entries
 * stand beneath each sum. The sums of the books know rules and accounts, but of an entry that takes
 * another back they do not know what was taken back: a gift that went back would still be income.
 * They are written in the transaction that seals a block. The key of a line is the order in which a
 * sum lists its entries, so that the latest of a sum are found at once, however many there were.
 *
 * What was sealed before is rolled up here.
 */
export class TheOpenBookKeepsMoneyBySourceAndUse1795300000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_money (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        item text not null,
        asset_id uuid not null,
        pool_id uuid not null,
        about_id uuid not null,
        amount bigint not null,
        entries bigint not null check (entries > 0),
        constraint report_money_pkey
          primary key (community_id, month, item, asset_id, pool_id, about_id)
      )`);
    await runner.query(`
      create table report_money_line (
        community_id uuid not null,
        item text not null,
        asset_id uuid not null,
        pool_id uuid not null,
        about_id uuid not null,
        day date not null,
        entry_id uuid not null,
        amount bigint not null,
        constraint report_money_line_pkey
          primary key (community_id, item, asset_id, pool_id, about_id, day, entry_id)
      )`);
    const books: { id: string; until: string; zone: string }[] = await runner.query(SEALED_BOOKS);
    for (const { id, until, zone } of books)
      await runner.query(MONEY, [id, '-infinity', until, zone]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_money_line, report_money');
  }
}

/** Each set of books that has sealed blocks, up to where, and in which zone it counts its days. */
const SEALED_BOOKS = `
  select block.community_id as id, max(block.until_at)::text as until,
    coalesce(min(place.time_zone), 'UTC') as zone
  from ledger_block block left join place on place.id = block.community_id
  group by block.community_id`;

/** The entries of the books `$1`, recorded in `($2, $3]`, in the zone `$4`. */
const MONEY = `with sealed as (
    select entry.id, coalesce(original.rule, entry.rule) as rule,
      coalesce(original.facts, entry.facts) as facts,
      (entry.occurred_at at time zone $4)::date as on_day
    from ledger_entry entry
    left join ledger_entry original
      on original.community_id = $1 and original.id = entry.reversal_of
    where entry.community_id = $1
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz
  ), moved as (
    select sealed.id as entry_id, sealed.on_day as day, flow.item, leg.asset_id,
      account.holder_id as pool_id,
      case when sealed.facts ->> flow.about ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        then (sealed.facts ->> flow.about)::uuid
        else '00000000-0000-0000-0000-000000000000'::uuid end as about_id,
      sum(leg.amount * account.normal_side * flow.times) as amount
    from sealed
    join ledger_leg leg on leg.community_id = $1 and leg.entry_id = sealed.id
    join ledger_account account on account.community_id = $1 and account.id = leg.account_id
    join (values
      ('surplusRemitted', 'poolAvailable', 'surplus', 'enterpriseId', 1),
      ('surplusReceivedFromOtherBooks', 'poolAvailable', 'surplus', 'enterpriseId', 1),
      ('giftReceived', 'poolAvailable', 'gifts', '', 1),
      ('giftReceived', 'projectGifts', 'gifts', '', 1),
      ('heldGiftAccepted', 'poolAvailable', 'gifts', '', 1),
      ('heldGiftAccepted', 'projectGifts', 'gifts', '', 1),
      ('giftRefunded', 'poolAvailable', 'gifts', '', 1),
      ('giftRefunded', 'projectGifts', 'gifts', '', 1),
      ('disputeLost', 'poolAvailable', 'gifts', '', 1),
      ('disputeLost', 'projectGifts', 'gifts', '', 1),
      ('matchReceived', 'poolAvailable', 'matches', 'enterpriseId', 1),
      ('publicFundReceived', 'poolAvailable', 'public_money', '', 1),
      ('trancheDisbursed', 'poolSpent', 'grants', 'grantId', 1),
      ('projectGiftsUsed', 'poolSpent', 'grants', 'grantId', 1),
      ('unspentReturned', 'poolSpent', 'grants', 'grantId', 1),
      ('goodsPurchased', 'poolSpent', 'welfare_goods', 'storeId', 1),
      ('operatorSettled', 'poolSpent', 'operator_goods', 'storeId', 1),
      ('publicFundReturned', 'poolAvailable', 'returned', '', -1),
      ('spendingConfirmed', 'grantAccountedFor', 'shown', 'grantId', 1)
    ) as flow (rule, kind, item, about, times)
      on flow.kind = account.kind and flow.rule = sealed.rule
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
  group by 2, 3, 4, 5, 6`;
