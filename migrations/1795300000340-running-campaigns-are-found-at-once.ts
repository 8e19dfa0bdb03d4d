import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever wants to give sees what asks for gifts today, in every community: campaigns that nobody
 * has ended stand in an index of their own, which stays as small as they are few.
 */
export class RunningCampaignsAreFoundAtOnce1795300000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index campaign_open on campaign (id) where ended_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index campaign_open');
  }
}
