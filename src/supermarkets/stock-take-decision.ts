import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isTreasurer } from '../foundations/pool.policy';
import { poolById } from '../foundations/pool.reader';
import type { StockTakeRow } from './stock-take.entity';
import { needStockTake } from './stock-take.reader';
import type { StoreRow } from './store.entity';
import { storeOf } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

/**
 * The stock-take that a command's input names, for someone who may decide about it: a storekeeper
 * of the operator, or the treasurer of the foundation whose pool pays for the store's goods.
 */
export async function stockTakeToDecide(work: UnitOfWork, globalId: string): Promise<StockTakeRow> {
  const take = await needStockTake(work, globalId);
  await authoriseSecond(work, await storeOf(work, take));
  return take;
}

/** Who may be the second person about a store's stock. */
export async function authoriseSecond(work: UnitOfWork, store: StoreRow): Promise<void> {
  const [pool] = await poolById.read(work.db, store.communityId, [store.poolId]);
  const treasurer = pool !== undefined && isTreasurer(work.actor, pool.foundationId);
  authorise(work.actor, treasurer || isStorekeeperOf(work.actor, store.operatorId));
}
