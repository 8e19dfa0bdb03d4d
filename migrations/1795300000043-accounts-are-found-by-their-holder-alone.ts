import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A holder's id is unique in the city, so its accounts are found by it alone. With the community in
 * front, the index also offered itself for finding an account by its own id, and on an empty table
 * the planner took it: a posting then looked at every account of its community.
 */
export class AccountsAreFoundByTheirHolderAlone1795300000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_account_holder');
    await runner.query('create index ledger_account_holder on ledger_account (holder_id, kind)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_account_holder');
    await runner.query(
      'create index ledger_account_holder on ledger_account (community_id, holder_id, kind)',
    );
  }
}
