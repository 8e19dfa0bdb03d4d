import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a service was done for confirms it from a phone: they find it by themselves, the latest
 * first. Most services name nobody, and stand in no line of this index.
 */
export class WhatWasDoneForSomebodyIsFound1795300000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index service_for_beneficiary
      on service (community_id, beneficiary_id, performed_at, id)
      where beneficiary_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index service_for_beneficiary');
  }
}
