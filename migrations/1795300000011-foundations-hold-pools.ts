import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A pool is money of one foundation with one purpose, in one currency and one set of books, and
 * the table that says how many of the board must approve what it gives (C2, C8).
 */
export class FoundationsHoldPools1795300000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pool (
        community_id uuid not null,
        id uuid not null,
        foundation_id uuid not null,
        name text not null,
        purpose text not null check (purpose in ('organisations', 'volunteering',
          'infrastructure', 'culture_sport', 'education', 'environment', 'welfare', 'other')),
        restriction text,
        currency text not null,
        opened_on date not null,
        closed_on date,
        constraint pool_pkey primary key (community_id, id),
        constraint pool_name_key unique (community_id, foundation_id, name),
        constraint pool_says_its_purpose check (purpose <> 'other' or restriction is not null),
        constraint pool_community foreign key (community_id) references place (id),
        constraint pool_foundation foreign key (foundation_id) references organisation (id)
      )`);
    await runner.query('create index pool_by_foundation on pool (foundation_id, id)');
    await runner.query(`
      create table pool_threshold (
        community_id uuid not null,
        pool_id uuid not null,
        from_minor bigint not null check (from_minor >= 0),
        approvals smallint not null check (approvals > 0),
        constraint pool_threshold_pkey primary key (community_id, pool_id, from_minor),
        constraint pool_threshold_pool
          foreign key (community_id, pool_id) references pool (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pool_threshold, pool');
  }
}
