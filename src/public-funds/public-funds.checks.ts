import type { Check } from '../ledger/verify';

/** What public funds and their projects must agree on, as `verify` checks it. */
export const PUBLIC_FUND_CHECKS: readonly Check[] = [
  {
    name: 'public-fund-pools',
    says: 'Public money lies in a pool of its own, which its procedure alone decides.',
    sql: `select pool.community_id, pool.id, pool.purpose, fund.id as fund
      from pool full join public_fund fund
        on fund.community_id = pool.community_id and fund.id = pool.id
      where (coalesce(pool.purpose = 'public_fund', false) <> (fund.id is not null))
        or (fund.id is not null and (pool.foundation_id <> fund.office_id or not exists (
          select 1 from pool_decider decider where decider.community_id = fund.community_id
            and decider.pool_id = fund.id and decider.decided_by = 'procedure')))
        or (fund.id is not null and exists (
          select 1 from pool_decider decider where decider.community_id = fund.community_id
            and decider.pool_id = fund.id and decider.decided_by <> 'procedure'))`,
  },
  {
    name: 'public-fund-allotted',
    says: 'What a fund was allotted is what it has received and what is still due.',
    sql: `select fund.community_id, fund.id, fund.allotted_minor, due.debits, due.credits
      from public_fund fund left join ledger_account due on due.community_id = fund.community_id
        and due.holder_id = fund.id and due.kind = 'allotmentDue'
      where due.debits is distinct from fund.allotted_minor`,
  },
  {
    name: 'public-fund-policy',
    says: 'A fund keeps the figures of the policy by which it was computed.',
    sql: `select fund.community_id, fund.id, fund.policy_id
      from public_fund fund join allotment_policy policy on policy.id = fund.policy_id
      where fund.per_hundred_minor <> policy.per_hundred_minor
        or fund.floor_minor <> policy.floor_minor or fund.counted_on < policy.valid_from`,
  },
  {
    name: 'public-fund-spent',
    says: 'Every grant of a public fund is of a project, by a resolution that was executed.',
    sql: `select given.community_id, given.id from pool_grant given
      join public_fund fund on fund.community_id = given.community_id and fund.id = given.pool_id
      left join fund_project project on project.community_id = given.community_id
        and project.application_id = given.id and project.fund_id = fund.id
      left join resolution on resolution.community_id = given.community_id
        and resolution.motion_id = project.motion_id and resolution.state = 'executed'
      where resolution.id is null`,
  },
  {
    name: 'fund-project-steps',
    says: 'A project stands at one step: those before it are passed, those after have not begun.',
    sql: `select project.community_id, project.id, step.n, project.step
      from fund_project project join fund_step step
        on step.community_id = project.community_id and step.project_id = project.id
      where (step.n < project.step and step.passed_at is null)
        or (step.n = project.step and (step.since is null
          or (step.passed_at is not null) <> (project.state = 'archived')))
        or (step.n > project.step and (step.since is not null or step.passed_at is not null))`,
  },
  {
    name: 'fund-project-version',
    says: 'The steps of a project are those of the version of the procedure that it began by.',
    sql: `select project.community_id, project.id, step.n
      from fund_project project
      join fund_procedure procedure on procedure.id = project.procedure_id
      join fund_step step
        on step.community_id = project.community_id and step.project_id = project.id
      where step.spec is distinct from procedure.spec -> 'steps' -> (step.n - 1)`,
  },
  {
    name: 'fund-project-archive',
    says: 'A project is archived exactly when there is its file, and the file is as it was.',
    sql: `select project.community_id, project.id, project.state
      from fund_project project left join fund_archive archive
        on archive.community_id = project.community_id and archive.project_id = project.id
      where (project.state = 'archived') <> (archive.project_id is not null)
        or archive.sha256 <> encode(sha256(convert_to(archive.content, 'UTF8')), 'hex')`,
  },
];
