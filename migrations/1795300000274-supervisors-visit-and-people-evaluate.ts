import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * While public money is spent, supervisors go and look (C3, step 7): what they find is written
 * down, and what has to be put right waits until it is. At the end residents and supervisors score
 * the project, each person once (step 8).
 */
export class SupervisorsVisitAndPeopleEvaluate1795300000274 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fund_visit (
        community_id uuid not null,
        id uuid not null,
        project_id uuid not null,
        visited_on date not null,
        found text not null,
        to_put_right boolean not null,
        visited_by uuid not null,
        recorded_at timestamptz not null,
        put_right text,
        settled_by uuid,
        settled_at timestamptz,
        constraint fund_visit_pkey primary key (community_id, id),
        constraint fund_visit_settled check (
          (put_right is null) = (settled_at is null) and (settled_by is null) = (settled_at is null)
          and (settled_at is null or to_put_right)),
        constraint fund_visit_by_another check (settled_by <> visited_by),
        constraint fund_visit_project
          foreign key (community_id, project_id) references fund_project (community_id, id)
      )`);
    await runner.query(`
      create index fund_visit_of_project on fund_visit (community_id, project_id, id)`);
    await runner.query(`
      create table fund_evaluation (
        community_id uuid not null,
        project_id uuid not null,
        person_id uuid not null,
        evaluator text not null check (evaluator in ('resident', 'supervisor')),
        scores smallint[] not null,
        remark text,
        at timestamptz not null,
        constraint fund_evaluation_pkey primary key (community_id, project_id, person_id),
        constraint fund_evaluation_range check (1 <= all (scores) and 5 >= all (scores)),
        constraint fund_evaluation_project
          foreign key (community_id, project_id) references fund_project (community_id, id),
        constraint fund_evaluation_person foreign key (person_id) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_evaluation, fund_visit');
  }
}
