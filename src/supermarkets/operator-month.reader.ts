import type { Batch } from '../api/context';
import { account } from '../bookkeeping/chart';
import type { PoolRow } from '../foundations/pool.entity';
import { currency } from '../kernel/currency';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountId } from '../ledger/account-ref';
import { owedAccount } from './settlement.reader';
import type { StoreRow } from './store.entity';

/** The rules by which goods come to be owed, and are no longer: an exchange and its mirror. */
export const OWED_BY = `('goodsExchanged', 'reversal')`;

/** Where a store's month stands between its operator and the foundation, in minor units. */
export interface OperatorMonth {
  readonly key: string;
  /** What the exchanges that stand came to. */
  readonly exchanged: bigint;
  /** What of it is in no statement that was checked; below zero: more was voided since. */
  readonly unchecked: bigint;
  /** What waits for a dispute. */
  readonly disputed: bigint;
  /** What disputes took back to the pool. */
  readonly reduced: bigint;
  readonly paid: bigint;
  /** What may be paid now. */
  readonly payable: bigint;
}

/** The key of a store's month. */
export function monthKey(store: StoreRow, pool: PoolRow, month: string): string {
  const { communityId, id } = store;
  const asset = currency(pool.currency).id;
  const disputed = account('operatorOwed', store.poolId, id, month, 'disputed');
  return [
    ...[id, month, owedAccount(store, asset, month)],
    accountId(communityId, disputed, asset),
  ].join('/');
}

type Read = Record<
  'key' | 'owed' | 'disputed' | 'checked' | 'reduced' | 'held' | 'late' | 'came',
  string
>;

const MONTHS = `
  select asked.key, coalesce(owed.credits - owed.debits, 0) owed,
    coalesce(waiting.credits - waiting.debits, 0) disputed,
    coalesce(stated.checked, 0) checked, coalesce(cut.reduced, 0) reduced,
    coalesce(cut.held, 0) held, coalesce(late.minor, 0) late,
    coalesce(late.came, 0) came
  from unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[])
    as asked (key, store_id, month, owed_id, disputed_id)
  left join ledger_account owed on owed.community_id = $1 and owed.id = asked.owed_id
  left join ledger_account waiting on waiting.community_id = $1 and waiting.id = asked.disputed_id
  cross join lateral (
    select sum(total) filter (where checked_at is not null) as checked,
      coalesce(max(through_seq) filter (where checked_at is not null), 0) as through
    from operator_statement
    where community_id = $1 and store_id = asked.store_id and month = asked.month
  ) stated
  cross join lateral (
    select sum(dispute.amount) filter (where dispute.state = 'reduced') as reduced,
      sum(dispute.amount) filter (where dispute.state <> 'kept' and said.checked_at is null) held
    from operator_statement said
    join operator_dispute dispute
      on dispute.community_id = $1 and dispute.statement_id = said.id
    where said.community_id = $1 and said.store_id = asked.store_id and said.month = asked.month
  ) cut
  cross join lateral (
    select -sum(leg.amount) as minor, -sum(leg.amount) filter (where leg.amount < 0) as came
    from ledger_leg leg
    join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
    where leg.community_id = $1 and leg.account_id = asked.owed_id and leg.seq > stated.through
      and entry.rule in ${OWED_BY}
  ) late`;

/**
 * Months of stores; keys are made by `monthKey`. Only legs since the last statement that was
 * checked are added up: the rest is known from the statements.
 */
export const operatorMonths: Batch<OperatorMonth> = {
  read: async (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    const parts = [0, 1, 2, 3].map((part) => asked.map((key) => key[part]));
    return (await read<Read>(db, MONTHS, [communityId, keys, ...parts])).map(toMonth);
  },
  keyOf: ({ key }) => key,
};

function toMonth(row: Read): OperatorMonth {
  const [owed, disputed, reduced] = [BigInt(row.owed), BigInt(row.disputed), BigInt(row.reduced)];
  const unchecked = BigInt(row.late);
  const exchanged = BigInt(row.checked) + unchecked;
  // Of what came in since, nothing is paid; what was voided since may be of what was checked. What
  // is in dispute before its statement is checked is not owed at the moment.
  const waiting = BigInt(row.came) - BigInt(row.held);
  return {
    ...{ key: row.key, exchanged, unchecked, disputed, reduced },
    paid: exchanged - owed - disputed - reduced,
    payable: owed > waiting ? owed - waiting : 0n,
  };
}

/** A store's month as it stands in this unit of work. */
export async function operatorMonth(
  work: UnitOfWork,
  store: StoreRow,
  pool: PoolRow,
  month: string,
): Promise<OperatorMonth> {
  const [found] = await operatorMonths.read(work.db, store.communityId, [
    monthKey(store, pool, month),
  ]);
  if (!found) throw new Error('A month that was asked for is there');
  return found;
}
