import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The currencies that money may be in. Their ids follow from their codes (`src/kernel/currency.ts`
 * computes the same), so that posting never looks them up.
 */
export class CurrenciesAreAssets1795300000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into asset (id, code, kind, scale) values
        ('8175ea63-d5d0-519e-a9bb-3a4c53fd8a08', 'CNY', 'currency', 2),
        ('b852b1f2-9984-5a41-9db8-bf1f84274832', 'USD', 'currency', 2),
        ('b585ae0e-1787-5f27-a4f9-c7a0ae75d532', 'EUR', 'currency', 2),
        ('04436970-9b56-5778-9d70-ea1be112449f', 'HKD', 'currency', 2),
        ('4181c2de-891f-5cd3-a015-365a7d3305b4', 'JPY', 'currency', 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from asset where kind = 'currency'`);
  }
}
