import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A vote that somebody has not cast waits in their inbox. Of all ballots that a community ever held
 * only those are looked at that are not counted, by the moment at which they end.
 */
export class OpenBallotsAreFoundAtOnce1795300000292 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ballot_open on ballot (community_id, closes_at, id)
        where closed_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ballot_open');
  }
}
