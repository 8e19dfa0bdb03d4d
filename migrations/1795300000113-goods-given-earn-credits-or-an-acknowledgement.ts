import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Charity for welfare (以慈善换福利): what a piece of a product, or of a class of products, is worth
 * in a scheme's credits to the resident who gives it, from a day on; and how a giver was thanked
 * for a lot. The lot is the key of the thanks: credits and an acknowledgement exclude each other,
 * because only what is given for nothing is a gift. A scheme says whether its monthly cap covers
 * such credits.
 */
export class GoodsGivenEarnCreditsOrAnAcknowledgement1795300000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table credit_scheme add column cap_covers_goods boolean not null default false',
    );
    await runner.query(`
      create table goods_value (
        community_id uuid not null,
        id uuid not null,
        scheme_id uuid not null,
        product_id uuid,
        class_id uuid,
        valid_from date not null,
        credits integer not null check (credits > 0),
        set_by uuid,
        set_at timestamptz not null,
        constraint goods_value_pkey primary key (community_id, id),
        constraint goods_value_is_of_one check (num_nonnulls(product_id, class_id) = 1),
        constraint goods_value_scheme foreign key (scheme_id) references credit_scheme (id),
        constraint goods_value_product
          foreign key (community_id, product_id) references product (community_id, id),
        constraint goods_value_class
          foreign key (community_id, class_id) references allowance_class (community_id, id)
      )`);
    await runner.query(
      'create index goods_value_in_force on goods_value (community_id, scheme_id, valid_from, id)',
    );
    await runner.query(`
      create table goods_thanks (
        community_id uuid not null,
        lot_id uuid not null,
        resident_id uuid not null,
        thanks text not null check (thanks in ('credits', 'acknowledgement')),
        credits bigint check (credits > 0),
        decided_by uuid,
        decided_at timestamptz not null,
        constraint goods_thanks_pkey primary key (community_id, lot_id),
        constraint goods_thanks_never_both check ((thanks = 'credits') = (credits is not null)),
        constraint goods_thanks_lot
          foreign key (community_id, lot_id) references lot (community_id, id),
        constraint goods_thanks_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table goods_thanks, goods_value');
    await runner.query('alter table credit_scheme drop column cap_covers_goods');
  }
}
