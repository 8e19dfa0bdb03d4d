import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever calls an election of a council's members might seat others meanwhile, and what people
 * voted would come too late. So a council keeps since when its seats are given by elections: from
 * the call on, and again by those who may only where that election came to nothing.
 */
export class ElectedSeatsAreGivenByElectionsAlone1795300000298 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table council add column elects_since timestamptz');
    await runner.query(`
      update council set elects_since = first.called_at
      from (select community_id, council_id, min(called_at) called_at from election
        where state <> 'called_off' group by community_id, council_id) first
      where council.community_id = first.community_id and council.id = first.council_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table council drop column elects_since');
  }
}
