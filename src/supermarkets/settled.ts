import type { PoolRow } from '../foundations/pool.entity';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { operatorMonth } from './operator-month.reader';
import type { StoreRow } from './store.entity';

/**
 * Marks the statements of a month of which nothing is left to pay or to decide. Whoever calls holds
 * the store's row.
 */
export async function markSettled(
  work: UnitOfWork,
  { store, pool, month }: { store: StoreRow; pool: PoolRow; month: string },
): Promise<void> {
  const { payable } = await operatorMonth(work, store, pool, month);
  if (payable > 0n) return;
  await work.db.query(
    `update operator_statement stated set settled_at = $4
     where stated.community_id = $1 and stated.store_id = $2 and stated.month = $3
       and stated.checked_at is not null and stated.settled_at is null
       and not exists (
         select 1 from operator_dispute dispute
         where dispute.community_id = $1 and dispute.statement_id = stated.id
           and dispute.state in ('raised', 'insisted'))`,
    [store.communityId, store.id, month, work.now],
  );
}
