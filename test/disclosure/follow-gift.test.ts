import { randomUUID } from 'node:crypto';
import { followGift, giftFollowed } from '../../src/disclosure/gift-followed.reader';
import { MOST_USES } from '../../src/disclosure/follow';
import type { FollowedRow } from '../../src/disclosure/parts';
import { noteTakeBack } from '../../src/donations/note-take-back';
import { OPERATORS } from '../../src/bookkeeping/rules/operators';
import { SYSTEM } from '../../src/kernel/actor';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { inUnitOfWork, UnitOfWork } from '../../src/kernel/unit-of-work';
import { fen, newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { PoolLife, type Given } from './pool-life';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

async function newLife(): Promise<PoolLife> {
  const life = new PoolLife(database.dataSource, await newPool(database.dataSource, world.home));
  await life.fillBank(1_000_000);
  return life;
}

const rowsOf = ({ pool }: PoolLife, { donationId }: Given) =>
  followGift(database.dataSource.manager, pool.communityId, donationId);

/** What became of a gift, in short. */
async function told(life: PoolLife, given: Given): Promise<string[]> {
  return (await rowsOf(life, given)).map(({ stage, minor }) => `${stage} ${minor}`);
}

const from = (life: PoolLife, minor: number) => [
  { from: { poolId: life.pool.id }, amount: fen(minor) },
];

test('what one giver takes back is never paid for by another', async () => {
  const life = await newLife();
  const [one, other] = [await life.give(100, null), await life.give(100, null)];
  await life.refund(one, from(life, 100), 100);
  expect(await told(life, one)).toEqual(['refunded 100']);
  expect(await told(life, other)).toEqual(['in_pool 100']);
  const grantId = randomUUID();
  await life.award(grantId, 60);
  expect(await told(life, other)).toEqual(['committed 60', 'in_pool 40']);
});

test('in part: it comes off the end of the gift, and its beginning is used first', async () => {
  const life = await newLife();
  const [one, other] = [await life.give(100, null), await life.give(100, null)];
  await life.award(randomUUID(), 50);
  await life.refund(one, from(life, 30), 30);
  await life.award(randomUUID(), 40);
  expect(await told(life, one)).toEqual(['committed 50', 'committed 20', 'refunded 30']);
  expect(await told(life, other)).toEqual(['committed 20', 'in_pool 80']);
});

test('a refund that fails leaves everything as if it had not been', async () => {
  const life = await newLife();
  const [one, other] = [await life.give(100, null), await life.give(100, null)];
  const before = [await told(life, one), await told(life, other)];
  await life.failRefund(await life.refund(one, from(life, 100), 100));
  expect([await told(life, one), await told(life, other)]).toEqual(before);
  await life.award(randomUUID(), 150);
  expect(await told(life, one)).toEqual(['committed 100']);
  expect(await told(life, other)).toEqual(['committed 50', 'in_pool 50']);
});

test('a gift that was spent and then given back: whoever steps in has paid, and not before', async () => {
  const life = await newLife();
  const [grantId, trancheId] = [randomUUID(), randomUUID()];
  const one = await life.give(100, null);
  await life.award(grantId, 100);
  await life.pay(grantId, trancheId, 100, false);
  const other = await life.give(100, null);
  await life.refund(one, from(life, 100), 100);
  expect(await told(life, one)).toEqual(['refunded 100']);
  const rows = await rowsOf(life, other);
  expect(rows).toMatchObject([{ stage: 'spent', minor: 100n, grantId, trancheId }]);
  expect(rows[0]?.day).not.toBeNull();
});

test('what the foundation bears has gone back to the giver all the same', async () => {
  const life = await newLife();
  const one = await life.give(100, null);
  await life.award(randomUUID(), 70);
  const parts = [...from(life, 30), { from: { lossOf: life.pool.foundationId }, amount: fen(70) }];
  await life.dispute(one, 100, parts);
  expect(await told(life, one)).toEqual(['returned 100']);
});

test('what a bank asks back is held until it is decided; what is held waits', async () => {
  const life = await newLife();
  const one = await life.give(100, null);
  await life.dispute(one, 40, null);
  expect(await told(life, one)).toEqual(['disputed 40', 'in_pool 60']);
  const held = await life.hold(80);
  expect(await told(life, held)).toEqual(['held 80']);
  await life.refund(held, [{ from: { suspenseOf: life.pool.communityId }, amount: fen(80) }], 80);
  expect(await told(life, held)).toEqual(['refunded 80']);
});

test('for a project: spent there first, and what it frees of the promise is another’s', async () => {
  const life = await newLife();
  const [grantId, trancheId] = [randomUUID(), randomUUID()];
  const pooled = await life.give(100, null);
  await life.award(grantId, 100);
  const given = await life.give(80, grantId);
  expect(await told(life, given)).toEqual(['for_project 80']);
  await life.pay(grantId, trancheId, 60, true);
  expect(await told(life, given)).toEqual(['spent 60', 'for_project 20']);
  expect(await told(life, pooled)).toEqual(['committed 40', 'in_pool 60']);
  await life.free(grantId, 20);
  expect(await told(life, given)).toEqual(['spent 60', 'in_pool 20']);
});

test('welfare goods: by store and month, owed and then paid', async () => {
  const life = await newLife();
  const storeId = randomUUID();
  const given = await life.give(100, null);
  const mistake = await life.exchange(storeId, '2026-01', 5);
  await life.exchange(storeId, '2026-01', 7);
  await life.void(mistake);
  await life.exchange(storeId, '2026-02', 11);
  await life.settle(storeId, '2026-01', 7);
  const rows = await rowsOf(life, given);
  const brief = ({ stage, month, minor }: FollowedRow) => `${stage} ${month} ${minor}`;
  expect(rows.map(brief).sort()).toEqual([
    'in_pool null 82',
    'owed_to_operator 2026-02 11',
    'spent_on_goods 2026-01 7',
  ]);
  expect(new Set(rows.flatMap((row) => row.storeId ?? []))).toEqual(new Set([storeId]));
});

test('what is disputed of the goods waits, goes back to the pool, or is paid after all', async () => {
  const life = await newLife();
  const storeId = randomUUID();
  const { id: poolId } = life.pool;
  const about = (minor: number) => ({
    ...{ disputeId: randomUUID(), storeId, poolId, month: '2026-01', amount: fen(minor) },
  });
  const given = await life.give(100, null);
  await life.exchange(storeId, '2026-01', 30);
  await life.post(OPERATORS.operatorShareDisputed, about(12));
  await life.settle(storeId, '2026-01', 18);
  const brief = ({ stage, month, minor }: FollowedRow) => `${stage} ${month} ${minor}`;
  const seen = async () => (await rowsOf(life, given)).map(brief).sort();
  expect(await seen()).toEqual([
    'in_pool null 70',
    'owed_to_operator 2026-01 12',
    'spent_on_goods 2026-01 18',
  ]);
  await life.post(OPERATORS.operatorShareReduced, about(5));
  await life.post(OPERATORS.operatorShareKept, about(7));
  await life.settle(storeId, '2026-01', 7);
  expect(await seen()).toEqual(['in_pool null 75', 'spent_on_goods 2026-01 25']);
});

test('many uses and many gifts are read in as many statements as one', async () => {
  const life = await newLife();
  const gifts = [await life.give(40, null), await life.give(40, null), await life.give(40, null)];
  const follow = (some: readonly Given[]) =>
    countQueries(database.dataSource, () =>
      giftFollowed.read(
        database.dataSource.manager,
        life.pool.communityId,
        some.map(({ donationId }) => donationId),
      ),
    );
  const storeId = randomUUID();
  await life.exchange(storeId, '2026-01', 1);
  const few = await follow(gifts.slice(0, 1));
  for (let n = 0; n < 45; n += 1) await life.exchange(storeId, '2026-01', 1);
  const many = await follow(gifts);
  expect(many.result.length).toBeGreaterThan(few.result.length);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  // Who and what it is, then five statements for the pool and five for what the operator is owed.
  expect(many.statements.length).toBeLessThanOrEqual(17);
});

test('what is used more often than is told one by one still adds up', async () => {
  const life = await newLife();
  const given = await life.give(MOST_USES + 60, null);
  for (let n = 0; n < MOST_USES + 20; n += 1) await life.purchase(randomUUID(), 1);
  const rows = await rowsOf(life, given);
  const sum = (stage: string) =>
    rows.filter((row) => row.stage === stage).reduce((minor, row) => minor + row.minor, 0n);
  expect([sum('spent_on_goods'), sum('used'), sum('in_pool')]).toEqual([
    BigInt(MOST_USES),
    20n,
    40n,
  ]);
}, 60_000);

test('a gift that has not arrived has no parts', async () => {
  const { manager } = database.dataSource;
  expect(await followGift(manager, world.home.id, randomUUID())).toEqual([]);
});

test('a take-back is noted where it is posted, once', async () => {
  const life = await newLife();
  const { paymentId, entryId } = await life.give(100, null);
  const taken = { communityId: life.pool.communityId, paymentId, giftEntryId: entryId, entryId };
  const work = new UnitOfWork(database.dataSource, SYSTEM);
  await expect(noteTakeBack(work, taken)).rejects.toThrow('in the transaction that posted it');
  const other = await life.give(5, null);
  const refund = await life.refund(other, from(life, 5), 5);
  await inUnitOfWork(database.dataSource, SYSTEM, async (again) => {
    await again.begin();
    const { paymentId: id, entryId: giftEntryId } = other;
    await noteTakeBack(again, { ...taken, paymentId: id, giftEntryId, entryId: refund });
  });
  expect(await told(life, other)).toEqual(['refunded 5']);
});

test('the books hold', async () => {
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
});
