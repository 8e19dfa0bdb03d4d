import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ballot asks a question. Its roll is frozen when it opens: one row per elector, with the unit
 * that votes once (a household, or the elector alone). Who has taken a voting token is marked on
 * the roll's pages, what was voted lies in the boxes, and nothing links them: a page and a box are
 * one row each, whose contents stand in the order of their own bytes, so that neither a position in
 * the table nor the number of a transaction tells in which order they came. Boxes hold no elector,
 * no person and no time. A page or a box is for some 256 units, so that a vote rewrites little.
 */
export class ElectorsVoteInSecret1795300000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ballot (
        community_id uuid not null,
        id uuid not null,
        question text not null,
        choices text[] not null check (cardinality(choices) between 2 and 10),
        vote_by text not null check (vote_by in ('household', 'resident')),
        base integer not null check (base > 0),
        boxes integer not null check (boxes > 0),
        public_key bytea not null,
        signing_key bytea,
        opened_by uuid not null,
        opened_at timestamptz not null,
        closes_at timestamptz not null check (closes_at > opened_at),
        closed_by uuid,
        closed_at timestamptz check (closed_at >= closes_at),
        votes integer[],
        constraint ballot_pkey primary key (community_id, id),
        constraint ballot_counted check (cardinality(votes) = cardinality(choices)),
        constraint ballot_ended check (num_nulls(closed_at, votes) in (0, 2)),
        constraint ballot_signs_while_open check ((closed_at is null) = (signing_key is not null)),
        constraint ballot_opened_by foreign key (opened_by) references person (id),
        constraint ballot_closed_by foreign key (closed_by) references person (id)
      )`);
    await runner.query(`
      create table ballot_elector (
        community_id uuid not null,
        ballot_id uuid not null,
        resident_id uuid not null,
        unit_id uuid not null,
        constraint ballot_elector_pkey primary key (community_id, ballot_id, resident_id),
        constraint ballot_elector_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id),
        constraint ballot_elector_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
    await runner.query(`
      create table ballot_roll_page (
        community_id uuid not null,
        ballot_id uuid not null,
        page integer not null,
        units uuid[] not null default '{}',
        asked bytea[] not null default '{}',
        constraint ballot_roll_page_pkey primary key (community_id, ballot_id, page),
        constraint ballot_roll_page_even check (cardinality(units) = cardinality(asked)),
        constraint ballot_roll_page_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id)
      )`);
    await runner.query(`
      create table ballot_box (
        community_id uuid not null,
        ballot_id uuid not null,
        box integer not null,
        tokens bytea[] not null default '{}',
        signatures bytea[] not null default '{}',
        choices smallint[] not null default '{}',
        constraint ballot_box_pkey primary key (community_id, ballot_id, box),
        constraint ballot_box_even check (cardinality(tokens) = cardinality(signatures)
          and cardinality(tokens) = cardinality(choices)),
        constraint ballot_box_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ballot_box, ballot_roll_page, ballot_elector, ballot');
  }
}
