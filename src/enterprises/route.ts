import type { Part, Party } from '../bookkeeping/rules/pools';
import { poolById } from '../foundations/pool.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { split, type Amount } from '../kernel/amount';
import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DeclarationRow } from './declaration.entity';
import { planOn, sharesOfPlan } from './routing-plan.reader';

/** A plan with its pools: where a remittance into `booksId` goes. */
export interface Route {
  readonly planId: string;
  readonly booksId: string;
  readonly ways: readonly { readonly pool: Place; readonly weight: number }[];
}

/** A pool as routing needs it. */
type Place = Pick<PoolRow, 'communityId' | 'id' | 'foundationId'>;

/** A remittance, split: whose bank receives it, and what belongs to whom. */
export interface Division {
  readonly planId: string;
  readonly at: Party;
  readonly parts: readonly Part[];
}

/**
 * The way a declaration's remittances go on a day, by the plan in force on it: `NO_PLAN` where none
 * was, `POOL_CLOSED` where one of its pools has been closed since.
 */
export async function routeOn(
  work: UnitOfWork,
  declared: DeclarationRow,
  day: Day,
): Promise<Route> {
  const plan = await planOn(work.db, declared, day);
  if (!plan) throw new Refusal('NO_PLAN', { day }, ['receivedOn']);
  const shares = await sharesOfPlan.read(work.db, plan.communityId, [plan.id]);
  const pools = new Map<string, PoolRow>();
  for (const booksId of new Set(shares.map((share) => share.booksId))) {
    const ids = shares.filter((share) => share.booksId === booksId).map(({ poolId }) => poolId);
    for (const pool of await poolById.read(work.db, booksId, ids)) pools.set(pool.id, pool);
  }
  const ways = shares.map(({ poolId, weight }) => {
    const pool = pools.get(poolId);
    if (!pool) throw new Error(`Plan ${plan.id} leads to no pool ${poolId}`);
    if (pool.closedOn) throw new Refusal('POOL_CLOSED', { pool: pool.name }, ['receivedOn']);
    return { pool, weight };
  });
  return { planId: plan.id, booksId: plan.communityId, ways };
}

/**
 * Splits an amount by a route's weights with the largest remainder. A share that comes to nothing
 * is left out; the shares add up to the amount. The bank that receives it is that of the foundation
 * of the route's first pool in these books, or else of its first pool.
 */
export function divide(whole: Amount, { planId, booksId, ways }: Route): Division {
  const holder = ways.find(({ pool }) => pool.communityId === booksId) ?? ways[0];
  if (!holder) throw new Error('A route leads nowhere');
  const amounts = split(
    whole,
    ways.map(({ weight }) => BigInt(weight)),
  );
  const parts = new Map<string, Party & { shares: { poolId: string; amount: Amount }[] }>();
  for (const [i, { pool }] of ways.entries()) {
    const amount = amounts[i];
    if (!amount || amount.minor === 0n) continue;
    const { communityId, foundationId } = pool;
    const key = `${communityId}/${foundationId}`;
    const part = parts.get(key) ?? { booksId: communityId, foundationId, shares: [] };
    part.shares.push({ poolId: pool.id, amount });
    parts.set(key, part);
  }
  const at = { booksId, foundationId: holder.pool.foundationId };
  return { planId, at, parts: [...parts.values()] };
}
