import type { Check } from '../ledger/verify';

/** What projects and their steps must agree on, as `verify` checks it. */
export const PROJECTS_CHECKS: readonly Check[] = [
  {
    name: 'project-plan',
    says: 'A project has a plan: steps from 1 on without a gap, due one after the other.',
    sql: `select project.community_id, project.id, plan.steps
      from project
      left join lateral (
        select count(*) as steps, max(step.n) as last,
          bool_and(step.in_order) as in_order
        from (select n, due_on >= coalesce(lag(due_on) over (order by n), due_on) as in_order
          from project_step
          where community_id = project.community_id and project_id = project.id) step
      ) plan on true
      where plan.steps = 0 or plan.last <> plan.steps or not plan.in_order`,
  },
  {
    name: 'project-reached',
    says: 'A project that reached its goal has done all its steps, and none after it ended.',
    sql: `select project.community_id, project.id, step.n
      from project join project_step step
        on step.community_id = project.community_id and step.project_id = project.id
      where (project.outcome = 'reached' and step.done_on is null)
        or step.recorded_at > project.ended_at`,
  },
  {
    name: 'project-grant',
    says: 'The grant that pays for a project was awarded to the organisation that answers for it.',
    sql: `select project.community_id, project.id, project.grant_id
      from project join pool_grant
        on pool_grant.community_id = project.community_id and pool_grant.id = project.grant_id
      where pool_grant.grantee_id <> project.organisation_id`,
  },
];
