import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pieces that were called back are cleared by another person than the one who called them back, so
 * they wait in an inbox. Of a store's lots only those that were ever called back are looked at:
 * few, while the lots themselves grow with every delivery.
 */
export class PiecesCalledBackWaitForASecondPerson1795300000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index lot_called_back on lot (community_id, store_id, id)
        where recalled_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lot_called_back');
  }
}
