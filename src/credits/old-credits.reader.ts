import type { Batch } from '../api/context';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';

export interface OldCredits {
  readonly key: string;
  readonly credits: string;
  /** When the oldest unspent ones came. */
  readonly earnedAt: Date;
}

/**
 * Unspent credits that came before a moment, by `account moment`. Spending takes the oldest first,
 * so what is left of them is all that the wallet held when they had come, less what has gone out
 * since; what came from another wallet keeps its age. All is found by halving the account's gapless
 * sequence: some index lookups, however long the wallet's life.
 */
export const oldCredits: Batch<OldCredits> = {
  read: (db, communityId, keys) => {
    const [accounts, moments] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `select asked.key, held.credits, wallet_came($1, account.id, 0) "earnedAt"
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) asked (key, account_id, before)
       join ledger_account account
         on account.community_id = $1 and account.id = asked.account_id
       cross join lateral wallet_left($1, account.id, asked.before, account.seq) held (credits)
       where held.credits > 0`,
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
