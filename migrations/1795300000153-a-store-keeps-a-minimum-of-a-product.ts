import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many pieces of a product a store shall always have, from a day on; of two for one day the
 * later one holds, and none is ever changed. What is below it is worked out when asked, from the
 * lots' accounts: there is no figure to keep right.
 */
export class AStoreKeepsAMinimumOfAProduct1795300000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table minimum_stock (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        product_id uuid not null,
        valid_from date not null,
        pieces integer not null check (pieces >= 0),
        set_by uuid not null,
        set_at timestamptz not null,
        constraint minimum_stock_pkey primary key (community_id, id),
        constraint minimum_stock_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint minimum_stock_product foreign key (community_id, product_id)
          references product (community_id, id),
        constraint minimum_stock_set_by foreign key (set_by) references person (id)
      )`);
    await runner.query(`
      create index minimum_stock_in_force
        on minimum_stock (community_id, store_id, product_id, valid_from, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table minimum_stock');
  }
}
