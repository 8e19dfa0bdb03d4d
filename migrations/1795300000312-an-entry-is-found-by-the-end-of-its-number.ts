import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The open book names an entry by the last twelve characters of its id, which tell no time: whoever
 * reads the books finds it by them.
 */
export class AnEntryIsFoundByTheEndOfItsNumber1795300000312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index journal_entry_by_end
        on journal_entry (community_id, (right(entry_id::text, 12)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_entry_by_end');
  }
}
