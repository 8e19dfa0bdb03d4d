import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charity supermarket: someone owns its premises, an operator runs it, and a pool of the same
 * books pays for the goods that the operator owns (A1). Its code begins the numbers on its slips.
 */
export class AStoreIsOpenedInACommunity1795300000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table store (
        community_id uuid not null,
        id uuid not null,
        code text not null check (code ~ '^[A-Z0-9]{2,8}$'),
        name text not null,
        operator_id uuid not null,
        premises_owner_id uuid not null,
        pool_id uuid not null,
        opened_on date not null,
        constraint store_pkey primary key (community_id, id),
        constraint store_code_key unique (community_id, code),
        constraint store_community foreign key (community_id) references place (id),
        constraint store_operator foreign key (operator_id) references organisation (id),
        constraint store_premises_owner
          foreign key (premises_owner_id) references organisation (id),
        constraint store_pool foreign key (community_id, pool_id)
          references pool (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table store');
  }
}
