import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From a moment on, and perhaps until another, an act needs a resolution in a community (B3, C1):
 * whoever else could do it waits for one. Which acts there are stands in the code, a list that
 * grows. Of one act, only one row has no end, so that a double click reserves it once.
 */
export class WhatIsReservedNeedsAResolution1795300000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reserved_matter (
        community_id uuid not null,
        id uuid not null,
        act text not null,
        valid_from timestamptz not null,
        valid_until timestamptz,
        reserved_by uuid,
        reserved_at timestamptz not null,
        released_by uuid,
        released_at timestamptz,
        constraint reserved_matter_pkey primary key (community_id, id),
        constraint reserved_matter_period check (valid_until >= valid_from),
        constraint reserved_matter_released check (
          (released_at is null or valid_until is not null)
          and (released_by is null or released_at is not null)),
        constraint reserved_matter_community foreign key (community_id) references place (id),
        constraint reserved_matter_reserved_by foreign key (reserved_by) references person (id),
        constraint reserved_matter_released_by foreign key (released_by) references person (id)
      )`);
    await runner.query(`
      create unique index reserved_matter_open on reserved_matter (community_id, act)
        where valid_until is null`);
    await runner.query(`
      create index reserved_matter_in_force
        on reserved_matter (community_id, act, valid_from)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reserved_matter');
  }
}
