import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Legs of an entry are found by the entry's id alone, which is unique in the city and grows with
 * time: half the bytes on disk of an index on (community_id, entry_id, n), and each leg is added at
 * its right end, on a page that is at hand. That a place in an entry is taken once is what
 * `post_batch`, its only writer, does anyway, and what `verify` checks.
 */
export class LegsAreFoundByTheirEntryAlone1795300000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_leg_entry');
    await runner.query('create index ledger_leg_entry on ledger_leg (entry_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_leg_entry');
    await runner.query(
      'create unique index ledger_leg_entry on ledger_leg (community_id, entry_id, n)',
    );
  }
}
