import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A pool's table of approvals is set anew as a whole, from a moment on; what was submitted before
 * keeps the figures of its time (C8). The first version holds from the beginning: since 1970, so
 * that it is found for whatever moment is asked of.
 */
export class APoolsTableHasDatedVersions1795300000282 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pool_threshold
        add version integer not null default 1 check (version > 0),
        add valid_from timestamptz not null default '1970-01-01 00:00:00+00',
        add set_by uuid,
        add set_at timestamptz,
        drop constraint pool_threshold_pkey,
        add constraint pool_threshold_pkey
          primary key (community_id, pool_id, version, from_minor),
        add constraint pool_threshold_set_by foreign key (set_by) references person (id)`);
    await runner.query(`
      alter table pool_threshold alter version drop default, alter valid_from drop default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from pool_threshold where version > 1');
    await runner.query(`
      alter table pool_threshold
        drop constraint pool_threshold_set_by,
        drop constraint pool_threshold_pkey,
        drop version, drop valid_from, drop set_by, drop set_at,
        add constraint pool_threshold_pkey primary key (community_id, pool_id, from_minor)`);
  }
}
