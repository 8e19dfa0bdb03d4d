import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter is written in the transaction of the act that it tells of, and leaves after the commit:
 * nobody is thanked for a gift that was rolled back, and no gift waits for a post office. Its key
 * keeps the same letter from being written twice. A row is found again only while it waits, or, in
 * a demonstration without a post office, while it is kept to be read.
 */
export class MailsLeaveAfterTheCommit1795300000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        community_id uuid not null,
        id uuid not null,
        key text not null check (length(key) between 1 and 200),
        recipient text not null,
        locale text not null check (locale in ('zh', 'en')),
        template text not null,
        facts jsonb not null,
        created_at timestamptz not null,
        state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
        tries smallint not null check (tries >= 0),
        next_try_at timestamptz not null,
        sent_at timestamptz,
        last_error text,
        constraint mail_pkey primary key (community_id, id),
        constraint mail_key_key unique (community_id, key),
        constraint mail_community foreign key (community_id) references place (id),
        constraint mail_sent_has_its_moment check ((state = 'sent') = (sent_at is not null))
      )`);
    await runner.query(`
      create index mail_waiting on mail (next_try_at) where state = 'waiting'`);
    await runner.query(`create index mail_kept on mail (id) where state = 'kept'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail');
  }
}
