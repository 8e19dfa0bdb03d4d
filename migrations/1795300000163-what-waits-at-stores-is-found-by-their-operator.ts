import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An inbox asks what waits in the stores of an operator, in whichever books they stand, and in
 * those whose pool is a foundation's; a pool is found by its foundation already.
 */
export class WhatWaitsAtStoresIsFoundByTheirOperator1795300000163 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index store_of_operator on store (operator_id)');
    await runner.query('create index store_of_pool on store (community_id, pool_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index store_of_pool, store_of_operator');
  }
}
