import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Credits end so many months after they came, and whom they belong to is told thirty days before.
 * Both jobs follow what was recorded, entry by entry, and remember how far they have come: neither
 * looks at the wallets to which nothing came on the days whose turn it is. What ended stands in the
 * books; what was told stands here.
 */
export class CreditsEndAndItIsToldBefore1795300000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credit_walk (
        scheme_id uuid not null,
        purpose text not null check (purpose in ('expire', 'tell')),
        through_at timestamptz not null,
        through_id uuid not null,
        constraint credit_walk_pkey primary key (scheme_id, purpose),
        constraint credit_walk_scheme foreign key (scheme_id) references credit_scheme (id)
      )`);
    await runner.query(`
      create table expiry_notice (
        community_id uuid not null,
        resident_id uuid not null,
        scheme_id uuid not null,
        told_on date not null,
        credits bigint not null check (credits > 0),
        ends_on date not null,
        constraint expiry_notice_pkey
          primary key (community_id, resident_id, scheme_id, told_on),
        constraint expiry_notice_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint expiry_notice_scheme foreign key (scheme_id) references credit_scheme (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table expiry_notice, credit_walk');
  }
}
