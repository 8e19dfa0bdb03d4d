import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an enterprise's remittances are split over pools, by the day from which it holds. A plan is
 * never changed: another version of the same day takes its place. Its pools may stand in other sets
 * of books, on another machine, so no foreign key leads to them; `verify` looks instead.
 */
export class SurplusIsRoutedByADatedPlan1795300000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table routing_plan (
        community_id uuid not null,
        id uuid not null,
        enterprise_id uuid not null,
        currency text not null,
        valid_from date not null,
        version smallint not null,
        set_at timestamptz not null,
        set_by uuid,
        constraint routing_plan_pkey primary key (community_id, id),
        constraint routing_plan_version
          unique (community_id, enterprise_id, currency, valid_from, version),
        constraint routing_plan_community foreign key (community_id) references place (id),
        constraint routing_plan_enterprise foreign key (enterprise_id) references organisation (id),
        constraint routing_plan_set_by foreign key (set_by) references person (id)
      )`);
    await runner.query(
      'create index routing_plan_by_enterprise on routing_plan (enterprise_id, id)',
    );
    await runner.query(`
      create table routing_plan_share (
        community_id uuid not null,
        plan_id uuid not null,
        n smallint not null,
        books_id uuid not null,
        pool_id uuid not null,
        weight integer not null check (weight > 0),
        constraint routing_plan_share_pkey primary key (community_id, plan_id, n),
        constraint routing_plan_share_pool unique (community_id, plan_id, pool_id),
        constraint routing_plan_share_plan
          foreign key (community_id, plan_id) references routing_plan (community_id, id),
        constraint routing_plan_share_books foreign key (books_id) references place (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table routing_plan_share, routing_plan');
  }
}
