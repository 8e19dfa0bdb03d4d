import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public money of a community for a year (C2): one pool with an account of its own, and the
 * arithmetic it came by: households, rate and floor, each as it stood on the day of the count. What
 * an allotment comes to is checked here as well, so that no figure can be written without its
 * inputs.
 */
export class PublicMoneyIsAllottedForAYear1795300000271 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public_fund (
        community_id uuid not null,
        id uuid not null,
        year smallint not null check (year between 2000 and 2200),
        office_id uuid not null,
        policy_id uuid not null,
        counted_on date not null,
        households integer not null check (households >= 0),
        per_hundred_minor bigint not null,
        floor_minor bigint not null,
        allotted_minor bigint not null check (allotted_minor > 0),
        unspent text not null check (unspent in ('carried', 'returned')),
        weigh_urgency smallint not null,
        weigh_will smallint not null,
        weigh_self_raised smallint not null,
        weigh_money smallint not null,
        allotted_by uuid not null,
        allotted_at timestamptz not null,
        entry_id uuid not null,
        constraint public_fund_pkey primary key (community_id, id),
        constraint public_fund_year_key unique (community_id, year),
        constraint public_fund_arithmetic check (allotted_minor
          = greatest(floor_minor, (households * per_hundred_minor + 99) / 100)),
        constraint public_fund_pool
          foreign key (community_id, id) references pool (community_id, id),
        constraint public_fund_office foreign key (office_id) references organisation (id),
        constraint public_fund_policy foreign key (policy_id) references allotment_policy (id),
        constraint public_fund_allotted_by foreign key (allotted_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table public_fund');
  }
}
