import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two laws that no code above may forget. Σ = 0 is checked once per statement on the inserted legs
 * (a
 * deferred trigger per row was five times slower), and what is posted stays as it was posted.
 */
export class PostedLegsBalanceAndAreNeverChanged1795300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ledger_legs_balance() returns trigger language plpgsql
      set search_path = pg_catalog, public as $$
      begin
        if exists (
          select 1 from fresh
          group by fresh.community_id, fresh.entry_id, fresh.asset_id
          having sum(fresh.amount) <> 0
        ) then
          raise exception 'An entry does not balance' using errcode = 'LL001';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger ledger_leg_balances after insert on ledger_leg
        referencing new table as fresh
        for each statement execute function ledger_legs_balance()`);
    await runner.query(`
      create function ledger_is_append_only() returns trigger language plpgsql
      set search_path = pg_catalog, public as $$
      begin
        raise exception 'The books are append-only: % of % refused', tg_op, tg_table_name
          using errcode = 'LL002';
      end $$`);
    for (const table of ['ledger_entry', 'ledger_leg']) {
      await runner.query(`
        create trigger ${table}_stays before update or delete on ${table}
          for each row execute function ledger_is_append_only()`);
      await runner.query(`
        create trigger ${table}_is_never_emptied before truncate on ${table}
          for each statement execute function ledger_is_append_only()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_leg', 'ledger_entry']) {
      await runner.query(`drop trigger ${table}_is_never_emptied on ${table}`);
      await runner.query(`drop trigger ${table}_stays on ${table}`);
    }
    await runner.query('drop trigger ledger_leg_balances on ledger_leg');
    await runner.query('drop function ledger_is_append_only(), ledger_legs_balance()');
  }
}
