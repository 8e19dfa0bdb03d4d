import type { Check } from '../ledger/verify';
import { decidedBy } from './decided-by';

/** What grants and the ledger must agree on, as `verify` checks it. */
export const GRANTS_CHECKS: readonly Check[] = [
  {
    name: 'applications-add-up',
    says: "An application's budget and its tranches each add up to what it requests.",
    sql: `select application.community_id, application.id, application.requested_minor,
        budget.minor as budget, tranches.minor as tranches
      from application
      left join (
        select community_id, application_id, sum(minor) as minor from budget_line
        group by community_id, application_id
      ) budget on budget.community_id = application.community_id
        and budget.application_id = application.id
      left join (
        select community_id, application_id, sum(minor) as minor from tranche
        group by community_id, application_id
      ) tranches on tranches.community_id = application.community_id
        and tranches.application_id = application.id
      where budget.minor is distinct from application.requested_minor
        or tranches.minor is distinct from application.requested_minor`,
  },
  {
    name: 'awards',
    says: 'An application is awarded exactly when there is its grant, of what it requested.',
    sql: `select application.community_id, application.id, application.state
      from application
      left join pool_grant on pool_grant.community_id = application.community_id
        and pool_grant.id = application.id
      where (application.state = 'awarded') <> (pool_grant.id is not null)
        or pool_grant.amount_minor <> application.requested_minor
        or pool_grant.pool_id <> application.pool_id
        or pool_grant.grantee_id <> application.applicant_id`,
  },
  {
    name: 'approvals',
    says: "Every grant of a board has the approvals that its pool's table asked for.",
    sql: `select pool_grant.community_id, pool_grant.id, needed.approvals,
        count(review.person_id) as given
      from pool_grant
      join application on application.community_id = pool_grant.community_id
        and application.id = pool_grant.id
      join lateral (
        select line.approvals from pool_threshold line
        where line.community_id = pool_grant.community_id
          and line.pool_id = pool_grant.pool_id
          and line.from_minor <= pool_grant.amount_minor
          and line.valid_from <= application.submitted_at
        order by line.valid_from desc, line.version desc, line.from_minor desc limit 1
      ) needed on ${decidedBy('application')} = 'board'
      left join review on review.community_id = pool_grant.community_id
        and review.application_id = pool_grant.id and review.verdict = 'approve'
      group by pool_grant.community_id, pool_grant.id, needed.approvals
      having count(review.person_id) < needed.approvals`,
  },
  {
    name: 'boards-keep-to-theirs',
    says: 'No board has reviewed what a council or a procedure decides.',
    sql: `select application.community_id, application.id, review.person_id
      from application
      join review on review.community_id = application.community_id
        and review.application_id = application.id
      where ${decidedBy('application')} <> 'board'`,
  },
  {
    name: 'grants-paid',
    says: 'What the books paid for a grant is its paid tranches; what they still promise, the rest.',
    sql: `select granted.community_id, granted.id, granted.state, granted.amount_minor,
        coalesce(paid.minor, 0) as paid, expense.debits as booked, accounted.credits as taken_back,
        committed.credits - committed.debits as promised
      from pool_grant granted
      left join (
        select disbursement.community_id, disbursement.grant_id, sum(tranche.minor) as minor
        from disbursement
        join tranche on tranche.community_id = disbursement.community_id
          and tranche.id = disbursement.tranche_id
        where disbursement.state = 'paid'
        group by disbursement.community_id, disbursement.grant_id
      ) paid on paid.community_id = granted.community_id and paid.grant_id = granted.id
      left join ledger_account expense on expense.community_id = granted.community_id
        and expense.holder_id = granted.pool_id and expense.kind = 'grantExpense'
        and expense.about = granted.id::text
      left join ledger_account accounted on accounted.community_id = granted.community_id
        and accounted.holder_id = granted.pool_id and accounted.kind = 'grantAccountedFor'
        and accounted.about = granted.id::text
      left join ledger_account committed on committed.community_id = granted.community_id
        and committed.holder_id = granted.pool_id and committed.kind = 'grantCommitted'
        and committed.about = granted.id::text
      where coalesce(expense.debits, 0) - coalesce(accounted.credits, 0)
          <> coalesce(paid.minor, 0)
        or coalesce(committed.credits - committed.debits, 0)
          <> case granted.state when 'cancelled' then 0
             else granted.amount_minor - coalesce(paid.minor, 0) end`,
  },
  {
    name: 'promises-belong',
    says: 'Whatever is promised, paid or given for a grant belongs to a grant of that pool.',
    sql: `select held.community_id, held.holder_id, held.kind, held.about from ledger_account held
      left join pool_grant on pool_grant.community_id = held.community_id
        and pool_grant.id::text = held.about and pool_grant.pool_id = held.holder_id
      where held.kind in
          ('grantCommitted', 'grantExpense', 'grantAccountedFor', 'projectGifts') and held.seq > 0
        and pool_grant.id is null`,
  },
  {
    name: 'project-gifts-freed',
    says: 'Of gifts for the project of a grant that has ended, nothing is left: they serve its pool.',
    sql: `select granted.community_id, granted.id, granted.state,
        held.credits - held.debits as held
      from pool_grant granted
      join ledger_account held on held.community_id = granted.community_id
        and held.holder_id = granted.pool_id and held.kind = 'projectGifts'
        and held.about = granted.id::text
      where granted.state <> 'active' and held.credits <> held.debits`,
  },
  {
    name: 'completed',
    says: 'A grant is completed exactly when every milestone is accepted, of paid tranches.',
    sql: `select granted.community_id, granted.id, granted.state,
        count(*) filter (where tranche.accepted_at is null) as still_open,
        count(*) filter (where tranche.accepted_at is not null and paid.id is null) as unpaid
      from pool_grant granted
      join tranche on tranche.community_id = granted.community_id
        and tranche.application_id = granted.id
      left join disbursement paid on paid.community_id = tranche.community_id
        and paid.tranche_id = tranche.id and paid.state = 'paid'
      group by granted.community_id, granted.id, granted.state
      having count(*) filter (where tranche.accepted_at is not null and paid.id is null) > 0
        or (granted.state = 'completed')
          <> (count(*) filter (where tranche.accepted_at is null) = 0)`,
  },
];
