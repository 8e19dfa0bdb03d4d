import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was posted in a month, by rule and account: reports read these sums and never the legs. They
 * are written in the transaction that seals a block, so that each sealed entry is in them exactly
 * once. Accounts of which every resident or household has one stand together (`account_id` zero):
 * apart, their sums would be as many as their legs.
 *
 * What was sealed before is rolled up here.
 */
export class SealedEntriesAreRolledUpByMonth1795300000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_rollup (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        rule text not null,
        kind text not null,
        asset_id uuid not null,
        account_id uuid not null,
        legs bigint not null check (legs > 0),
        debits bigint not null,
        credits bigint not null,
        constraint ledger_rollup_pkey
          primary key (community_id, month, rule, kind, asset_id, account_id)
      )`);
    await runner.query(`
      insert into ledger_rollup
        (community_id, month, rule, kind, asset_id, account_id, legs, debits, credits)
      select entry.community_id,
        date_trunc('month', entry.occurred_at at time zone coalesce(place.time_zone, 'UTC'))::date,
        entry.rule, account.kind, leg.asset_id,
        case when account.kind
            in ('wallet', 'earningRoom', 'allowanceGranted', 'householdAllowance')
          then '00000000-0000-0000-0000-000000000000' else leg.account_id end,
        count(*), sum(greatest(leg.amount, 0)), sum(greatest(-leg.amount, 0))
      from (
        select community_id, max(until_at) as until_at from ledger_block group by community_id
      ) sealed
      left join place on place.id = sealed.community_id
      join ledger_entry entry on entry.community_id = sealed.community_id
        and entry.recorded_at <= sealed.until_at
      join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
      join ledger_account account
        on account.community_id = leg.community_id and account.id = leg.account_id
      group by 1, 2, 3, 4, 5, 6`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_rollup');
  }
}
