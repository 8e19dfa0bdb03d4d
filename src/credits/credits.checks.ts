import type { Check } from '../ledger/verify';

/** What the wallets' lines must tell, as `verify` checks it. */
export const CREDITS_CHECKS: readonly Check[] = [
  {
    name: 'expiries',
    says: 'What ended of a wallet is exactly what had come in long enough before and was left.',
    sql: `select entry.community_id, entry.id, leg.debits, came.credits from ledger_entry entry
      join ledger_leg leg
        on leg.community_id = entry.community_id and leg.entry_id = entry.id and leg.amount > 0
      left join lateral (
        select older.credits from ledger_leg older
        where older.community_id = leg.community_id and older.account_id = leg.account_id
          and older.seq < leg.seq
          and older.recorded_at < (entry.facts->>'cameBefore')::timestamptz
        order by older.seq desc limit 1
      ) came on true
      where entry.rule = 'creditsExpired' and case when exists (
          select 1 from carried_credits carried
          where carried.community_id = leg.community_id and carried.account_id = leg.account_id
            and carried.seq < leg.seq)
        then leg.amount <> wallet_left(leg.community_id, leg.account_id,
          (entry.facts->>'cameBefore')::timestamptz, leg.seq - 1)
        else leg.debits is distinct from came.credits end`,
  },
  {
    name: 'carried-credits',
    says: 'What a wallet holds from another came as its entry says, no younger and no more of it.',
    sql: `select coalesce(named.community_id, kept.community_id) as community_id, named.id,
        kept.account_id, kept.seq
      from (
        select entry.community_id, entry.id, leg.account_id, leg.seq, leg.amount,
          layer->>'cameAt' as came_at, (layer->>'credits')::bigint as credits,
          entry.recorded_at,
          sum((layer->>'credits')::bigint) over (partition by entry.community_id, entry.id) as all_of
        from ledger_entry entry
        join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
          and leg.amount < 0
        join ledger_account account on account.community_id = leg.community_id
          and account.id = leg.account_id and account.kind = 'wallet'
        cross join lateral jsonb_array_elements(entry.facts->'layers') layer
        where entry.rule = 'creditsTransferred'
      ) named
      full join carried_credits kept on kept.community_id = named.community_id
        and kept.account_id = named.account_id and kept.seq = named.seq
        and kept.came_at = named.came_at::timestamptz
      where named.id is null or kept.seq is null or kept.credits <> named.credits
        or named.all_of <> -named.amount or kept.came_at > named.recorded_at`,
  },
  {
    name: 'handed-on',
    says: 'What was handed on is the oldest that the giver had.',
    sql: `select entry.community_id, entry.id, layer.came_at, layer.until, had.credits
      from ledger_entry entry
      join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
        and leg.amount > 0
      join ledger_account account on account.community_id = leg.community_id
        and account.id = leg.account_id and account.kind = 'wallet'
      cross join lateral (
        select (layer->>'cameAt')::timestamptz as came_at, sum((layer->>'credits')::bigint)
          over (order by (layer->>'cameAt')::timestamptz) as until
        from jsonb_array_elements(entry.facts->'layers') layer
      ) layer
      cross join lateral wallet_left(leg.community_id, leg.account_id,
        layer.came_at + interval '1 microsecond', leg.seq - 1) had (credits)
      where entry.rule = 'creditsTransferred'
        and layer.until <> least(had.credits, leg.amount)`,
  },
];
