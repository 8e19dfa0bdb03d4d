import { decidedBy } from '../grants/decided-by';
import type { Branch } from './branch';

/** What waits about applications and grants. */
export const GRANT_BRANCHES: readonly Branch[] = [
  {
    roles: { kind: 'foundation', roles: ['chair', 'board_member'] },
    // Applications that the board decides, and that they have neither reviewed nor to stand aside
    // from.
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'application' as kind, application.community_id "communityId", application.id,
        application.pool_id "poolId", application.id "nodeId"
      from pool join application on application.community_id = pool.community_id
        and application.pool_id = pool.id and application.state = 'submitted'
      where pool.foundation_id = any (:who) and application.id > :after
        and application.submitted_by <> :person and application.applicant_id <> all (:own)
        and not exists (select 1 from review where review.community_id = application.community_id
          and review.application_id = application.id and review.person_id = :person)
        and not exists (
          select 1 from interest where interest.community_id = application.community_id
            and interest.application_id = application.id and interest.person_id = :person)
        and ${decidedBy('application')} = 'board'
      order by application.id limit :limit`,
  },
  {
    roles: [
      { kind: 'foundation', roles: ['treasurer'] },
      { kind: 'public_fund', roles: ['treasurer'] },
    ],
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'tranche' as kind, disbursement.community_id "communityId", disbursement.id,
        disbursement.pool_id "poolId", disbursement.tranche_id "nodeId"
      from pool join disbursement on disbursement.community_id = pool.community_id
        and disbursement.pool_id = pool.id and disbursement.state = 'requested'
      join pool_grant on pool_grant.community_id = disbursement.community_id
        and pool_grant.id = disbursement.grant_id and pool_grant.state = 'active'
      where pool.foundation_id = any (:who) and disbursement.id > :after
        and disbursement.maker_id <> :person
      order by disbursement.id limit :limit`,
  },
];
