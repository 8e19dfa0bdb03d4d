import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A till without a connection hands goods out first and asks afterwards. What is then refused has
 * left the store all the same: it stays here, with what was asked for and the reason, until a
 * storekeeper has said what became of it. Asked again under its key, it is answered from here.
 */
export class WhatATillCouldNotRecordIsATask1795300000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table till_task (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        key text not null,
        fingerprint bytea not null,
        asked jsonb not null,
        code text not null,
        facts jsonb not null,
        path text[] not null,
        reported_by uuid,
        reported_at timestamptz not null,
        resolved_by uuid,
        resolved_at timestamptz,
        note text,
        constraint till_task_pkey primary key (community_id, id),
        constraint till_task_key unique (community_id, key),
        constraint till_task_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint till_task_resolved check ((resolved_at is null) = (note is null))
      )`);
    await runner.query(`
      create index till_task_open on till_task (community_id, store_id, id)
        where resolved_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table till_task');
  }
}
