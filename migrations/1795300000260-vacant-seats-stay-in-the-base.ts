import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A council decides with more than half of its full membership, and is a quorum with four fifths of
 * it. A seat that nobody holds has no vote, but stays in what both are a share of: else a council
 * that loses members would decide with ever fewer.
 */
export class VacantSeatsStayInTheBase1795300000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ballot
        add column vacant integer not null default 0 check (vacant >= 0),
        add constraint ballot_somebody_votes check (base > vacant)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot drop column vacant');
  }
}
