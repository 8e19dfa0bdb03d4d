import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list that was opened and saved once more is another file with the same lines: its bytes differ,
 * and everything in it would be taken in a second time. So the lines are known, too. Where they are
 * meant a second time (the same delivery came again), they are the second of their kind; two that
 * come at one moment cannot both be the first. Of what was taken in before this, only the file is
 * known.
 */
export class TheSameLinesAreKnownInAnotherFile1795300000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table spreadsheet_import
        add column content text check (content ~ '^[0-9a-f]{64}$'),
        add column nth integer not null default 1 check (nth > 0)`);
    await runner.query(`
      create unique index spreadsheet_import_of_lines
      on spreadsheet_import (community_id, noun, content, nth)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index spreadsheet_import_of_lines');
    await runner.query('alter table spreadsheet_import drop column nth, drop column content');
  }
}
