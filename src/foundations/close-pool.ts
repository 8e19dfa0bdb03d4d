import { account } from '../bookkeeping/chart';
import { authorise } from '../kernel/actor';
import { toDecimal } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { closeAccounts } from '../ledger/close-account';
import { needPlace } from '../society/place.reader';
import { PoolRow } from './pool.entity';
import { figure, figuresOfPool } from './pool-figures.reader';
import { isPoolKeeper } from './pool.policy';
import { needPool, refuseEarmarked } from './pool.reader';

/**
 * Closes a pool for good, when it holds nothing and has promised nothing (the foundation's chair
 * or secretary). Its accounts are closed with it: an award or a gift that was on its way is refused
 * by the ledger. A public fund stays open for what it is owed. Refuses: `ID_UNKNOWN`,
 * `POOL_EARMARKED`, `POOL_CLOSED`, `POOL_NOT_EMPTY`.
 */
export async function closePool(work: UnitOfWork, input: { poolId: string }): Promise<PoolRow> {
  const pool = await needPool(work, input.poolId, ['poolId']);
  authorise(work.actor, isPoolKeeper(work.actor, pool.foundationId));
  refuseEarmarked(pool, ['poolId']);
  const { timeZone } = await needPlace(work, pool.communityId, ['poolId']);
  const { communityId, id } = pool;
  const asset = currency(pool.currency);
  // The row first: who gives to one of its projects holds it against this.
  const closedOn = dayOf(work.now, timeZone);
  const db = await work.begin();
  const closed = await db.query(
    `update pool set closed_on = $3
     where community_id = $1 and id = $2 and closed_on is null returning id`,
    [communityId, id, closedOn],
  );
  // TypeORM answers an update with its rows and their number.
  if (closed[1] === 0) throw new Refusal('POOL_CLOSED', { pool: pool.name }, ['poolId']);
  // Whatever moves a pool's money touches one of these two, so that the figures read after they
  // are held stand still.
  await closeAccounts(work, communityId, [
    { account: account('poolAvailable', id), asset },
    { account: account('poolSpent', id), asset },
  ]);
  const [figures = null] = await figuresOfPool.read(work.db, communityId, [id]);
  const available = figure(figures, 'available', pool.currency);
  const committed = figure(figures, 'committed', pool.currency);
  if (available.minor !== 0n || committed.minor !== 0n) {
    const facts = { available: toDecimal(available), committed: toDecimal(committed) };
    throw new Refusal('POOL_NOT_EMPTY', facts, ['poolId']);
  }
  return { ...pool, closedOn };
}
