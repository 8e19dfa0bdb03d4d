import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which steps public money is spent is data of a place (C3): a street publishes nine steps, and
 * shorter ones for small repairs. A version is added and never changed; projects begin by the
 * newest and go on by the one that they began with.
 */
export class ProceduresArePublishedInVersions1795300000272 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fund_procedure (
        id uuid not null,
        place_id uuid not null,
        code text not null,
        version smallint not null check (version > 0),
        spec jsonb not null,
        set_by uuid,
        set_at timestamptz not null,
        constraint fund_procedure_pkey primary key (id),
        constraint fund_procedure_version_key unique (place_id, code, version),
        constraint fund_procedure_place foreign key (place_id) references place (id),
        constraint fund_procedure_set_by foreign key (set_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_procedure');
  }
}
