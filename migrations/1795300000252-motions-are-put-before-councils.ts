import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is put before a council, by whom, with the whole input of the act that it opens if it is
 * passed; the residents who put their names to it; and the ballots by which it was voted on.
 */
export class MotionsArePutBeforeCouncils1795300000252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table motion (
        community_id uuid not null,
        id uuid not null,
        place_id uuid not null,
        council_id uuid not null,
        title text not null,
        text text not null,
        kind text not null,
        input jsonb not null,
        tabled_as text not null check (tabled_as in ('party_organisation', 'self_governing',
          'council_member', 'residents', 'procedure')),
        tabled_by uuid,
        written_at timestamptz not null,
        co_signers_needed integer not null check (co_signers_needed >= 0),
        tabled_at timestamptz,
        state text not null check (state in ('gathering', 'tabled', 'returned', 'withdrawn',
          'merged', 'admitted', 'voting', 'passed', 'rejected')),
        screen_by timestamptz,
        screened_by uuid,
        screened_at timestamptz,
        screening_reason text,
        hearing_first boolean not null,
        heard_at timestamptz,
        merged_into uuid,
        ended_because text,
        constraint motion_pkey primary key (community_id, id),
        constraint motion_signed check ((tabled_as = 'residents') = (co_signers_needed > 0)),
        constraint motion_tabled check (
          (tabled_at is null) = (screen_by is null)
          and (tabled_at is not null or state in ('gathering', 'withdrawn'))),
        constraint motion_screened check (
          (screened_by is null or screened_at is not null)
          and (screened_at is not null or state in ('gathering', 'tabled', 'withdrawn'))),
        constraint motion_merged check ((state = 'merged') = (merged_into is not null)
          and merged_into is distinct from id),
        constraint motion_ended check ((state in ('merged', 'withdrawn')) = (ended_because is not null)),
        constraint motion_place foreign key (place_id) references place (id),
        constraint motion_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint motion_into
          foreign key (community_id, merged_into) references motion (community_id, id),
        constraint motion_tabled_by foreign key (tabled_by) references person (id),
        constraint motion_screened_by foreign key (screened_by) references person (id)
      )`);
    await runner.query('create index motion_of_place on motion (community_id, place_id, id)');
    await runner.query('create index motion_of_council on motion (community_id, council_id, id)');
    await runner.query(`
      create index motion_to_screen on motion (community_id, screen_by, id)
        where state = 'tabled'`);
    await runner.query(`
      create index motion_under_way on motion (community_id, council_id, id)
        where state in ('admitted', 'voting')`);
    await runner.query(`
      create table motion_co_signature (
        community_id uuid not null,
        motion_id uuid not null,
        resident_id uuid not null,
        signed_at timestamptz not null,
        constraint motion_co_signature_pkey primary key (community_id, motion_id, resident_id),
        constraint motion_co_signature_motion
          foreign key (community_id, motion_id) references motion (community_id, id),
        constraint motion_co_signature_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
    await runner.query(`
      create table motion_ballot (
        community_id uuid not null,
        motion_id uuid not null,
        n integer not null check (n > 0),
        ballot_id uuid not null,
        constraint motion_ballot_pkey primary key (community_id, motion_id, n),
        constraint motion_ballot_motion
          foreign key (community_id, motion_id) references motion (community_id, id),
        constraint motion_ballot_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id)
      )`);
    await runner.query(
      'create unique index motion_ballot_key on motion_ballot (community_id, ballot_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table motion_ballot, motion_co_signature, motion');
  }
}
