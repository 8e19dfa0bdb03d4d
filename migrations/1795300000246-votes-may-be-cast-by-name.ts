import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a rule wants it, a ballot is a roll call: who voted what is kept, one row for each that
 * votes, and shown once it is closed. Such a ballot signs no tokens and has neither pages nor
 * boxes; a secret one has no row here.
 */
export class VotesMayBeCastByName1795300000246 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ballot
        add column kind text not null default 'secret' check (kind in ('secret', 'roll_call'))`);
    await runner.query(`
      alter table ballot
        alter column kind drop default,
        alter column public_key drop not null,
        drop constraint ballot_boxes_check,
        drop constraint ballot_signs_while_open,
        add constraint ballot_boxes_of_kind
          check (case kind when 'secret' then boxes > 0 else boxes = 0 end),
        add constraint ballot_key_of_kind check ((kind = 'secret') = (public_key is not null)),
        add constraint ballot_signs_while_open
          check ((kind = 'secret' and closed_at is null) = (signing_key is not null))`);
    await runner.query(`
      create table roll_call_vote (
        community_id uuid not null,
        ballot_id uuid not null,
        unit_id uuid not null,
        resident_id uuid not null,
        choice smallint not null check (choice >= 0),
        constraint roll_call_vote_pkey primary key (community_id, ballot_id, unit_id),
        constraint roll_call_vote_elector foreign key (community_id, ballot_id, resident_id)
          references ballot_elector (community_id, ballot_id, resident_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table roll_call_vote');
    await runner.query(`
      alter table ballot
        drop constraint ballot_boxes_of_kind,
        drop constraint ballot_key_of_kind,
        drop constraint ballot_signs_while_open,
        alter column public_key set not null,
        drop column kind,
        add constraint ballot_boxes_check check (boxes > 0),
        add constraint ballot_signs_while_open
          check ((closed_at is null) = (signing_key is not null))`);
  }
}
