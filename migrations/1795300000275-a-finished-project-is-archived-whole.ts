import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The archive of a project of the public fund (C3, step 9) is one file: what was written, counted,
 * resolved, visited, scored and posted. It is made once and kept as it was, with its hash, so that
 * it says the same in ten years, whatever the tables have come to be.
 */
export class AFinishedProjectIsArchivedWhole1795300000275 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fund_archive (
        community_id uuid not null,
        project_id uuid not null,
        content text not null,
        sha256 text not null,
        archived_at timestamptz not null,
        constraint fund_archive_pkey primary key (community_id, project_id),
        constraint fund_archive_project
          foreign key (community_id, project_id) references fund_project (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_archive');
  }
}
