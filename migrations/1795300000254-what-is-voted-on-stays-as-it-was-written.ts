import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A resolution opens the act that its motion carries, as it was put before people. So no statement
 * changes what a motion says, whose affair it is or who decides it, be it by mistake or by design:
 * else what is executed were another thing than what was voted on.
 */
export class WhatIsVotedOnStaysAsItWasWritten1795300000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function motion_stays() returns trigger language plpgsql
      set search_path = pg_catalog, public as $$
      begin
        raise exception 'What a motion says is never changed' using errcode = 'LM001';
      end $$`);
    await runner.query(`
      create trigger motion_stays_as_written
        before update of title, text, kind, input, place_id, council_id, tabled_as, tabled_by,
          co_signers_needed on motion
        for each row when (
          new.title is distinct from old.title
          or new.text is distinct from old.text
          or new.kind is distinct from old.kind
          or new.input is distinct from old.input
          or new.place_id is distinct from old.place_id
          or new.council_id is distinct from old.council_id
          or new.tabled_as is distinct from old.tabled_as
          or new.tabled_by is distinct from old.tabled_by
          or new.co_signers_needed is distinct from old.co_signers_needed)
        execute function motion_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger motion_stays_as_written on motion');
    await runner.query('drop function motion_stays()');
  }
}
