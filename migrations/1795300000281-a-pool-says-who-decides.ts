import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who decides what a pool gives, from a moment on: the board of its foundation, a council, or the
 * steps of a procedure (C2, C8, N4). A version is added, never changed: an application keeps to
 * whoever decided when it was submitted. A pool without a version is decided by its board.
 */
export class APoolSaysWhoDecides1795300000281 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pool_decider (
        community_id uuid not null,
        id uuid not null,
        pool_id uuid not null,
        valid_from timestamptz not null,
        decided_by text not null check (decided_by in ('board', 'council', 'procedure')),
        council_id uuid,
        set_by uuid,
        set_at timestamptz not null,
        constraint pool_decider_pkey primary key (community_id, id),
        constraint pool_decider_names_its_council check (
          (decided_by = 'council') = (council_id is not null)),
        constraint pool_decider_pool
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint pool_decider_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint pool_decider_set_by foreign key (set_by) references person (id)
      )`);
    await runner.query(`
      create index pool_decider_in_force
        on pool_decider (community_id, pool_id, valid_from, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pool_decider');
  }
}
