import type { Branch } from './branch';

/** What a grantee spent, for a second person of the organisation (C4). */
export const SPENDING_BRANCH: Branch = {
  roles: [
    { kind: 'self_organisation', roles: ['leader', 'member'] },
    { kind: 'social_organisation', roles: ['director', 'staff'] },
  ],
  sql: `
  -- every community: an organisation may be given grants in several sets of books
  select 'spending' as kind, spending.community_id "communityId", spending.id,
    null::uuid "poolId", spending.id "nodeId"
  from grant_spending spending
  where spending.organisation_id = any (:own) and spending.state = 'waiting'
    and spending.id > :after and spending.recorded_by <> :person and :who is not null
  order by spending.id limit :limit`,
};
