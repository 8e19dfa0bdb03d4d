import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is due to be told of grants is asked by whoever opens a community’s book: of those that
 * run, and of those that ended not long ago. Most grants are neither.
 */
export class GrantsThatOweAnAccountAreFoundAtOnce1795300000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index pool_grant_running on pool_grant (community_id, id) where state = 'active'`);
    await runner.query(`
      create index pool_grant_by_end on pool_grant (community_id, ended_at)
      where ended_at is not null`);
    await runner.query(`
      create index project_of_grant on project (community_id, grant_id)
      where grant_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index project_of_grant');
    await runner.query('drop index pool_grant_by_end');
    await runner.query('drop index pool_grant_running');
  }
}
