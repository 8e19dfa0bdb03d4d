import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a community's stores offer, and its prices in whole credits by the moment from which they
 * hold: a price is added, never changed, so that an exchange recorded late is priced as it was. A
 * product is an asset of the books under the same id.
 */
export class ProductsHaveDatedPrices1795300000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table product (
        community_id uuid not null,
        id uuid not null,
        name text not null,
        ean text check (ean ~ '^([0-9]{8}|[0-9]{13})$'),
        unit text not null,
        allowance_class_id uuid,
        constraint product_pkey primary key (community_id, id),
        constraint product_ean_key unique (community_id, ean),
        constraint product_community foreign key (community_id) references place (id),
        constraint product_asset foreign key (id) references asset (id),
        constraint product_allowance_class foreign key (community_id, allowance_class_id)
          references allowance_class (community_id, id)
      )`);
    await runner.query(`
      create table product_price (
        community_id uuid not null,
        id uuid not null,
        product_id uuid not null,
        valid_from timestamptz not null,
        credits integer not null check (credits > 0),
        set_by uuid,
        set_at timestamptz not null,
        constraint product_price_pkey primary key (community_id, id),
        constraint product_price_product
          foreign key (community_id, product_id) references product (community_id, id)
      )`);
    await runner.query(`
      create index product_price_in_force
        on product_price (community_id, product_id, valid_from, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table product_price, product');
  }
}
