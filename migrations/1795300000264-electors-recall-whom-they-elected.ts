import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was elected can be recalled by those who elect: when so many of them ask for it together, the
 * same wards' people vote in secret whether the seat is kept. How many are needed is worked out
 * once, when the first one asks, and stays. A signature stands for what votes once: a household
 * signs once where households vote.
 */
export class ElectorsRecallWhomTheyElected1795300000264 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seat_recall (
        community_id uuid not null,
        id uuid not null,
        seat_id uuid not null,
        ward_id uuid not null,
        ground text not null,
        needed integer not null check (needed > 0),
        state text not null check (state in
          ('gathering', 'voting', 'recalled', 'kept', 'no_quorum', 'lapsed')),
        demanded_at timestamptz not null,
        gathers_until timestamptz not null check (gathers_until > demanded_at),
        ballot_id uuid,
        ended_at timestamptz,
        constraint seat_recall_pkey primary key (community_id, id),
        constraint seat_recall_ended
          check ((state in ('gathering', 'voting')) = (ended_at is null)),
        constraint seat_recall_voted
          check ((state in ('gathering', 'lapsed')) = (ballot_id is null)),
        constraint seat_recall_seat
          foreign key (community_id, seat_id) references council_seat (community_id, id),
        constraint seat_recall_ward
          foreign key (community_id, ward_id) references election_ward (community_id, id),
        constraint seat_recall_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id)
      )`);
    await runner.query(
      'create index seat_recall_of_seat on seat_recall (community_id, seat_id, id)',
    );
    await runner.query(`
      create unique index seat_recall_under_way on seat_recall (community_id, seat_id)
        where ended_at is null`);
    await runner.query(`
      create table seat_recall_signature (
        community_id uuid not null,
        recall_id uuid not null,
        unit_id uuid not null,
        resident_id uuid not null,
        constraint seat_recall_signature_pkey primary key (community_id, recall_id, unit_id),
        constraint seat_recall_signature_recall
          foreign key (community_id, recall_id) references seat_recall (community_id, id),
        constraint seat_recall_signature_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seat_recall_signature, seat_recall');
  }
}
