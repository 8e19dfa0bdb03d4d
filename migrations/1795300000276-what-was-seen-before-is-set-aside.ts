import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A project that is sent back is looked at and scored anew (C3): visits and scores of before stay,
 * set aside, and count no more. Who scored it before may score it again, and still only once.
 */
export class WhatWasSeenBeforeIsSetAside1795300000276 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table fund_visit add column set_aside_at timestamptz');
    await runner.query(`
      alter table fund_evaluation
        add column id uuid not null default gen_random_uuid(),
        add column set_aside_at timestamptz,
        drop constraint fund_evaluation_pkey,
        add constraint fund_evaluation_pkey primary key (community_id, id)`);
    await runner.query('alter table fund_evaluation alter column id drop default');
    await runner.query(`
      create unique index fund_evaluation_once
        on fund_evaluation (community_id, project_id, person_id) where set_aside_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from fund_evaluation where set_aside_at is not null');
    await runner.query('drop index fund_evaluation_once');
    await runner.query(`
      alter table fund_evaluation
        drop constraint fund_evaluation_pkey,
        add constraint fund_evaluation_pkey primary key (community_id, project_id, person_id),
        drop column id,
        drop column set_aside_at`);
    await runner.query('alter table fund_visit drop column set_aside_at');
  }
}
