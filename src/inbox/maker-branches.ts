import type { Branch, Roles } from './branch';

/** Who asks for payments and looks at what they brought. */
const SECRETARIES: readonly Roles[] = [
  { kind: 'foundation', roles: ['secretary'] },
  { kind: 'public_fund', roles: ['secretary'] },
];

/** Tranches of the grants that go on, of the pools of somebody's foundation. */
const tranches = (kind: string) => `
  -- every community: a foundation may hold pools in several sets of books
  select '${kind}' as kind, due.community_id "communityId", due.id,
    pool_grant.pool_id "poolId", due.id "nodeId"
  from pool join pool_grant on pool_grant.community_id = pool.community_id
    and pool_grant.pool_id = pool.id and pool_grant.state = 'active'
    and pool_grant.grantee_id <> all (:own)
  join tranche due on due.community_id = pool_grant.community_id
    and due.application_id = pool_grant.id and due.accepted_at is null
  where pool.foundation_id = any (:who) and due.id > :after`;

const disbursement = (states: string) => `exists (
  select from disbursement where disbursement.community_id = due.community_id
    and disbursement.tranche_id = due.id and disbursement.state ${states})`;

/** What waits for whoever makes payments: nothing comes before it, and nobody has asked for it. */
export const MAKER_BRANCHES: readonly Branch[] = [
  {
    roles: SECRETARIES,
    sql: `${tranches('trancheToRequest')} and not ${disbursement(`<> 'declined'`)}
      and not exists (select from tranche before where before.community_id = due.community_id
        and before.application_id = due.application_id and before.n = due.n - 1
        and before.accepted_at is null)
      order by due.id limit :limit`,
  },
  {
    roles: SECRETARIES,
    // Of a paid tranche, from the day on on which it is due.
    sql: `${tranches('milestone')} and ${disbursement(`= 'paid'`)}
      and due.due_on <= (select (:now at time zone place.time_zone)::date from place
        where place.id = due.community_id)
      order by due.id limit :limit`,
  },
];

/** What somebody asked for, and another person has to check: nobody checks their own work. */
export const ASKED_BRANCHES: readonly Branch[] = [
  {
    roles: SECRETARIES,
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'tranche' as kind, disbursement.community_id "communityId", disbursement.id,
        disbursement.pool_id "poolId", disbursement.tranche_id "nodeId"
      from pool join disbursement on disbursement.community_id = pool.community_id
        and disbursement.pool_id = pool.id and disbursement.state = 'requested'
      join pool_grant on pool_grant.community_id = disbursement.community_id
        and pool_grant.id = disbursement.grant_id and pool_grant.state = 'active'
      where pool.foundation_id = any (:who) and disbursement.id > :after
        and disbursement.maker_id = :person
      order by disbursement.id limit :limit`,
  },
  {
    roles: { kind: 'foundation', roles: ['secretary', 'treasurer'] },
    sql: `
      -- every community: a foundation may be given to in several sets of books
      select 'refund' as kind, refund.community_id "communityId", refund.id,
        null::uuid "poolId", refund.id "nodeId"
      from gift_refund refund join donation on donation.community_id = refund.community_id
        and donation.id = refund.donation_id
      where refund.state = 'requested' and refund.id > :after and refund.maker_id = :person
        and donation.foundation_id = any (:who)
      order by refund.id limit :limit`,
  },
  {
    roles: { kind: 'foundation', roles: ['chair', 'secretary'] },
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'statementToPay' as kind, stated.community_id "communityId", stated.id,
        null::uuid "poolId", stated.id "nodeId"
      from pool join operator_statement stated on stated.community_id = pool.community_id
        and stated.pool_id = pool.id and stated.settled_at is null
      where pool.foundation_id = any (:who) and stated.id > :after
        and stated.checked_by = :person
      order by stated.id limit :limit`,
  },
];
