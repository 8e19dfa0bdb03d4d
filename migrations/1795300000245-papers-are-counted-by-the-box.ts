import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Paper votes come by the box and never by the person: what a clerk counted in it for each choice,
 * and, apart from that, who took a paper. A witness counts again before it is part of the result.
 * Those who took a paper are marked in one statement for the whole box, in the order of their ids,
 * so that nothing tells them apart; who is marked can take no token.
 *
 * A box that is rejected counts for nothing, and its marks are taken off the roll again.
 */
export class PapersAreCountedByTheBox1795300000245 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ballot_paper_box (
        community_id uuid not null,
        id uuid not null,
        ballot_id uuid not null,
        place text not null,
        state text not null check (state in ('waiting', 'witnessed', 'rejected')),
        counts integer[] not null,
        papers integer not null check (papers between 1 and marked),
        marked integer not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reject_reason text,
        constraint ballot_paper_box_pkey primary key (community_id, id),
        constraint ballot_paper_box_decided check (num_nulls(decided_by, decided_at)
          = case when state = 'waiting' then 2 else 0 end),
        constraint ballot_paper_box_rejected
          check ((state = 'rejected') = (reject_reason is not null)),
        constraint ballot_paper_box_second_person
          check (state <> 'witnessed' or decided_by <> recorded_by),
        constraint ballot_paper_box_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id),
        constraint ballot_paper_box_recorded_by foreign key (recorded_by) references person (id),
        constraint ballot_paper_box_decided_by foreign key (decided_by) references person (id)
      )`);
    await runner.query(`
      create index ballot_paper_box_of_ballot
        on ballot_paper_box (community_id, ballot_id, id)`);
    await runner.query(`
      create table ballot_paper_mark (
        community_id uuid not null,
        ballot_id uuid not null,
        unit_id uuid not null,
        paper_box_id uuid not null,
        constraint ballot_paper_mark_pkey primary key (community_id, ballot_id, unit_id),
        constraint ballot_paper_mark_box foreign key (community_id, paper_box_id)
          references ballot_paper_box (community_id, id)
      )`);
    // What of a ballot's votes came on paper, once it is closed: its boxes then change no more.
    await runner.query(`
      alter table ballot add column paper_votes integer[],
        add constraint ballot_paper_counted check (cardinality(paper_votes) = cardinality(choices))
    `);
    await runner.query(`
      update ballot set paper_votes = array_fill(0, array[cardinality(choices)])
      where votes is not null -- every community: what was closed before had no papers`);
    await runner.query(`
      alter table ballot add constraint ballot_papers_ended
        check ((votes is null) = (paper_votes is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot drop column paper_votes');
    await runner.query('drop table ballot_paper_mark, ballot_paper_box');
  }
}
