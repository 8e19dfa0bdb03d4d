import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * At the till a resident is found by the beginning of the name or the last digits of the telephone
 * number, among tens of thousands. Both are ranges of an index in the order of bytes, whatever the
 * database's own order is; the number is indexed backwards, so that its end is a beginning.
 */
export class ResidentsAreFoundByNameOrTelephone1795300000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index resident_by_name on resident (community_id, name collate "C", id)`);
    await runner.query(`
      create index resident_by_phone_tail on resident (community_id, (reverse(phone) collate "C"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index resident_by_name, resident_by_phone_tail');
  }
}
