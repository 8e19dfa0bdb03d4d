import type { Batch } from '../api/context';
import { amount, type Amount } from '../kernel/amount';
import { currency, type Currency } from '../kernel/currency';
import { read } from '../kernel/read';

/** A pool's money in minor units of its currency: received = available + committed + spent. */
export interface PoolFigures {
  readonly poolId: string;
  readonly available: string;
  /** Promised to grants, owed to operators, or given for a project, and not yet paid. */
  readonly committed: string;
  readonly spent: string;
}

/**
 * The figures of pools from the balances of their accounts. What a pool has promised stands on one
 * account per grant and per store and month, so this reads as many rows as the pool has had those:
 * thousands in a lifetime, by one index.
 */
export const figuresOfPool: Batch<PoolFigures> = {
  read: (db, communityId, poolIds) =>
    read(
      db,
      `select holder_id "poolId",
         coalesce(sum(credits - debits) filter (where kind = 'poolAvailable'), 0) available,
         coalesce(sum(credits - debits)
           filter (where kind in ('grantCommitted', 'operatorOwed', 'projectGifts')), 0) committed,
         coalesce(sum(credits - debits) filter (where kind = 'poolSpent'), 0) spent
       from ledger_account
       where community_id = $1 and holder_id = any ($2)
         and kind in
           ('poolAvailable', 'grantCommitted', 'operatorOwed', 'projectGifts', 'poolSpent')
       group by holder_id`,
      [communityId, poolIds],
    ),
  keyOf: ({ poolId }) => poolId,
};

export type Figure = 'received' | 'available' | 'committed' | 'spent';

/** One of a pool's figures as an amount; a pool that nothing reached has none: zero. */
export function figure(figures: PoolFigures | null, which: Figure, code: Currency): Amount {
  const minor = (name: Exclude<Figure, 'received'>) => BigInt(figures?.[name] ?? 0);
  const received = minor('available') + minor('committed') + minor('spent');
  return amount(currency(code), which === 'received' ? received : minor(which));
}
