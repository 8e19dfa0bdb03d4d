import { NONE_FOLLOWS } from '../supermarkets/premises-agreement.reader';
import type { Branch } from './branch';

/** So many days before it ends, an agreement about premises waits for somebody. */
const ENDING_DAYS = 60;

/** What waits about operators once their statements are checked, and about stores' premises. */
export const OPERATOR_BRANCHES: readonly Branch[] = [
  {
    roles: { kind: 'foundation', roles: ['treasurer'] },
    // Of which something is left, and that they have not checked themselves.
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'statementToPay' as kind, stated.community_id "communityId", stated.id,
        null::uuid "poolId", stated.id "nodeId"
      from pool join operator_statement stated on stated.community_id = pool.community_id
        and stated.pool_id = pool.id and stated.settled_at is null
      where pool.foundation_id = any (:who) and stated.id > :after
        and stated.checked_by <> :person
        and stated.total > (
          select coalesce(sum(dispute.amount), 0) from operator_dispute dispute
          where dispute.community_id = stated.community_id
            and dispute.statement_id = stated.id and dispute.state <> 'kept')
      order by stated.id limit :limit`,
  },
  {
    roles: { kind: 'street_office', roles: ['officer'] },
    sql: `
      -- every community: an office may lie above several sets of books
      select 'premises' as kind, agreement.community_id "communityId", agreement.id,
        null::uuid "poolId", agreement.id "nodeId"
      from place join premises_agreement agreement on agreement.community_id = place.id
      where place.lineage && :who and agreement.id > :after
        and coalesce(agreement.ended_on, agreement.valid_until)
          <= (:now at time zone place.time_zone)::date + ${ENDING_DAYS}
        and ${NONE_FOLLOWS}
      order by agreement.id limit :limit`,
  },
];
