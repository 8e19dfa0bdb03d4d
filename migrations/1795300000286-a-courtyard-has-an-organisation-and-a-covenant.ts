import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which body stands for a courtyard, from when until when: an organisation or a council, never
 * both, and one at a time. And covenants, of courtyards and of whole communities: each version is
 * kept as it was adopted, numbered, with the resolution that adopted it. A resolution's id has no
 * key: who resolves stands above.
 */
export class ACourtyardHasAnOrganisationAndACovenant1795300000286 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table courtyard_body (
        community_id uuid not null,
        id uuid not null,
        place_id uuid not null,
        organisation_id uuid,
        council_id uuid,
        valid_from date not null,
        valid_until date check (valid_until >= valid_from),
        named_by uuid,
        named_at timestamptz not null,
        constraint courtyard_body_pkey primary key (community_id, id),
        constraint courtyard_body_one check (num_nulls(organisation_id, council_id) = 1),
        constraint courtyard_body_place foreign key (place_id) references place (id),
        constraint courtyard_body_organisation
          foreign key (organisation_id) references organisation (id),
        constraint courtyard_body_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint courtyard_body_named_by foreign key (named_by) references person (id)
      )`);
    await runner.query(`
      create index courtyard_body_in_place on courtyard_body (community_id, place_id, id)`);
    await runner.query(`
      create unique index courtyard_body_open on courtyard_body (community_id, place_id)
        where valid_until is null`);
    await runner.query(`
      create table covenant (
        community_id uuid not null,
        id uuid not null,
        place_id uuid not null,
        number integer not null check (number > 0),
        title text not null,
        text text not null,
        valid_from date not null,
        resolution_id uuid not null,
        adopted_by uuid,
        adopted_at timestamptz not null,
        constraint covenant_pkey primary key (community_id, id),
        constraint covenant_number_key unique (community_id, place_id, number),
        constraint covenant_place foreign key (place_id) references place (id),
        constraint covenant_adopted_by foreign key (adopted_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table covenant, courtyard_body');
  }
}
