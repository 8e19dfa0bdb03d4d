import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the double-entry ledger. Every key begins with `community_id` (docs/scaling.md),
 * legs
 * carry their asset and running totals, and no foreign key leaves a leg: `post_batch` is their only
 * writer, `verify` checks what a foreign key would, and one would cost a third of the speed.
 */
export class BooksHoldAssetsAccountsEntriesAndLegs1795300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table asset (
        id uuid not null,
        code text not null,
        kind text not null check (kind in ('currency', 'credits', 'goods', 'allowance')),
        scale smallint not null check (scale between 0 and 4),
        constraint asset_pkey primary key (id),
        constraint asset_code_key unique (code)
      )`);
    await runner.query(`
      create table ledger_account (
        community_id uuid not null,
        id uuid not null,
        kind text not null,
        holder_id uuid not null,
        about text not null,
        asset_id uuid not null,
        normal_side smallint not null check (normal_side in (1, -1)),
        floored boolean not null,
        seq bigint not null default 0,
        debits bigint not null default 0,
        credits bigint not null default 0,
        opened_at timestamptz not null,
        closed_at timestamptz,
        constraint ledger_account_pkey primary key (community_id, id),
        constraint ledger_account_within_limit
          check (not floored or (debits - credits) * normal_side >= 0)
      ) with (fillfactor = 70)`);
    await runner.query(`
      create index ledger_account_holder on ledger_account (community_id, holder_id, kind)`);
    await runner.query(`
      create table ledger_entry (
        community_id uuid not null,
        id uuid not null,
        rule text not null,
        key text not null,
        fingerprint bytea not null,
        facts jsonb not null,
        actor_id uuid,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        reversal_of uuid,
        constraint ledger_entry_pkey primary key (community_id, id),
        constraint ledger_entry_key unique (community_id, key)
      )`);
    await runner.query(`
      create unique index ledger_entry_reversed_once
        on ledger_entry (community_id, reversal_of) where reversal_of is not null`);
    await runner.query(`
      create index ledger_entry_recorded on ledger_entry using brin (recorded_at)
        with (pages_per_range = 16, autosummarize = on)`);
    await runner.query(`
      create table ledger_leg (
        community_id uuid not null,
        account_id uuid not null,
        seq bigint not null,
        entry_id uuid not null,
        n smallint not null,
        asset_id uuid not null,
        amount bigint not null check (amount <> 0),
        debits bigint not null,
        credits bigint not null,
        recorded_at timestamptz not null,
        constraint ledger_leg_pkey primary key (community_id, account_id, seq)
      )`);
    await runner.query(`
      create unique index ledger_leg_entry on ledger_leg (community_id, entry_id, n)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_leg, ledger_entry, ledger_account, asset');
  }
}
