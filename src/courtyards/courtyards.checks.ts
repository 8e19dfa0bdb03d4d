import type { Check } from '../ledger/verify';

/** What courtyards, their covenants, activities and books must agree on, as `verify` checks it. */
export const COURTYARD_CHECKS: readonly Check[] = [
  {
    name: 'courtyard-body',
    says: 'On each day one body at most stands for a courtyard, and only for a courtyard of here.',
    sql: `select one.community_id, one.id, other.id as other_id
      from courtyard_body one
      join place on place.id = one.place_id
      left join courtyard_body other
        on other.community_id = one.community_id and other.place_id = one.place_id
        and other.id > one.id
        and other.valid_from < coalesce(one.valid_until, 'infinity')
        and coalesce(other.valid_until, 'infinity') > one.valid_from
      where other.id is not null or place.kind <> 'courtyard'
        or place.lineage[4] is distinct from one.community_id`,
  },
  {
    name: 'covenant-versions',
    says: "A covenant's versions are numbered from 1 on as they were adopted, of a place of here.",
    sql: `select covenant.community_id, covenant.id, covenant.number
      from (select numbered.*, row_number() over (
          partition by community_id, place_id order by adopted_at, id) as nth
        from covenant numbered) covenant
      join place on place.id = covenant.place_id
      where covenant.nth <> covenant.number or place.kind not in ('community', 'courtyard')
        or place.lineage[4] is distinct from covenant.community_id`,
  },
  {
    name: 'activity-people',
    says: 'An activity that was held has as many people on its list as it says, all of an age.',
    sql: `select activity.community_id, activity.id, activity.participants, listed.people
      from activity cross join lateral (
        select count(*) as people, bool_or(taking.band not in ('under_18', 'from_18', 'from_35',
          'from_50', 'from_60', 'from_70', 'unknown')) as is_odd
        from activity_participant taking
        where taking.community_id = activity.community_id and taking.activity_id = activity.id
      ) listed
      where coalesce(activity.participants, 0) <> listed.people or listed.is_odd`,
  },
  {
    name: 'activity-body',
    says: 'An activity is held by a body that stood for that courtyard.',
    sql: `select activity.community_id, activity.id, activity.body_id
      from activity join courtyard_body body
        on body.community_id = activity.community_id and body.id = activity.body_id
      where body.place_id <> activity.place_id`,
  },
  {
    name: 'spending-booked',
    says: 'What a grant accounts for in the books is what its grantee has confirmed.',
    sql: `select coalesce(held.community_id, said.community_id) as community_id,
        coalesce(held.about, said.grant_id) as grant_id, held.minor, said.minor as confirmed
      from (select community_id, about, sum(debits - credits) as minor
        from ledger_account where kind = 'grantAccountedFor' group by community_id, about) held
      full join (select community_id, grant_id::text as grant_id, sum(minor) as minor
        from grant_spending where state = 'confirmed' group by community_id, grant_id) said
        on said.community_id = held.community_id and said.grant_id = held.about
      where coalesce(held.minor, 0) <> coalesce(said.minor, 0)`,
  },
  {
    name: 'spending-entry',
    says: 'Each spending in the books has its entry there, and is of the organisation granted to.',
    sql: `select spending.community_id, spending.id, spending.entry_id
      from grant_spending spending
      join pool_grant on pool_grant.community_id = spending.community_id
        and pool_grant.id = spending.grant_id
      left join ledger_entry entry on entry.community_id = spending.community_id
        and entry.id = spending.entry_id
      where pool_grant.grantee_id <> spending.organisation_id
        or (spending.entry_id is not null and (entry.rule is distinct from 'spendingConfirmed'
          or entry.facts ->> 'spendingId' is distinct from spending.id::text))`,
  },
];
