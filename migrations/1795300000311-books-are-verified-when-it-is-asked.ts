import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An auditor asks for the books to be verified; a job does it, for all that wait at once, and keeps
 * what each check said. One request of a set of books waits at a time, so that asking again and
 * again is one piece of work.
 */
export class BooksAreVerifiedWhenItIsAsked1795300000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table verification (
        community_id uuid not null,
        id uuid not null,
        asked_at timestamptz not null,
        asked_by uuid not null,
        begun_at timestamptz,
        ended_at timestamptz,
        wrong integer check (wrong >= 0),
        checks jsonb,
        constraint verification_pkey primary key (community_id, id),
        constraint verification_ended
          check ((ended_at is null) = (wrong is null) and (ended_at is null) = (checks is null)
            and (ended_at is null or begun_at is not null))
      )`);
    await runner.query(`
      create unique index verification_waiting on verification (community_id)
        where ended_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table verification');
  }
}
