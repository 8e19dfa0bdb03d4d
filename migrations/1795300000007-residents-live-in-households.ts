import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A community's households, its residents with what the law calls personal data, and the priority
 * groups they belong to from day to day. All of it stays in the community's own rows.
 */
export class ResidentsLiveInHouseholds1795300000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table household (
        community_id uuid not null,
        id uuid not null,
        address text not null,
        grid_id uuid,
        constraint household_pkey primary key (community_id, id),
        constraint household_address_key unique (community_id, address),
        constraint household_community foreign key (community_id) references place (id),
        constraint household_grid foreign key (grid_id) references place (id)
      )`);
    await runner.query(`
      create table resident (
        community_id uuid not null,
        id uuid not null,
        household_id uuid not null,
        person_id uuid,
        name text not null,
        birth_date date,
        phone text,
        moved_in date not null,
        moved_out date,
        constraint resident_pkey primary key (community_id, id),
        constraint resident_household
          foreign key (community_id, household_id) references household (community_id, id),
        constraint resident_person foreign key (person_id) references person (id)
      )`);
    await runner.query(
      'create index resident_by_household on resident (community_id, household_id, id)',
    );
    await runner.query('create index resident_by_person on resident (community_id, person_id)');
    await runner.query(`
      create table resident_priority (
        community_id uuid not null,
        id uuid not null,
        resident_id uuid not null,
        priority_group text not null,
        valid_from date not null,
        valid_until date,
        constraint resident_priority_pkey primary key (community_id, id),
        constraint resident_priority_term check (valid_until > valid_from),
        constraint resident_priority_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
    await runner.query(
      'create index resident_priority_by_resident on resident_priority (community_id, resident_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resident_priority, resident, household');
  }
}
