import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A council's rule says how a motion goes through it: in how many days it is screened and what
 * silence means, whether members vote by name, and how long a resolution is shown and stands.
 */
export class ACouncilSaysHowMotionsGo1795300000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table council_rule
        add column screening_days integer not null default 7 check (screening_days > 0),
        add column silence text not null default 'admits' check (silence in ('admits', 'returns')),
        add column roll_call boolean not null default false,
        add column notice_days integer not null default 7 check (notice_days >= 0),
        add column lapse_days integer not null default 180 check (lapse_days > 0)`);
    await runner.query(`
      alter table council_rule
        alter column screening_days drop default, alter column silence drop default,
        alter column roll_call drop default, alter column notice_days drop default,
        alter column lapse_days drop default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table council_rule
        drop column screening_days, drop column silence, drop column roll_call,
        drop column notice_days, drop column lapse_days`);
  }
}
