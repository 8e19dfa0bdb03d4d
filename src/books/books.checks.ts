import { PERSONAL_ACCOUNTS } from '../bookkeeping/personal-accounts';
import { TOGETHER } from '../ledger/rollup';
import type { Check } from '../ledger/verify';

const personal = PERSONAL_ACCOUNTS.map((kind) => `'${kind}'`).join(', ');

/** Every set of books up to where it is sealed. */
const SEALED = `(
    select community_id, max(until_at) as until_at from ledger_block group by community_id
  ) sealed
  join ledger_entry entry on entry.community_id = sealed.community_id
    and entry.recorded_at <= sealed.until_at`;

/** What the months say against the entries, as `verify` checks it. */
export const BOOKS_CHECKS: readonly Check[] = [
  {
    name: 'rollups',
    says: 'The months add up, by rule and account, to exactly the legs of all sealed entries.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.month, stands.month) as month, coalesce(told.rule, stands.rule) as rule,
        coalesce(told.account_id, stands.account_id) as account_id, told.debits, told.credits,
        stands.debits as stands_debits, stands.credits as stands_credits
      from ledger_rollup told
      full join (
        select entry.community_id,
          date_trunc('month', entry.occurred_at at time zone sealed.zone)::date as month,
          entry.rule, account.kind, leg.asset_id,
          case when account.kind in (${personal}) then '${TOGETHER}'::uuid
            else leg.account_id end as account_id,
          count(*) as legs, sum(greatest(leg.amount, 0)) as debits,
          sum(greatest(-leg.amount, 0)) as credits
        from (
          select block.community_id, max(block.until_at) as until_at,
            coalesce(min(place.time_zone), 'UTC') as zone
          from ledger_block block left join place on place.id = block.community_id
          group by block.community_id
        ) sealed
        join ledger_entry entry on entry.community_id = sealed.community_id
          and entry.recorded_at <= sealed.until_at
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account account
          on account.community_id = leg.community_id and account.id = leg.account_id
        group by 1, 2, 3, 4, 5, 6
      ) stands on stands.community_id = told.community_id and stands.month = told.month
        and stands.rule = told.rule and stands.kind = told.kind
        and stands.asset_id = told.asset_id and stands.account_id = told.account_id
      where told.legs is distinct from stands.legs or told.debits is distinct from stands.debits
        or told.credits is distinct from stands.credits`,
  },
  {
    name: 'journal-entries',
    says: 'Every sealed entry is found by its time, its rule and who recorded it, and no other.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.entry_id, stands.id) as entry_id
      from journal_entry told
      full join (
        select entry.community_id, entry.id, entry.occurred_at, entry.rule, entry.actor_id
        from ${SEALED}
      ) stands on stands.community_id = told.community_id and stands.id = told.entry_id
      where told.occurred_at is distinct from stands.occurred_at
        or told.rule is distinct from stands.rule
        or told.actor_id is distinct from stands.actor_id`,
  },
  {
    name: 'journal-amounts',
    says: 'Every sealed entry is found by the money that its lines move, and by no other.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.entry_id, stands.entry_id) as entry_id, told.minor,
        stands.minor as stands_minor
      from journal_amount told
      full join (
        select distinct entry.community_id, leg.asset_id, abs(leg.amount) as minor,
          entry.occurred_at, entry.id as entry_id
        from ${SEALED}
        join ledger_leg leg
          on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join asset on asset.id = leg.asset_id and asset.kind = 'currency'
      ) stands on stands.community_id = told.community_id and stands.asset_id = told.asset_id
        and stands.minor = told.minor and stands.occurred_at = told.occurred_at
        and stands.entry_id = told.entry_id
      where told.entry_id is null or stands.entry_id is null`,
  },
];
