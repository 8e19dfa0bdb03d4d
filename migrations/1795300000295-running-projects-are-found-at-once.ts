import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A project of the public fund waits in the inbox of those who act at its step. Of all projects of
 * all years only those are looked at that are neither archived nor dropped.
 */
export class RunningProjectsAreFoundAtOnce1795300000295 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index fund_project_running on fund_project (community_id, id)
        where state = 'running'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index fund_project_running');
  }
}
