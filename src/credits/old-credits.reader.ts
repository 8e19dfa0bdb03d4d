import type { Batch } from '../api/context';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';

export interface OldCredits {
  readonly key: string;
  readonly credits: string;
  /** When the oldest unspent ones were recorded. */
  readonly earnedAt: Date;
}

/**
 * Unspent credits recorded before a moment, by `account moment`. Spending takes the oldest first,
 * so what is left of them is all that had come in by then, less all that has gone out since ever.
 * Both the last line before the moment and the first unspent one are found by halving the account's
 * gapless sequence: some ten index lookups, however long the wallet's life.
 */
export const oldCredits: Batch<OldCredits> = {
  read: (db, communityId, keys) => {
    const [accounts, moments] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `with recursive wallet as (
         select account.id, account.seq, account.debits, asked.before, asked.key
         from unnest($2::text[], $3::uuid[], $4::timestamptz[]) asked (key, account_id, before)
         join ledger_account account
           on account.community_id = $1 and account.id = asked.account_id
       ), search as (
         select wallet.*, goal, 0::bigint as low, wallet.seq as high
         from wallet cross join (values ('old'), ('spent')) goals (goal)
         union all
         select search.id, search.seq, search.debits, search.before, search.key, search.goal,
           case when met then leg.seq else low end, case when met then high else leg.seq - 1 end
         from search
         join ledger_leg leg on leg.community_id = $1 and leg.account_id = search.id
           and leg.seq = (search.low + search.high + 1) / 2
         cross join lateral (select case search.goal
           when 'old' then leg.recorded_at < search.before
           else leg.credits <= search.debits end as met) test
         where search.low < search.high
       )
       select old.key, last.credits - old.debits as credits, first.recorded_at "earnedAt"
       from search old
       join search spent on spent.key = old.key and spent.goal = 'spent' and spent.low = spent.high
       join ledger_leg last
         on last.community_id = $1 and last.account_id = old.id and last.seq = old.low
       join ledger_leg first
         on first.community_id = $1 and first.account_id = old.id and first.seq = spent.low + 1
       where old.goal = 'old' and old.low = old.high and last.credits > old.debits`,
      [communityId, keys, accounts, moments],
    );
  },
  keyOf: ({ key }) => key,
};

/** Locks wallets in the order in which postings take them: nothing comes or goes meanwhile. */
export async function lockWallets(
  work: UnitOfWork,
  communityId: string,
  wallets: readonly { readonly accountId: string }[],
): Promise<void> {
  await work.db.query(
    `select id from ledger_account where community_id = $1 and id = any ($2)
     order by id for no key update`,
    [communityId, wallets.map(({ accountId }) => accountId)],
  );
}
