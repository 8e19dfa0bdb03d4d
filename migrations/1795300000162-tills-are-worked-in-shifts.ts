import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clerk works the till of a store in shifts. A shift is a stretch of the store's account of
 * redeemed credits, on which every exchange and every void of the store stands: from the sequence
 * number at which it began up to the one at which it ended, as far as the clerk recorded them. What
 * it did is found from the account's legs between the two, however long the history is; at the end
 * it is added up once and kept.
 *
 * What is counted (slips, pieces of chosen products, at the beginning and at the end) is kept with
 * what the books said at that moment. Differences wait for a second person and change nothing.
 */
export class TillsAreWorkedInShifts1795300000162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shift (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        clerk_id uuid not null,
        account_id uuid not null,
        from_seq bigint not null,
        until_seq bigint,
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        note text,
        slips integer check (slips >= 0),
        exchanges integer,
        voids integer,
        credits bigint,
        pieces jsonb,
        differs boolean,
        settled_by uuid,
        settled_at timestamptz,
        settled_note text,
        stock_take_id uuid,
        constraint shift_pkey primary key (community_id, id),
        constraint shift_closed check (num_nulls(closed_at, closed_by, until_seq, exchanges, voids,
          credits, pieces, differs) in (0, 8)),
        constraint shift_closed_by_another check (closed_by is null or closed_by = clerk_id
          or note is not null),
        constraint shift_settled check (num_nulls(settled_by, settled_at, settled_note) in (0, 3)
          and (settled_by is null or (differs and settled_by <> clerk_id))
          and (stock_take_id is null or settled_by is not null)),
        constraint shift_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint shift_clerk foreign key (clerk_id) references person (id),
        constraint shift_closed_by_person foreign key (closed_by) references person (id),
        constraint shift_settled_by_person foreign key (settled_by) references person (id),
        constraint shift_stock_take foreign key (community_id, stock_take_id)
          references stock_take (community_id, id)
      )`);
    await runner.query(`
      create unique index shift_open on shift (community_id, store_id, clerk_id)
        where closed_at is null`);
    await runner.query('create index shift_of_store on shift (community_id, store_id, id)');
    await runner.query(`
      create index shift_to_settle on shift (community_id, store_id, id)
        where differs and settled_at is null`);
    await runner.query(`
      create table shift_count (
        community_id uuid not null,
        shift_id uuid not null,
        at_end boolean not null,
        product_id uuid not null,
        pieces integer not null check (pieces >= 0),
        book integer not null,
        constraint shift_count_pkey primary key (community_id, shift_id, at_end, product_id),
        constraint shift_count_shift foreign key (community_id, shift_id)
          references shift (community_id, id),
        constraint shift_count_product foreign key (community_id, product_id)
          references product (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shift_count, shift');
  }
}
