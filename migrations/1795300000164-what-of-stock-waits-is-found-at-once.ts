import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Write-offs that wait for a second person and transfers of which something did not arrive are
 * asked for by every inbox that is opened: what was decided long ago is not to be passed by.
 */
export class WhatOfStockWaitsIsFoundAtOnce1795300000164 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index write_off_waiting on write_off (community_id, store_id, id)
        where state = 'waiting'`);
    await runner.query(`
      create index stock_transfer_short on stock_transfer (community_id, store_id, id)
        where state = 'received'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index stock_transfer_short, write_off_waiting');
  }
}
