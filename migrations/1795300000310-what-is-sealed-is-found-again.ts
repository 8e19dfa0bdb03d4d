import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what an entry is searched for: when it happened, its rule, who recorded it, and the money that
 * its lines move. The entries themselves have no such indexes, because whoever posts would wait for
 * them; these rows are written when a block is sealed, in that transaction, and whoever searches
 * reads one index from the newest on. What was sealed before is written here. The block that holds
 * an entry is found by until when blocks reach.
 */
export class WhatIsSealedIsFoundAgain1795300000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journal_entry (
        community_id uuid not null,
        entry_id uuid not null,
        occurred_at timestamptz not null,
        rule text not null,
        actor_id uuid,
        constraint journal_entry_pkey primary key (community_id, entry_id)
      )`);
    await runner.query(`
      create table journal_amount (
        community_id uuid not null,
        asset_id uuid not null,
        minor bigint not null check (minor > 0),
        occurred_at timestamptz not null,
        entry_id uuid not null,
        constraint journal_amount_pkey
          primary key (community_id, asset_id, minor, occurred_at, entry_id)
      )`);
    for (const sql of [ENTRIES, AMOUNTS]) await runner.query(sql);
    await runner.query(`
      create index journal_entry_by_time on journal_entry (community_id, occurred_at, entry_id)`);
    await runner.query(`
      create index journal_entry_by_rule
        on journal_entry (community_id, rule, occurred_at, entry_id)`);
    await runner.query(`
      create index journal_entry_by_actor
        on journal_entry (community_id, actor_id, occurred_at, entry_id)
        where actor_id is not null`);
    await runner.query(`
      create index ledger_block_until on ledger_block (community_id, until_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_block_until');
    await runner.query('drop table journal_amount, journal_entry');
  }
}

/** Every set of books up to where it is sealed. */
const SEALED = `(
    select community_id, max(until_at) as until_at from ledger_block group by community_id
  ) sealed
  join ledger_entry entry on entry.community_id = sealed.community_id
    and entry.recorded_at <= sealed.until_at`;

const ENTRIES = `
  insert into journal_entry (community_id, entry_id, occurred_at, rule, actor_id)
  select entry.community_id, entry.id, entry.occurred_at, entry.rule, entry.actor_id
  from ${SEALED}`;

const AMOUNTS = `
  insert into journal_amount (community_id, asset_id, minor, occurred_at, entry_id)
  select distinct entry.community_id, leg.asset_id, abs(leg.amount), entry.occurred_at, entry.id
  from ${SEALED}
  join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
  join asset on asset.id = leg.asset_id and asset.kind = 'currency'
  where leg.amount <> 0`;
