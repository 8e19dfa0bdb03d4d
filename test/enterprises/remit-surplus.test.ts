import { amendDeclaration } from '../../src/enterprises/amend-declaration';
import { declarationById, type Declaration } from '../../src/enterprises/declaration.reader';
import { closePool } from '../../src/foundations/close-pool';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { openPool } from '../../src/foundations/open-pool';
import { registerOrganisation } from '../../src/society/register-organisation';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newPool } from '../foundations/money';
import { warm } from '../support/warm';
import { newWorld, type World } from '../support/world';
import {
  balanceOf,
  cny,
  enterpriseOf,
  figures,
  findings,
  key,
  outstanding,
  TODAY,
  type Pool,
} from './stage';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
let welfare: Pool;
let culture: Pool;
let away: Pool;
let citys: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  acts = enterpriseOf(dataSource, world, world.home);
  welfare = await newPool(dataSource, world.home);
  culture = await newPool(dataSource, world.home);
  away = await newPool(dataSource, world.other);
  citys = await cityFoundationsPool();
});
afterEach(async () => expect(await findings(database.dataSource)).toEqual([]));
afterAll(() => database.drop());

/** A pool of the city's foundation in the community's own books. */
async function cityFoundationsPool(): Promise<Pool> {
  const row = await acts.run(SYSTEM, async (work) => {
    const { id } = await registerOrganisation(work, {
      ...{ kind: 'foundation', name: 'City Foundation', placeId: world.city.globalId },
    });
    return await openPool(work, {
      foundationId: toGlobalId('Organisation', null, id),
      communityId: world.home.place.globalId,
      ...{ name: 'City pool', purpose: 'environment', currency: 'CNY' },
      thresholds: [{ from: cny('0'), approvals: 1 }],
    });
  });
  return { ...row, globalId: toGlobalId('Pool', row.communityId, row.id) };
}

/** A promise of 3,000 yuan of an enterprise of its own, with a plan since the year's beginning. */
async function promise(
  shares: readonly (readonly [Pool, number])[] = [[welfare, 1]],
): Promise<Declaration> {
  const enterprise = await acts.another();
  if (shares.length > 0) await acts.plan(shares, '2026-01-01', enterprise, SYSTEM);
  return await acts.declare({ enterpriseId: enterprise.globalId }, SYSTEM);
}

const remit = (
  declared: Declaration,
  amount: string,
  more: { receivedOn?: string; idempotencyKey?: string } = {},
) => acts.remit(declared, amount, more, SYSTEM);

const availableOf = (pool: Pool) => balanceOf(database.dataSource, 'poolAvailable', pool.id);
const left = (declared: Declaration) => outstanding(database.dataSource, declared);
const owing = async ({ communityId, id }: Declaration) => {
  const [row] = await declarationById.read(database.dataSource.manager, communityId, [id]);
  return row?.owing;
};

test('parts arrive, are split by weight, and the promise shrinks until it is kept', async () => {
  const declared = await promise([
    [welfare, 2],
    [culture, 1],
  ]);
  const before = [await availableOf(welfare), await availableOf(culture)] as const;
  const first = await remit(declared, '1000.00');
  expect(first.shares.map(({ amount }) => amount.minor)).toEqual([66_667n, 33_333n]);
  expect(await left(declared)).toBe(200_000n);
  expect(await owing(declared)).toBe(true);
  await remit(declared, '2000.00');
  expect([await left(declared), await owing(declared)]).toEqual([0n, false]);
  const after = [await availableOf(welfare), await availableOf(culture)] as const;
  expect([after[0] - before[0], after[1] - before[1]]).toEqual([200_000n, 100_000n]);
});

test('never more than promised: the last fen fits, one more does not', async () => {
  const declared = await promise();
  await expect(remit(declared, '3000.01')).rejects.toMatchObject({
    ...{ code: 'PLEDGE_EXCEEDED', path: ['amount'] },
    facts: { outstanding: { amount: '3000.00', currency: 'CNY', minor: '300000' } },
  });
  await remit(declared, '2999.99');
  await expect(remit(declared, '0.02')).rejects.toMatchObject({ code: 'PLEDGE_EXCEEDED' });
  await remit(declared, '0.01');
  await expect(remit(declared, '0.01')).rejects.toMatchObject({
    facts: { outstanding: { minor: '0' } },
  });
});

test('a loss promised nothing', async () => {
  const enterprise = await acts.another();
  await acts.plan([[welfare, 1]], TODAY, enterprise, SYSTEM);
  const loss = await acts.declare(
    {
      enterpriseId: enterprise.globalId,
      ...{ costs: cny('10001.00'), surplus: cny('-1.00'), commitment: null },
    },
    SYSTEM,
  );
  await expect(remit(loss, '0.01')).rejects.toMatchObject({ code: 'PLEDGE_EXCEEDED' });
});

test('remittances that race for the last of a promise never exceed it', async () => {
  const declared = await promise([
    [welfare, 1],
    [away, 1],
  ]);
  await warm(database.dataSource);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => remit(declared, '300.00')),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect([await left(declared), await owing(declared)]).toEqual([0n, false]);
});

test('shares of other sets of books are a pair of entries under one key', async () => {
  const declared = await promise([
    [welfare, 1],
    [away, 1],
  ]);
  const [here, there] = [await availableOf(welfare), await availableOf(away)];
  const idempotencyKey = key();
  const remitted = await remit(declared, '1.01', { idempotencyKey });
  expect((await availableOf(welfare)) - here).toBe(51n);
  expect((await availableOf(away)) - there).toBe(50n);
  const pair: { communityId: string; rule: string; occurredAt: Date }[] =
    await database.dataSource.query(
      `select community_id "communityId", rule, occurred_at "occurredAt" from ledger_entry
       where key = $1 order by rule desc`,
      [`client/${idempotencyKey}`],
    );
  expect(pair.map(({ communityId, rule }) => [communityId, rule])).toEqual([
    [world.home.id, 'surplusRemitted'],
    [world.other.id, 'surplusReceivedFromOtherBooks'],
  ]);
  expect(remitted.shares.map(({ booksId }) => booksId)).toEqual([world.home.id, world.other.id]);
  const dues = await database.dataSource.query(
    `select community_id, kind, (debits - credits) * normal_side as minor from ledger_account
     where kind in ('dueTo', 'dueFrom') order by kind`,
  );
  const owed = dues.filter(({ kind }: { kind: string }) => kind === 'dueTo');
  const due = dues.filter(({ kind }: { kind: string }) => kind === 'dueFrom');
  expect(owed[0]).toMatchObject({ community_id: world.home.id, minor: due[0].minor });
  expect(due[0]).toMatchObject({ community_id: world.other.id });
});

test('what belongs to another foundation in the same books is held for it', async () => {
  const declared = await promise([
    [welfare, 1],
    [citys, 3],
  ]);
  const held = () => balanceOf(database.dataSource, 'dueTo', world.home.foundation.id);
  const [bank, before] = [
    await balanceOf(database.dataSource, 'bank', world.home.foundation.id),
    await held(),
  ];
  await remit(declared, '4.00');
  expect(await availableOf(citys)).toBe(300n);
  expect((await held()) - before).toBe(300n);
  expect(await balanceOf(database.dataSource, 'dueFrom', citys.foundationId)).toBe(300n);
  expect((await balanceOf(database.dataSource, 'bank', world.home.foundation.id)) - bank).toBe(
    400n,
  );
});

test('where no pool is at home, the foundation of the first pool receives the money', async () => {
  const declared = await promise([[away, 1]]);
  const bank = () => balanceOf(database.dataSource, 'bank', world.other.foundation.id);
  const before = await bank();
  await remit(declared, '5.00');
  expect((await bank()) - before).toBe(500n);
});

test('a share that comes to nothing is left out, and no fen is lost', async () => {
  const declared = await promise([
    [welfare, 1000],
    [culture, 1],
    [away, 1],
  ]);
  const remitted = await remit(declared, '0.01');
  expect(remitted.shares).toEqual([
    expect.objectContaining({ poolId: welfare.id, amount: expect.objectContaining({ minor: 1n }) }),
  ]);
  expect(await left(declared)).toBe(299_999n);
});

test('the plan in force on the day it arrived splits it', async () => {
  const enterprise = await acts.another();
  await acts.plan([[welfare, 1]], '2026-08-01', enterprise, SYSTEM);
  await acts.plan([[culture, 1]], TODAY, enterprise, SYSTEM);
  const declared = await acts.declare({ enterpriseId: enterprise.globalId }, SYSTEM);
  const pools = async (receivedOn: string) =>
    (await remit(declared, '1.00', { receivedOn })).shares.map(({ poolId }) => poolId);
  expect(await pools('2026-08-01')).toEqual([welfare.id]);
  expect(await pools('2026-11-21')).toEqual([welfare.id]);
  expect(await pools(TODAY)).toEqual([culture.id]);
  await expect(pools('2026-07-31')).rejects.toMatchObject({
    ...{ code: 'NO_PLAN', path: ['receivedOn'] },
  });
});

test('refusals name what has to change', async () => {
  const declared = await promise();
  for (const [amount, more, code] of [
    ['0', {}, 'AMOUNT_NOT_POSITIVE'],
    ['-1.00', {}, 'AMOUNT_NOT_POSITIVE'],
    ['0.001', {}, 'AMOUNT_TOO_FINE'],
    ['one', {}, 'AMOUNT_UNREADABLE'],
    ['1.00', { receivedOn: '2026-11-23' }, 'OCCURRED_IN_FUTURE'],
    ['1.00', { receivedOn: '2026-06-30' }, 'RECEIVED_BEFORE_PERIOD'],
    ['1.00', { receivedOn: '2026-02-30' }, 'DAY_UNREADABLE'],
    ['1.00', { idempotencyKey: 'x' }, 'KEY_UNUSABLE'],
  ] as const)
    await expect(remit(declared, amount, more)).rejects.toMatchObject({ code });
  await remit(declared, '1.00', { receivedOn: '2026-07-01' });
  const unknown = { ...declared, id: world.home.id };
  await expect(remit(unknown, '1.00')).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
  const elsewhere = { ...declared, communityId: world.other.id };
  await expect(remit(elsewhere, '1.00')).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
  await expect(remit(await promise([]), '1.00')).rejects.toMatchObject({ code: 'NO_PLAN' });
});

test('a pool that was closed since gets nothing, and neither does any other', async () => {
  const closing = await newPool(database.dataSource, world.other);
  const declared = await promise([
    [welfare, 1],
    [closing, 1],
  ]);
  await acts.run(world.other.chair.actor, (work) => closePool(work, { poolId: closing.globalId }));
  const before = await availableOf(welfare);
  await expect(remit(declared, '1.00')).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  expect([await availableOf(welfare), await left(declared)]).toEqual([before, 300_000n]);
});

test('asked for fifty times under one key it arrives once; another body is refused', async () => {
  const declared = await promise([
    [welfare, 2],
    [away, 1],
  ]);
  const input = { idempotencyKey: key() };
  await warm(database.dataSource);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => remit(declared, '3000.00', input)),
  );
  for (const each of answers) expect(each).toEqual(answers[0]);
  expect(await left(declared)).toBe(0n);
  await expect(remit(declared, '2999.00', input)).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('a key that stands in the other books, or that a loss comes with later, is refused', async () => {
  const [here, there] = [
    await promise([[welfare, 1]]),
    await promise([
      [welfare, 1],
      [away, 1],
    ]),
  ];
  const input = { idempotencyKey: key() };
  await remit(here, '1.00', input);
  await expect(remit(there, '1.00', input)).rejects.toMatchObject({ code: 'KEY_REUSED' });
  const loss = { costs: cny('10001.00'), surplus: cny('-1.00'), commitment: null };
  const { globalId: enterpriseId } = await acts.another();
  await expect(acts.declare({ enterpriseId, ...loss, ...input }, SYSTEM)).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

test('who records it: the enterprise, or a treasurer of the place', async () => {
  const { home, other, officer, outsider } = world;
  await acts.plan([[welfare, 1]]);
  const declared = await acts.declare();
  for (const { actor } of [home.director, home.bookkeeper, home.treasurer])
    await acts.remit(declared, '1.00', {}, actor);
  const denied = [other.director, other.treasurer, home.chair, home.cadre, officer, outsider];
  for (const { actor } of denied)
    await expect(acts.remit(declared, '1.00', {}, actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  await expect(acts.remit(declared, '1.00', {}, STRANGER)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('remittances that cross between two sets of books do not hold each other up', async () => {
  const there = enterpriseOf(database.dataSource, world, world.other);
  const foreign = await there.another();
  await there.plan(
    [
      [away, 1],
      [welfare, 1],
    ],
    TODAY,
    foreign,
    SYSTEM,
  );
  const theirs = await there.declare({ enterpriseId: foreign.globalId }, SYSTEM);
  const ours = await promise([
    [welfare, 1],
    [away, 1],
  ]);
  await warm(database.dataSource);
  await Promise.all(Array.from({ length: 24 }, (_, i) => remit(i % 2 ? ours : theirs, '10.00')));
  expect([await left(ours), await left(theirs)]).toEqual([288_000n, 288_000n]);
  // A deadlock would be done again from the start and leave no other trace than this count.
  const [{ deadlocks }] = await database.dataSource.query(
    `select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  expect(deadlocks).toBe(0);
});

test('an amendment that races with remittances leaves row and books agreed', async () => {
  const declared = await promise();
  const amend = () =>
    acts.run(SYSTEM, (work) =>
      amendDeclaration(work, {
        ...figures(world.home),
        declarationId: toGlobalId('Declaration', declared.communityId, declared.id),
        ...{ reason: 'Counted again', commitment: { amount: cny('1000.00') } },
      }),
    );
  await warm(database.dataSource);
  const results = await Promise.allSettled([
    ...Array.from({ length: 12 }, () => remit(declared, '100.00')),
    amend(),
  ]);
  const remitted = results.slice(0, 12).filter(({ status }) => status === 'fulfilled').length;
  const lowered = results[12]?.status === 'fulfilled';
  expect(await left(declared)).toBe((lowered ? 100_000n : 300_000n) - BigInt(remitted) * 10_000n);
});
