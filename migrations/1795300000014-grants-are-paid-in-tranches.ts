import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A grant is what became of an application that was awarded, and has its id. Its money stands in
 * the books; here is who asked for a tranche to be paid and who paid it or would not. A tranche has
 * one disbursement that was not declined: it is never paid twice.
 */
export class GrantsArePaidInTranches1795300000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pool_grant (
        community_id uuid not null,
        id uuid not null,
        pool_id uuid not null,
        grantee_id uuid not null,
        title text not null,
        currency text not null,
        amount_minor bigint not null check (amount_minor > 0),
        state text not null check (state in ('active', 'completed', 'cancelled')),
        awarded_at timestamptz not null,
        entry_id uuid not null,
        ended_at timestamptz,
        cancelled_because text,
        constraint pool_grant_pkey primary key (community_id, id),
        constraint pool_grant_ended check ((state = 'active') = (ended_at is null)),
        constraint pool_grant_cancelled
          check ((state = 'cancelled') = (cancelled_because is not null)),
        constraint pool_grant_application_fk
          foreign key (community_id, id) references application (community_id, id),
        constraint pool_grant_pool_fk
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint pool_grant_grantee_fk foreign key (grantee_id) references organisation (id)
      )`);
    await runner.query('create index pool_grant_by_pool on pool_grant (community_id, pool_id, id)');
    await runner.query('create index pool_grant_by_grantee on pool_grant (grantee_id, id)');
    await runner.query(`
      create table disbursement (
        community_id uuid not null,
        id uuid not null,
        pool_id uuid not null,
        grant_id uuid not null,
        tranche_id uuid not null,
        state text not null check (state in ('requested', 'paid', 'declined')),
        maker_id uuid not null,
        requested_at timestamptz not null,
        checker_id uuid,
        checked_at timestamptz,
        reason text,
        entry_id uuid,
        constraint disbursement_pkey primary key (community_id, id),
        constraint disbursement_maker_is_not_checker check (maker_id <> checker_id),
        constraint disbursement_checked
          check ((state = 'requested') = (num_nonnulls(checker_id, checked_at) = 0)),
        constraint disbursement_paid check ((state = 'paid') = (entry_id is not null)),
        constraint disbursement_declined check ((state = 'declined') = (reason is not null)),
        constraint disbursement_grant_fk
          foreign key (community_id, grant_id) references pool_grant (community_id, id),
        constraint disbursement_tranche_fk
          foreign key (community_id, tranche_id) references tranche (community_id, id),
        constraint disbursement_pool_fk
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint disbursement_maker_fk foreign key (maker_id) references person (id),
        constraint disbursement_checker_fk foreign key (checker_id) references person (id)
      )`);
    await runner.query(`
      create unique index disbursement_once on disbursement (community_id, tranche_id)
        where state <> 'declined'`);
    await runner.query(`
      create index disbursement_unchecked on disbursement (community_id, pool_id, id)
        where state = 'requested'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disbursement, pool_grant');
  }
}
