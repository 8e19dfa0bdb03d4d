import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { draft, record } from '../../src/bookkeeping/record';
import { POOLS, type Part } from '../../src/bookkeeping/rules/pools';
import { openPool, type OpenPool } from '../../src/foundations/open-pool';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { figure, figuresOfPool, type Figure } from '../../src/foundations/pool-figures.reader';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { toGlobalId } from '../../src/kernel/global-id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import type { CommunityWorld } from '../support/world';

export const CNY = currency('CNY');
export const fen = (minor: bigint | number) => amount(CNY, minor);
export const cny = (decimal: string) => ({ amount: decimal, currency: 'CNY' as const });

/** A command as an actor, in a unit of work of its own. */
export const runner =
  (dataSource: DataSource) =>
  <T>(actor: Actor, command: (work: UnitOfWork) => Promise<T>, now?: Date): Promise<T> =>
    inUnitOfWork(dataSource, actor, command, now);

/** A pool of a community's foundation: 2 approvals, 3 from 5,000 yuan on. */
export async function newPool(
  dataSource: DataSource,
  { chair, foundation, place }: Pick<CommunityWorld, 'chair' | 'foundation' | 'place'>,
  more: Partial<OpenPool> = {},
): Promise<PoolRow & { globalId: string }> {
  const pool = await inUnitOfWork(dataSource, chair.actor, (work) =>
    openPool(work, {
      foundationId: foundation.globalId,
      communityId: place.globalId,
      name: `Pool ${randomUUID()}`,
      purpose: 'organisations',
      currency: 'CNY',
      thresholds: [
        { from: cny('0'), approvals: 2 },
        { from: cny('5000.00'), approvals: 3 },
      ],
      ...more,
    }),
  );
  return { ...pool, globalId: toGlobalId('Pool', pool.communityId, pool.id) };
}

/** What reaches one pool as a part of a remittance. */
export const part = (pool: PoolRow, minor: bigint): Part => ({
  booksId: pool.communityId,
  foundationId: pool.foundationId,
  shares: [{ poolId: pool.id, amount: fen(minor) }],
});

/** Money reaches a pool as a remittance of some enterprise; some of it may be another's. */
export async function fund(
  dataSource: DataSource,
  pool: PoolRow,
  minor: bigint,
  ...others: (readonly [pool: PoolRow, minor: bigint])[]
): Promise<void> {
  const facts = { enterpriseId: randomUUID(), declarationId: randomUUID() };
  const whole = others.reduce((sum, [, each]) => sum + each, minor);
  const at = { booksId: pool.communityId, foundationId: pool.foundationId };
  const parts = [part(pool, minor), ...others.map((other) => part(...other))];
  const how = () => ({ request: ownRequest(randomUUID()), occurredAt: new Date() });
  await inUnitOfWork(dataSource, SYSTEM, async (work) => {
    await work.begin();
    await record(
      work,
      at.booksId,
      draft(POOLS.surplusPledged, { ...facts, amount: fen(whole) }, how()),
      draft(POOLS.surplusRemitted, { ...facts, planId: randomUUID(), at, parts }, how()),
    );
    for (const each of parts.filter(({ booksId }) => booksId !== at.booksId)) {
      const received = { ...facts, from: at, parts: [each] };
      const rule = POOLS.surplusReceivedFromOtherBooks;
      await record(work, each.booksId, draft(rule, received, how()));
    }
  });
}

/** A pool's figures in fen: received, available, committed, spent. */
export async function figuresOf(dataSource: DataSource, pool: PoolRow): Promise<bigint[]> {
  const [row = null] = await figuresOfPool.read(dataSource.manager, pool.communityId, [pool.id]);
  const figures: Figure[] = ['received', 'available', 'committed', 'spent'];
  return figures.map((which) => figure(row, which, pool.currency).minor);
}
