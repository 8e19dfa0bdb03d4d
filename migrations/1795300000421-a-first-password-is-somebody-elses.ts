import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A password that somebody else chose, or read off a slip, is known to two: its owner is asked for
 * another before anything else. Whoever has a password today has used it.
 */
export class AFirstPasswordIsSomebodyElses1795300000421 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table password add given boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table password drop given');
  }
}
