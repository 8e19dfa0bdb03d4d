import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A project asks for public money and goes through the steps of its procedure (C3). Its steps are
 * written down with it when it begins, so that a newer version of the procedure does not reach it.
 * What a step asks to be written is a text of a kind; a step that is passed, or sent back with a
 * reason, leaves an event, and nothing of the three is changed afterwards.
 */
export class ProjectsOfThePublicFundGoBySteps1795300000273 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fund_project (
        community_id uuid not null,
        id uuid not null,
        fund_id uuid not null,
        procedure_id uuid not null,
        purpose text not null check (purpose in ('organisations', 'volunteering',
          'infrastructure', 'culture_sport', 'education', 'environment')),
        title text not null,
        description text not null,
        cost_minor bigint not null check (cost_minor > 0),
        self_raised_minor bigint not null check (self_raised_minor >= 0),
        state text not null check (state in ('running', 'archived', 'dropped')),
        step smallint not null check (step > 0),
        urgency smallint check (urgency between 1 and 5),
        weighed_by uuid,
        weighed_at timestamptz,
        ballot_id uuid,
        application_id uuid,
        motion_id uuid,
        started_by uuid not null,
        started_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        dropped_because text,
        constraint fund_project_pkey primary key (community_id, id),
        constraint fund_project_asks check (self_raised_minor < cost_minor),
        constraint fund_project_weighed check (
          (urgency is null) = (weighed_by is null) and (urgency is null) = (weighed_at is null)),
        constraint fund_project_ended check (
          (state = 'running') = (ended_at is null) and (ended_by is null) = (ended_at is null)
          and (state = 'dropped') = (dropped_because is not null)),
        constraint fund_project_fund
          foreign key (community_id, fund_id) references public_fund (community_id, id),
        constraint fund_project_procedure
          foreign key (procedure_id) references fund_procedure (id),
        constraint fund_project_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id),
        constraint fund_project_application
          foreign key (community_id, application_id) references application (community_id, id)
      )`);
    await runner.query(`
      create index fund_project_of_fund on fund_project (community_id, fund_id, id)`);
    await runner.query(`
      create table fund_step (
        community_id uuid not null,
        project_id uuid not null,
        n smallint not null check (n > 0),
        code text not null,
        spec jsonb not null,
        since timestamptz,
        passed_at timestamptz,
        passed_by uuid,
        constraint fund_step_pkey primary key (community_id, project_id, n),
        constraint fund_step_code_key unique (community_id, project_id, code),
        constraint fund_step_passed check (
          (passed_at is null) = (passed_by is null)
          and (passed_at is null or since is not null)),
        constraint fund_step_project
          foreign key (community_id, project_id) references fund_project (community_id, id)
      )`);
    await runner.query(`
      create table fund_document (
        community_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        step smallint not null,
        kind text not null,
        title text not null,
        text text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint fund_document_pkey primary key (community_id, id),
        constraint fund_document_step foreign key (community_id, project_id, step)
          references fund_step (community_id, project_id, n)
      )`);
    await runner.query(`
      create index fund_document_of_project on fund_document (community_id, project_id, id)`);
    await runner.query(`
      create table fund_step_event (
        community_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        kind text not null check (kind in ('passed', 'sent_back')),
        step smallint not null,
        to_step smallint not null,
        reason text,
        urgency smallint,
        ballot_id uuid,
        motion_id uuid,
        by uuid not null,
        at timestamptz not null,
        constraint fund_step_event_pkey primary key (community_id, id),
        constraint fund_step_event_says check (case kind
          when 'passed' then to_step = step + 1 and reason is null
          else to_step < step and reason is not null end),
        constraint fund_step_event_project
          foreign key (community_id, project_id) references fund_project (community_id, id)
      )`);
    await runner.query(`
      create index fund_step_event_of_project
        on fund_step_event (community_id, project_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_step_event, fund_document, fund_step, fund_project');
  }
}
