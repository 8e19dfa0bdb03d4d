import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file is known by its hash: whoever sends it again, because an answer was lost or a button was
 * pressed twice, is told that it is in, and nothing is written a second time. The file itself is
 * kept nowhere.
 */
export class ASpreadsheetIsTakenInOnce1795300000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table spreadsheet_import (
        community_id uuid not null,
        noun text not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        lines integer not null check (lines > 0),
        imported_by uuid not null,
        imported_at timestamptz not null,
        constraint spreadsheet_import_pkey primary key (community_id, noun, hash),
        constraint spreadsheet_import_community foreign key (community_id) references place (id),
        constraint spreadsheet_import_person foreign key (imported_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table spreadsheet_import');
  }
}
