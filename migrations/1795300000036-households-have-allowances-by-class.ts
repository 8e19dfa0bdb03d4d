import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many pieces of a class of goods a household may take in a month, and how many more where one
 * of its members belongs to a priority group (A1). A class is an asset of the books under the same
 * id. Versions hold from a month on, so that all households of a month are treated alike.
 */
export class HouseholdsHaveAllowancesByClass1795300000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table allowance_class (
        community_id uuid not null,
        id uuid not null,
        code text not null,
        name text not null,
        constraint allowance_class_pkey primary key (community_id, id),
        constraint allowance_class_code_key unique (community_id, code),
        constraint allowance_class_community foreign key (community_id) references place (id),
        constraint allowance_class_asset foreign key (id) references asset (id)
      )`);
    await runner.query(`
      create table allowance_version (
        community_id uuid not null,
        id uuid not null,
        class_id uuid not null,
        valid_from date not null check (extract(day from valid_from) = 1),
        pieces integer not null check (pieces >= 0),
        extra_pieces integer not null check (extra_pieces >= 0),
        set_by uuid,
        set_at timestamptz not null,
        constraint allowance_version_pkey primary key (community_id, id),
        constraint allowance_version_class
          foreign key (community_id, class_id) references allowance_class (community_id, id)
      )`);
    await runner.query(`
      create index allowance_version_in_force
        on allowance_version (community_id, class_id, valid_from, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table allowance_version, allowance_class');
  }
}
