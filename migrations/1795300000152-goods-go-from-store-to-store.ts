import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Goods on their way from one store to another. The transfer stands in the books of the store that
 * sent it, which hold the goods until they are counted where they arrive. The other store may keep
 * other books: it has a row of its own (`stock_arrival`), with what is coming by its own products,
 * and no key leads from one set of books to the other.
 *
 * A lot that arrived names the lot that it was: callers-back and givers follow it both ways.
 */
export class GoodsGoFromStoreToStore1795300000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stock_transfer (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        to_community_id uuid not null,
        to_store_id uuid not null,
        blind boolean not null,
        state text not null check (state in ('sent', 'received', 'settled', 'cancelled')),
        note text,
        sent_by uuid not null,
        sent_at timestamptz not null,
        received_by uuid,
        received_at timestamptz,
        receipt_note text,
        ended_by uuid,
        ended_at timestamptz,
        end_reason text,
        difference text check (difference in ('left_behind', 'lost', 'damaged')),
        constraint stock_transfer_pkey primary key (community_id, id),
        constraint stock_transfer_elsewhere check (to_store_id <> store_id),
        constraint stock_transfer_received check (num_nulls(received_by, received_at)
          = case when state in ('received', 'settled') then 0 else 2 end),
        constraint stock_transfer_ended check (num_nulls(ended_by, ended_at, end_reason)
          in (0, 3) and (state <> 'cancelled' or ended_by is not null)),
        constraint stock_transfer_difference check ((difference is not null)
          = (state = 'settled' and ended_by is not null)),
        constraint stock_transfer_second_person check (difference is null
          or (ended_by <> sent_by and ended_by <> received_by)),
        constraint stock_transfer_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint stock_transfer_sent_by foreign key (sent_by) references person (id),
        constraint stock_transfer_received_by foreign key (received_by) references person (id),
        constraint stock_transfer_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(`
      create index stock_transfer_of_store on stock_transfer (community_id, store_id, id)`);
    await runner.query(`
      create table stock_transfer_line (
        community_id uuid not null,
        transfer_id uuid not null,
        lot_id uuid not null,
        to_product_id uuid not null,
        pieces integer not null check (pieces > 0),
        arrived integer check (arrived between 0 and pieces),
        arrived_lot_id uuid,
        constraint stock_transfer_line_pkey primary key (community_id, transfer_id, lot_id),
        constraint stock_transfer_line_arrived check ((arrived_lot_id is not null)
          = (coalesce(arrived, 0) > 0)),
        constraint stock_transfer_line_transfer foreign key (community_id, transfer_id)
          references stock_transfer (community_id, id),
        constraint stock_transfer_line_lot foreign key (community_id, lot_id)
          references lot (community_id, id)
      )`);
    await runner.query(`
      create index stock_transfer_line_of_lot
        on stock_transfer_line (community_id, lot_id, transfer_id)`);
    await runner.query(`
      create table stock_arrival (
        community_id uuid not null,
        transfer_id uuid not null,
        store_id uuid not null,
        from_community_id uuid not null,
        open boolean not null,
        constraint stock_arrival_pkey primary key (community_id, transfer_id),
        constraint stock_arrival_store foreign key (community_id, store_id)
          references store (community_id, id)
      )`);
    await runner.query(`
      create index stock_arrival_of_store on stock_arrival (community_id, store_id, transfer_id)`);
    await runner.query(`
      create index stock_arrival_open on stock_arrival (community_id, store_id) where open`);
    await runner.query(`
      create table stock_arrival_line (
        community_id uuid not null,
        transfer_id uuid not null,
        product_id uuid not null,
        pieces integer not null check (pieces > 0),
        constraint stock_arrival_line_pkey primary key (community_id, transfer_id, product_id),
        constraint stock_arrival_line_arrival foreign key (community_id, transfer_id)
          references stock_arrival (community_id, transfer_id),
        constraint stock_arrival_line_product foreign key (community_id, product_id)
          references product (community_id, id)
      )`);
    await runner.query(`
      alter table lot
        add column from_community_id uuid,
        add column from_lot_id uuid,
        add column transfer_id uuid,
        add constraint lot_came_from check (num_nulls(from_community_id, from_lot_id, transfer_id)
          in (0, 3))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table lot drop column from_community_id, drop column from_lot_id,
        drop column transfer_id`);
    await runner.query(`
      drop table stock_arrival_line, stock_arrival, stock_transfer_line, stock_transfer`);
  }
}
