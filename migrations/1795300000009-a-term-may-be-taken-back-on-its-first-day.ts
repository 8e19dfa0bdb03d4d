import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A role or a priority that was given by mistake must stop at once, on its very first day too: its
 * term then ends where it begins and holds on no day, and the row still tells that it was given.
 */
export class ATermMayBeTakenBackOnItsFirstDay1795300000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['membership', 'resident_priority']) {
      await runner.query(`alter table ${table} drop constraint ${table}_term`);
      await runner.query(`
        alter table ${table} add constraint ${table}_term check (valid_until >= valid_from)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['membership', 'resident_priority']) {
      await runner.query(`delete from ${table} where valid_until = valid_from`);
      await runner.query(`alter table ${table} drop constraint ${table}_term`);
      await runner.query(`
        alter table ${table} add constraint ${table}_term check (valid_until > valid_from)`);
    }
  }
}
