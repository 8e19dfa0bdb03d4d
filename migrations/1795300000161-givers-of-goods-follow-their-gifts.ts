import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Goods that one giver brings at once are one gift (A1): a resident, an organisation, somebody who
 * is named, or nobody who is; perhaps under a drive (募集活动). Its lots came by one entry. How the
 * giver is thanked is decided when the goods come, because the slip says it: credits are for
 * residents only, and never come with an acknowledgement.
 *
 * Numbers are given without gaps in a store, under a lock that the commit lets go. Of the word by
 * which a giver follows the gift only its hash is kept: whoever reads the table cannot follow. Each
 * print of a slip has a word of its own, and those before stay good.
 *
 * A drive keeps what came in under it, so that nobody adds it up.
 */
export class GiversOfGoodsFollowTheirGifts1795300000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table goods_drive (
        community_id uuid not null,
        id uuid not null,
        title text not null,
        place text not null,
        organiser_id uuid,
        starts_on date not null,
        ends_on date not null,
        gifts integer not null default 0 check (gifts >= 0),
        pieces bigint not null default 0 check (pieces >= gifts),
        opened_by uuid,
        opened_at timestamptz not null,
        constraint goods_drive_pkey primary key (community_id, id),
        constraint goods_drive_dates check (ends_on >= starts_on),
        constraint goods_drive_place foreign key (community_id) references place (id),
        constraint goods_drive_organiser foreign key (organiser_id) references organisation (id),
        constraint goods_drive_opened_by foreign key (opened_by) references person (id)
      )`);
    await runner.query(`
      create table goods_gift_series (
        community_id uuid not null,
        store_id uuid not null,
        last_number integer not null,
        constraint goods_gift_series_pkey primary key (community_id, store_id)
      )`);
    await runner.query(`
      create table goods_gift (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        number integer not null check (number > 0),
        drive_id uuid,
        resident_id uuid,
        organisation_id uuid,
        giver_name text,
        named boolean not null,
        thanks text not null check (thanks in ('credits', 'acknowledgement')),
        received_by uuid,
        received_at timestamptz not null,
        entry_id uuid not null,
        constraint goods_gift_pkey primary key (community_id, id),
        constraint goods_gift_number unique (community_id, store_id, number),
        constraint goods_gift_one_giver
          check (num_nonnulls(resident_id, organisation_id, giver_name) <= 1),
        constraint goods_gift_named check (not named
          or num_nonnulls(resident_id, organisation_id, giver_name) = 1),
        constraint goods_gift_credits check (thanks <> 'credits' or resident_id is not null),
        constraint goods_gift_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint goods_gift_drive foreign key (community_id, drive_id)
          references goods_drive (community_id, id),
        constraint goods_gift_resident foreign key (community_id, resident_id)
          references resident (community_id, id),
        constraint goods_gift_organisation
          foreign key (organisation_id) references organisation (id),
        constraint goods_gift_received_by foreign key (received_by) references person (id),
        constraint goods_gift_entry foreign key (community_id, entry_id)
          references ledger_entry (community_id, id)
      )`);
    await runner.query(`
      create index goods_gift_of_store on goods_gift (community_id, store_id, id)`);
    await runner.query(`
      create index goods_gift_of_drive on goods_gift (community_id, drive_id, id)
        where drive_id is not null`);
    await runner.query(`
      create index goods_gift_of_resident on goods_gift (community_id, resident_id, id)
        where resident_id is not null`);
    await runner.query(`
      create table goods_gift_line (
        community_id uuid not null,
        gift_id uuid not null,
        n smallint not null check (n >= 0),
        lot_id uuid not null,
        constraint goods_gift_line_pkey primary key (community_id, gift_id, n),
        constraint goods_gift_line_lot_key unique (community_id, lot_id),
        constraint goods_gift_line_gift foreign key (community_id, gift_id)
          references goods_gift (community_id, id),
        constraint goods_gift_line_lot foreign key (community_id, lot_id)
          references lot (community_id, id)
      )`);
    await runner.query(`
      create table goods_gift_link (
        community_id uuid not null,
        token_hash bytea not null check (length(token_hash) = 32),
        gift_id uuid not null,
        made_by uuid,
        made_at timestamptz not null,
        constraint goods_gift_link_pkey primary key (community_id, token_hash),
        constraint goods_gift_link_gift foreign key (community_id, gift_id)
          references goods_gift (community_id, id)
      )`);
    await runner.query(`
      create index goods_gift_link_of_gift on goods_gift_link (community_id, gift_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table goods_gift_link, goods_gift_line, goods_gift, goods_gift_series, goods_drive',
    );
  }
}
