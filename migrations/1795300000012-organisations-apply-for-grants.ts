import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An application asks a pool for money: what for, with which budget, in which tranches, and which
 * milestone each tranche brings. Its plan stays as it was submitted; what becomes of it is in the
 * tables after it (A5, C8).
 */
export class OrganisationsApplyForGrants1795300000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table application (
        community_id uuid not null,
        id uuid not null,
        pool_id uuid not null,
        applicant_id uuid not null,
        submitted_by uuid not null,
        title text not null,
        purpose text not null,
        currency text not null,
        requested_minor bigint not null check (requested_minor > 0),
        state text not null
          check (state in ('submitted', 'awarded', 'declined', 'withdrawn')),
        submitted_at timestamptz not null,
        decided_at timestamptz,
        constraint application_pkey primary key (community_id, id),
        constraint application_decided check ((state = 'submitted') = (decided_at is null)),
        constraint application_pool_fk
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint application_applicant_fk
          foreign key (applicant_id) references organisation (id),
        constraint application_submitter_fk foreign key (submitted_by) references person (id)
      )`);
    await runner.query(
      'create index application_by_pool on application (community_id, pool_id, id)',
    );
    await runner.query('create index application_by_applicant on application (applicant_id, id)');
    await runner.query(`
      create index application_undecided on application (community_id, pool_id, id)
        where state = 'submitted'`);
    await runner.query(`
      create table budget_line (
        community_id uuid not null,
        application_id uuid not null,
        n smallint not null,
        label text not null,
        minor bigint not null check (minor > 0),
        constraint budget_line_pkey primary key (community_id, application_id, n),
        constraint budget_line_application_fk
          foreign key (community_id, application_id) references application (community_id, id)
      )`);
    await runner.query(`
      create table tranche (
        community_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        n smallint not null,
        minor bigint not null check (minor > 0),
        milestone text not null,
        due_on date not null,
        accepted_at timestamptz,
        accepted_by uuid,
        evidence text,
        constraint tranche_pkey primary key (community_id, id),
        constraint tranche_order_key unique (community_id, application_id, n),
        constraint tranche_acceptance
          check (num_nonnulls(accepted_at, accepted_by, evidence) in (0, 3)),
        constraint tranche_application_fk
          foreign key (community_id, application_id) references application (community_id, id),
        constraint tranche_acceptor_fk foreign key (accepted_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tranche, budget_line, application');
  }
}
