import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { StockTakeRow } from './stock-take.entity';
import { needStore } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

/**
 * Starts counting what lies in a store (A1; storekeepers of its operator). A store has one
 * undecided stock-take at a time. Refuses at the field that asked for it: `ID_UNKNOWN`,
 * `STOCK_TAKE_OPEN`.
 */
export async function startStockTake(
  work: UnitOfWork,
  input: { storeId: string },
  path: readonly string[] = ['storeId'],
): Promise<StockTakeRow> {
  const store = await needStore(work, input.storeId, path);
  authorise(work.actor, isStorekeeperOf(work.actor, store.operatorId));
  const take: StockTakeRow = {
    ...{ communityId: store.communityId, id: newId(), storeId: store.id, state: 'counting' },
    ...{ startedBy: personOf(work.actor), startedAt: work.now, closedAt: null },
    ...{ decidedBy: null, decidedAt: null, declineReason: null },
  };
  const db = await work.begin();
  const inserted: unknown[] = await db.query(
    `insert into stock_take (community_id, id, store_id, state, started_by, started_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, store_id) where state in ('counting', 'closed') do nothing
     returning id`,
    [take.communityId, take.id, take.storeId, take.state, take.startedBy, take.startedAt],
  );
  if (inserted.length === 0) throw new Refusal('STOCK_TAKE_OPEN', {}, path);
  return take;
}
