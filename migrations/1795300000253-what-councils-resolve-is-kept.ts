import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What councils have resolved. It is shown, may be objected to, and is executed once; a time when
 * that could not be done is kept with its reason.
 */
export class WhatCouncilsResolveIsKept1795300000253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resolution (
        community_id uuid not null,
        id uuid not null,
        motion_id uuid not null,
        council_id uuid not null,
        ballot_id uuid not null,
        number integer not null check (number > 0),
        adopted_at timestamptz not null,
        notice_until date not null,
        lapses_on date not null,
        state text not null check (state in ('adopted', 'executed', 'set_aside', 'lapsed')),
        ended_by uuid,
        ended_at timestamptz,
        ended_because text,
        key text,
        fingerprint bytea,
        constraint resolution_pkey primary key (community_id, id),
        constraint resolution_time check (lapses_on > notice_until),
        constraint resolution_ended check (
          (state = 'adopted') = (ended_at is null)
          and (ended_by is null or ended_at is not null)
          and (ended_because is null or state in ('set_aside', 'lapsed'))),
        constraint resolution_request check ((state = 'executed') = (key is not null)
          and (key is null) = (fingerprint is null)),
        constraint resolution_motion
          foreign key (community_id, motion_id) references motion (community_id, id),
        constraint resolution_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint resolution_by_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id),
        constraint resolution_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(`
      create unique index resolution_number on resolution (community_id, council_id, number)`);
    await runner.query(
      'create unique index resolution_ballot on resolution (community_id, ballot_id)',
    );
    await runner.query('create unique index resolution_key on resolution (community_id, key)');
    await runner.query(
      'create index resolution_of_motion on resolution (community_id, motion_id, id)',
    );
    await runner.query(`
      create index resolution_waiting on resolution (community_id, notice_until, id)
        where state = 'adopted'`);
    await runner.query(`
      create table resolution_objection (
        community_id uuid not null,
        id uuid not null,
        resolution_id uuid not null,
        resident_id uuid not null,
        text text not null,
        raised_at timestamptz not null,
        answer text,
        upheld boolean,
        answered_by uuid,
        answered_at timestamptz,
        constraint resolution_objection_pkey primary key (community_id, id),
        constraint resolution_objection_answered check (
          (answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null)),
        constraint resolution_objection_resolution
          foreign key (community_id, resolution_id) references resolution (community_id, id),
        constraint resolution_objection_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint resolution_objection_answered_by
          foreign key (answered_by) references person (id)
      )`);
    await runner.query(`
      create index resolution_objection_of
        on resolution_objection (community_id, resolution_id, id)`);
    await runner.query(`
      create unique index resolution_objection_one_each
        on resolution_objection (community_id, resolution_id, resident_id)`);
    await runner.query(`
      create index resolution_objection_open
        on resolution_objection (community_id, resolution_id) where answered_at is null`);
    await runner.query(`
      create table resolution_attempt (
        community_id uuid not null,
        id uuid not null,
        resolution_id uuid not null,
        code text not null,
        facts jsonb not null,
        tried_by uuid,
        tried_at timestamptz not null,
        constraint resolution_attempt_pkey primary key (community_id, id),
        constraint resolution_attempt_resolution
          foreign key (community_id, resolution_id) references resolution (community_id, id),
        constraint resolution_attempt_tried_by foreign key (tried_by) references person (id)
      )`);
    await runner.query(`
      create index resolution_attempt_of on resolution_attempt (community_id, resolution_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resolution_attempt, resolution_objection, resolution');
  }
}
