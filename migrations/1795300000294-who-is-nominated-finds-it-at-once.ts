import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A nomination waits in the inbox of the nominee, who accepts it or declines. */
export class WhoIsNominatedFindsItAtOnce1795300000294 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index election_candidate_asked on election_candidate (community_id, resident_id, id)
        where accepted_at is null and withdrawn_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index election_candidate_asked');
  }
}
