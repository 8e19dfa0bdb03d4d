import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * At the till a household is found by the beginning of its address: a range of an index in the
 * order of bytes, whatever the database's own order is.
 */
export class HouseholdsAreFoundByAddress1795300000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index household_by_address on household (community_id, address collate "C", id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index household_by_address');
  }
}
