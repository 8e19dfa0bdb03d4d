import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A dated rule may say how many pieces at once are usual, in place of what a store's latest
 * exchanges tell: a new store has no custom yet, and a custom may be a bad one. It refuses nothing.
 */
export class ATillIsToldWhatIsUsual1795300000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table till_rule drop constraint till_rule_kind_check');
    await runner.query(`
      alter table till_rule add constraint till_rule_kind_check
        check (kind in ('minimum_age', 'blackout', 'priority_price', 'usual_quantity'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from till_rule where kind = 'usual_quantity'`);
    await runner.query('alter table till_rule drop constraint till_rule_kind_check');
    await runner.query(`
      alter table till_rule add constraint till_rule_kind_check
        check (kind in ('minimum_age', 'blackout', 'priority_price'))`);
  }
}
