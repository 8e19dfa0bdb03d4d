import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The city-wide nouns, few and rarely written (reference tables on Citus), and the tables of one
 * community's households and residents. What changes often (sessions, guesses at passwords) stands
 * in tables that are neither distributed nor referenced; docs/scaling.md lists them all.
 */
export class ASocietyHasPlacesPeopleAndOrganisations1795300000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table place (
        id uuid not null,
        kind text not null
          check (kind in ('city', 'district', 'street', 'community', 'courtyard', 'grid')),
        name text not null,
        slug text,
        parent_id uuid,
        lineage uuid[] not null,
        keeps_books boolean not null,
        time_zone text not null,
        constraint place_pkey primary key (id),
        constraint place_slug_key unique (slug),
        constraint place_parent foreign key (parent_id) references place (id)
      )`);
    await runner.query('create index place_parent_id on place (parent_id, id)');
    await runner.query(`
      create table person (
        id uuid not null,
        name text not null,
        login text,
        home_community_id uuid,
        resident_id uuid,
        constraint person_pkey primary key (id),
        constraint person_login_key unique (login)
      )`);
    await runner.query(`
      create table password (
        person_id uuid not null,
        hash text not null,
        constraint password_pkey primary key (person_id),
        constraint password_person foreign key (person_id) references person (id)
      )`);
    await runner.query(`
      create table session (
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint session_pkey primary key (token_hash)
      )`);
    await runner.query('create index session_person on session (person_id)');
    await runner.query(`
      create table sign_in_guess (
        key varchar(255) not null,
        points integer not null default 0,
        expire bigint,
        constraint sign_in_guess_pkey primary key (key)
      )`);
    await runner.query(`
      create table organisation (
        id uuid not null,
        kind text not null,
        name text not null,
        place_id uuid not null,
        constraint organisation_pkey primary key (id),
        constraint organisation_place foreign key (place_id) references place (id)
      )`);
    await runner.query('create index organisation_place_kind on organisation (place_id, kind, id)');
    await runner.query(`
      create table membership (
        id uuid not null,
        organisation_id uuid not null,
        person_id uuid not null,
        role text not null,
        valid_from date not null,
        valid_until date,
        constraint membership_pkey primary key (id),
        constraint membership_term check (valid_until > valid_from),
        constraint membership_organisation
          foreign key (organisation_id) references organisation (id),
        constraint membership_person foreign key (person_id) references person (id)
      )`);
    await runner.query('create index membership_by_person on membership (person_id)');
    await runner.query(
      'create index membership_by_organisation on membership (organisation_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table membership, organisation, sign_in_guess, session, password, person, place',
    );
  }
}
