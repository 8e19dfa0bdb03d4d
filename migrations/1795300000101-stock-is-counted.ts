import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stock-take: a storekeeper starts it, the staff count lots without being shown the books'
 * figures, it is closed and a second person decides. Each count has its moment: what moved later is
 * no difference. `book` is what the books said at that moment, filled in when it is closed; the
 * adjusting entries stand in the books under a key that names the stock-take.
 *
 * A store has one undecided stock-take at a time, or a difference could be adjusted twice.
 */
export class StockIsCounted1795300000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stock_take (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        state text not null check (state in ('counting', 'closed', 'approved', 'declined')),
        started_by uuid not null,
        started_at timestamptz not null,
        closed_at timestamptz,
        decided_by uuid,
        decided_at timestamptz,
        decline_reason text,
        constraint stock_take_pkey primary key (community_id, id),
        constraint stock_take_closed check (state = 'counting' or state = 'declined'
          or closed_at is not null),
        constraint stock_take_decided check (num_nulls(decided_by, decided_at)
          = case when state in ('approved', 'declined') then 0 else 2 end),
        constraint stock_take_declined check ((state = 'declined') = (decline_reason is not null)),
        constraint stock_take_second_person check (state <> 'approved' or decided_by <> started_by),
        constraint stock_take_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint stock_take_started_by foreign key (started_by) references person (id),
        constraint stock_take_decided_by foreign key (decided_by) references person (id)
      )`);
    await runner.query(`
      create unique index stock_take_undecided on stock_take (community_id, store_id)
        where state in ('counting', 'closed')`);
    await runner.query(`
      create index stock_take_of_store on stock_take (community_id, store_id, id)`);
    await runner.query(`
      create table stock_count (
        community_id uuid not null,
        stock_take_id uuid not null,
        lot_id uuid not null,
        pieces integer not null check (pieces >= 0),
        counted_at timestamptz not null,
        counted_by uuid not null,
        book integer,
        constraint stock_count_pkey primary key (community_id, stock_take_id, lot_id),
        constraint stock_count_stock_take foreign key (community_id, stock_take_id)
          references stock_take (community_id, id),
        constraint stock_count_lot foreign key (community_id, lot_id)
          references lot (community_id, id),
        constraint stock_count_counted_by foreign key (counted_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table stock_count, stock_take');
  }
}
