import { randomUUID } from 'node:crypto';
import { draft, record } from '../../src/bookkeeping/record';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { closePool } from '../../src/foundations/close-pool';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { needOpenPool } from '../../src/foundations/pool.reader';
import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { ownRequest } from '../../src/kernel/request';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { fen, figuresOf, fund, newPool, runner } from './money';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
});
afterAll(() => database.drop());

const close = (pool: { globalId: string }, actor = world.home.chair.actor) =>
  run(actor, (work) => closePool(work, { poolId: pool.globalId }));

/** Promises money to a grant (negative: takes the promise back), as an award would. */
const promise = (pool: PoolRow, grantId: string, minor: bigint) =>
  run(SYSTEM, (work) => {
    const facts = { poolId: pool.id, grantId, amount: fen(minor < 0n ? -minor : minor) };
    const rule = minor < 0n ? GRANTS.grantCancelled : GRANTS.grantAwarded;
    const how = { request: ownRequest(randomUUID()), occurredAt: new Date() };
    return record(work, pool.communityId, draft(rule, facts, how));
  });

test('a pool that nothing ever reached closes, and nothing reaches it any more', async () => {
  const pool = await newPool(database.dataSource, world.home);
  expect((await close(pool)).closedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  await expect(fund(database.dataSource, pool, 1n)).rejects.toMatchObject({
    code: 'ACCOUNT_CLOSED',
  });
  await expect(
    run(SYSTEM, (work) => needOpenPool(work, pool.globalId, ['poolId'])),
  ).rejects.toMatchObject({ code: 'POOL_CLOSED', path: ['poolId'] });
  await expect(close(pool)).rejects.toMatchObject({ code: 'POOL_CLOSED' });
});

test('a pool with one fen available, or promised, stays open', async () => {
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 1n);
  await expect(close(pool)).rejects.toMatchObject({
    code: 'POOL_NOT_EMPTY',
    facts: { available: '0.01', committed: '0.00' },
  });
  const grantId = randomUUID();
  await promise(pool, grantId, 1n);
  await expect(close(pool)).rejects.toMatchObject({
    code: 'POOL_NOT_EMPTY',
    facts: { available: '0.00', committed: '0.01' },
  });
  await promise(pool, grantId, -1n);
  await fund(database.dataSource, pool, 1n);
  expect(await figuresOf(database.dataSource, pool)).toEqual([2n, 2n, 0n, 0n]);
});

test('who may close: the chair and the secretary, of this foundation', async () => {
  const pool = await newPool(database.dataSource, world.home);
  const { treasurer, secretary } = world.home;
  await expect(close(pool, treasurer.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(close(pool, world.other.chair.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const unknown = { globalId: toGlobalId('Pool', world.other.id, pool.id) };
  await expect(close(unknown)).rejects.toMatchObject({ code: 'ID_UNKNOWN', path: ['poolId'] });
  await close(pool, secretary.actor);
});

test('closing and a gift at once: exactly one of them', async () => {
  const { dataSource } = database;
  for (let round = 0; round < 20; round += 1) {
    const pool = await newPool(dataSource, world.home);
    const both = await Promise.allSettled([close(pool), fund(dataSource, pool, 1n)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [available] = await figuresOf(dataSource, pool);
    expect(available).toBe(both[1].status === 'fulfilled' ? 1n : 0n);
  }
});

test('closed twice at once: closed once', async () => {
  const pool = await newPool(database.dataSource, world.home);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => close(pool)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
