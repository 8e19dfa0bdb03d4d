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
      where entry.rule = 'creditsExpired' and leg.debits is distinct from came.credits`,
  },
];
