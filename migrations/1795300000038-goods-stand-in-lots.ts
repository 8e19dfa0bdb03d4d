import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Goods of one product that came to a store together: where from, until when they are good, what a
 * piece costs (minor units of the pool's currency). What is left stands in the books, not here.
 *
 * `emptied_at` only leads readers past lots that are used up, so that the till does not read more
 * as the years go by: receiving goods sets it, a voided exchange clears it, both under the row's
 * lock; an exchange writes nothing but its entry.
 */
export class GoodsStandInLots1795300000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lot (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        product_id uuid not null,
        source text not null check (source in ('DONATED', 'PURCHASED', 'OPERATOR_OWNED')),
        quantity integer not null check (quantity > 0),
        unit_cost bigint check (unit_cost > 0),
        pool_id uuid,
        donor_name text,
        donor_organisation_id uuid,
        expires_on date,
        received_at timestamptz not null,
        entry_id uuid not null,
        emptied_at timestamptz,
        constraint lot_pkey primary key (community_id, id),
        constraint lot_cost check ((source = 'DONATED') = (unit_cost is null)
          and (unit_cost is null) = (pool_id is null)),
        constraint lot_donor check (source = 'DONATED'
          or (donor_name is null and donor_organisation_id is null)),
        constraint lot_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint lot_product foreign key (community_id, product_id)
          references product (community_id, id),
        constraint lot_pool foreign key (community_id, pool_id)
          references pool (community_id, id),
        constraint lot_donor_organisation
          foreign key (donor_organisation_id) references organisation (id),
        constraint lot_entry foreign key (community_id, entry_id)
          references ledger_entry (community_id, id)
      )`);
    await runner.query(`
      create index lot_first_expiring_of_product
        on lot (community_id, store_id, product_id, coalesce(expires_on, 'infinity'), id)
        where emptied_at is null`);
    await runner.query(`
      create index lot_first_expiring_of_store
        on lot (community_id, store_id, coalesce(expires_on, 'infinity'), id)
        where emptied_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lot');
  }
}
