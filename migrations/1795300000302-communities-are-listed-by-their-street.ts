import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever looks for an open book is shown all communities, those of one street together. Between
 * them lie courtyards and grids, of which there are many more.
 */
export class CommunitiesAreListedByTheirStreet1795300000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index place_communities on place (parent_id, id) where kind = 'community'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index place_communities');
  }
}
