import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Micro-projects of a community, a courtyard or a grid: what is to be reached, who answers for it,
 * why it can be done, and the steps of its plan, each due on a day. A step is done once, and a
 * project ends once, with what it came to; the grant that pays for it may come later or never.
 * A resolution's id has no key: who resolves stands above who builds.
 */
export class ProjectsGoByDatedSteps1795300000285 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table project (
        community_id uuid not null,
        id uuid not null,
        place_id uuid not null,
        organisation_id uuid not null,
        title text not null,
        goal text not null,
        people text not null,
        material text not null,
        money text not null,
        sustainability text not null,
        mode text not null check (mode in ('mobilised', 'spontaneous', 'cooperative')),
        grant_id uuid,
        resolution_id uuid,
        opened_by uuid,
        opened_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        outcome text check (outcome in ('reached', 'partly_reached', 'not_reached')),
        result text,
        constraint project_pkey primary key (community_id, id),
        constraint project_ended check (
          (ended_at is null) = (outcome is null) and (ended_at is null) = (result is null)
          and (ended_by is null or ended_at is not null)),
        constraint project_place foreign key (place_id) references place (id),
        constraint project_organisation
          foreign key (organisation_id) references organisation (id),
        constraint project_grant
          foreign key (community_id, grant_id) references pool_grant (community_id, id),
        constraint project_opened_by foreign key (opened_by) references person (id),
        constraint project_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query('create index project_in_place on project (community_id, place_id, id)');
    await runner.query('create index project_of_organisation on project (organisation_id, id)');
    await runner.query(`
      create table project_step (
        community_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        n smallint not null check (n > 0),
        title text not null,
        due_on date not null,
        done_on date,
        note text,
        recorded_by uuid,
        recorded_at timestamptz,
        constraint project_step_pkey primary key (community_id, id),
        constraint project_step_order_key unique (community_id, project_id, n),
        constraint project_step_done check (
          (done_on is null) = (recorded_at is null) and (done_on is null) = (note is null)
          and (recorded_by is null or recorded_at is not null)),
        constraint project_step_project
          foreign key (community_id, project_id) references project (community_id, id),
        constraint project_step_recorded_by foreign key (recorded_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table project_step, project');
  }
}
