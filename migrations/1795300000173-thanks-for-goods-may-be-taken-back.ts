import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Credits by which the wrong resident was thanked for goods, or for too many of them, are taken
 * back by the mirror of their entry; the giver may then be thanked otherwise. What was taken back
 * stays, with who did so and why: a lot's thanks are counted by turns, and one stands at most.
 */
export class ThanksForGoodsMayBeTakenBack1795300000173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table goods_thanks
        add column turn smallint not null default 1 check (turn > 0),
        add column reversed_by uuid,
        add column reversed_at timestamptz,
        add column reverse_reason text,
        add constraint goods_thanks_reversed check (
          num_nulls(reversed_by, reversed_at, reverse_reason) in (0, 3)
          and (reversed_at is null or thanks = 'credits')),
        add constraint goods_thanks_reversed_by
          foreign key (reversed_by) references person (id),
        drop constraint goods_thanks_pkey,
        add constraint goods_thanks_pkey primary key (community_id, lot_id, turn)`);
    await runner.query(`
      create unique index goods_thanks_standing
        on goods_thanks (community_id, lot_id) where reversed_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from goods_thanks where reversed_at is not null');
    await runner.query(`
      alter table goods_thanks
        drop constraint goods_thanks_pkey,
        drop column turn, drop column reversed_by, drop column reversed_at,
        drop column reverse_reason`);
    await runner.query(`
      alter table goods_thanks
        add constraint goods_thanks_pkey primary key (community_id, lot_id)`);
    await runner.query('drop index if exists goods_thanks_standing');
  }
}
