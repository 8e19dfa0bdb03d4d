import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What many members did together is recorded in one act, for all of them or for none. Services are
 * no entries of the books, so that the client's key is kept here, with what was recorded under it:
 * asking again gives the same services.
 */
export class WhatManyDidTogetherIsRecordedAtOnce1795300000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_session (
        community_id uuid not null,
        id uuid not null,
        key text not null,
        fingerprint bytea not null,
        service_ids uuid[] not null check (cardinality(service_ids) > 0),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint service_session_pkey primary key (community_id, id),
        constraint service_session_key unique (community_id, key),
        constraint service_session_community foreign key (community_id) references place (id),
        constraint service_session_recorded_by foreign key (recorded_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_session');
  }
}
