import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A lot that must not be given any more: since when, why, and who said so. What is left of it is
 * moved in the books, so that the ledger refuses it to a till that does not know yet; the mark
 * keeps off the shelf what a voided exchange brings back later.
 */
export class ALotMayBeCalledBack1795300000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table lot
        add column recalled_at timestamptz,
        add column recalled_by uuid,
        add column recall_reason text,
        add constraint lot_recalled check (num_nulls(recalled_at, recalled_by, recall_reason)
          in (0, 3)),
        add constraint lot_recalled_by foreign key (recalled_by) references person (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table lot drop column recalled_at, drop column recalled_by, drop column recall_reason`);
  }
}
