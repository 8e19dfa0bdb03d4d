import type { Check } from '../ledger/verify';
import { MONEY_FLOWS } from './money-flows';

const flows = MONEY_FLOWS.map(
  ({ rule, kind, item, times }) => `('${rule}', '${kind}', '${item}', ${String(times)})`,
).join(', ');

/** What verify checks of the open book: its lines are the sealed entries, its sums the lines. */
export const MONEY_CHECKS: readonly Check[] = [
  {
    name: 'report-money-lines',
    says: 'The open book lists exactly the sealed entries that moved money of pools.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.entry_id, stands.entry_id) as entry_id,
        coalesce(told.item, stands.item) as item, told.amount, stands.amount as stands
      from report_money_line told
      full join (
        select entry.community_id, entry.id as entry_id, flow.item, leg.asset_id,
          account.holder_id as pool_id, (entry.occurred_at at time zone sealed.zone)::date as day,
          sum(leg.amount * account.normal_side * flow.times) as amount
        from (
          select block.community_id, max(block.until_at) as until_at,
            coalesce(min(place.time_zone), 'UTC') as zone
          from ledger_block block left join place on place.id = block.community_id
          group by block.community_id
        ) sealed
        join ledger_entry entry on entry.community_id = sealed.community_id
          and entry.recorded_at <= sealed.until_at
        left join ledger_entry original on original.community_id = entry.community_id
          and original.id = entry.reversal_of
        join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account account
          on account.community_id = leg.community_id and account.id = leg.account_id
        join (values ${flows}) flow (rule, kind, item, times)
          on flow.kind = account.kind and flow.rule = coalesce(original.rule, entry.rule)
        group by 1, 2, 3, 4, 5, 6
      ) stands on stands.community_id = told.community_id and stands.entry_id = told.entry_id
        and stands.item = told.item and stands.asset_id = told.asset_id
        and stands.pool_id = told.pool_id and stands.day = told.day
      where told.amount is distinct from stands.amount`,
  },
  {
    name: 'report-money',
    says: 'The sums of the open book are the sums of their lines.',
    sql: `select coalesce(told.community_id, stands.community_id) as community_id,
        coalesce(told.month, stands.month)::text as month,
        coalesce(told.item, stands.item) as item, told.amount, stands.amount as stands
      from report_money told
      full join (
        select community_id, date_trunc('month', day)::date as month, item, asset_id, pool_id,
          about_id, sum(amount) as amount, count(*) as entries
        from report_money_line group by 1, 2, 3, 4, 5, 6
      ) stands on stands.community_id = told.community_id and stands.month = told.month
        and stands.item = told.item and stands.asset_id = told.asset_id
        and stands.pool_id = told.pool_id and stands.about_id = told.about_id
      where told.amount is distinct from stands.amount
        or told.entries is distinct from stands.entries`,
  },
];
