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
          (new.title, new.text, new.kind, new.input, new.place_id, new.council_id, new.tabled_as,
            new.tabled_by, new.co_signers_needed)
          is distinct from
          (old.title, old.text, old.kind, old.input, old.place_id, old.council_id, old.tabled_as,
            old.tabled_by, old.co_signers_needed))
        execute function motion_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger motion_stays_as_written on motion');
    await runner.query('drop function motion_stays()');
  }
}
