import { closePool } from '../../src/foundations/close-pool';
import { planOn, sharesOfPlan } from '../../src/enterprises/routing-plan.reader';
import { setRoutingPlan, type SetRoutingPlanInput } from '../../src/enterprises/set-routing-plan';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newPool } from '../foundations/money';
import { warm } from '../support/warm';
import { newWorld, type Named, type World } from '../support/world';
import { enterpriseOf, TODAY, type Pool } from './stage';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
let welfare: Pool;
let culture: Pool;
let away: Pool;
let dollars: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  acts = enterpriseOf(dataSource, world, world.home);
  welfare = await newPool(dataSource, world.home);
  culture = await newPool(dataSource, world.home);
  away = await newPool(dataSource, world.other);
  dollars = await newPool(dataSource, world.home, {
    currency: 'USD',
    thresholds: [{ from: { amount: '0', currency: 'USD' }, approvals: 1 }],
  });
});
afterAll(() => database.drop());

const given = (more: Partial<SetRoutingPlanInput>): SetRoutingPlanInput => ({
  enterpriseId: world.home.enterprise.globalId,
  communityId: world.home.place.globalId,
  validFrom: TODAY,
  shares: [{ poolId: welfare.globalId, weight: 1 }],
  ...more,
});

const set = (more: Partial<SetRoutingPlanInput>, actor = world.home.director.actor) =>
  acts.run(actor, (work) => setRoutingPlan(work, given(more)));

const inForce = async (enterprise: Named, day: string, currency: 'CNY' | 'USD' = 'CNY') => {
  const whose = { communityId: world.home.id, enterpriseId: enterprise.id, currency };
  return await planOn(database.dataSource.manager, whose, day);
};

test('a plan holds from its day until the next one begins; of one day the last one holds', async () => {
  const enterprise = await acts.another();
  const plan = (shares: readonly (readonly [Pool, number])[], from: string) =>
    acts.plan(shares, from, enterprise, SYSTEM);
  const first = await plan([[welfare, 3]], '2026-01-01');
  const today = await plan(
    [
      [welfare, 1],
      [away, 2],
    ],
    TODAY,
  );
  const again = await plan([[culture, 1]], TODAY);
  const later = await plan([[away, 1]], '2027-01-01');
  expect([first, today, again, later].map(({ version }) => version)).toEqual([1, 1, 2, 1]);
  expect(await inForce(enterprise, '2025-12-31')).toBeNull();
  expect((await inForce(enterprise, '2026-01-01'))?.id).toBe(first.id);
  expect((await inForce(enterprise, '2026-11-21'))?.id).toBe(first.id);
  expect((await inForce(enterprise, TODAY))?.id).toBe(again.id);
  expect((await inForce(enterprise, '2026-12-31'))?.id).toBe(again.id);
  expect((await inForce(enterprise, '2027-01-01'))?.id).toBe(later.id);
  const shares = await sharesOfPlan.read(database.dataSource.manager, world.home.id, [today.id]);
  expect(shares.map(({ booksId, poolId, weight }) => [booksId, poolId, weight])).toEqual([
    [welfare.communityId, welfare.id, 1],
    [away.communityId, away.id, 2],
  ]);
});

test('plans of one day set at once get versions of their own; each currency has its plans', async () => {
  await warm(database.dataSource);
  const plans = await Promise.all(Array.from({ length: 10 }, () => set({})));
  expect(plans.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, i) => i + 1),
  );
  const other = await set({ shares: [{ poolId: dollars.globalId, weight: 1 }] });
  expect(other).toMatchObject({ currency: 'USD', version: 1 });
  expect((await inForce(world.home.enterprise, TODAY))?.currency).toBe('CNY');
});

test('the past is not rewritten', async () => {
  await set({});
  await expect(set({ validFrom: '2026-11-21' })).rejects.toMatchObject({
    ...{ code: 'PLAN_IN_PAST', path: ['validFrom'] },
  });
  const first = { communityId: world.city.globalId };
  await expect(set({ ...first, validFrom: '2016-11-21' })).rejects.toMatchObject({
    code: 'PLAN_IN_PAST',
  });
  await set({ ...first, validFrom: '2016-11-22' });
});

test('shares: one to twenty distinct open pools of one currency with whole weights', async () => {
  const closed = await newPool(database.dataSource, world.home);
  await acts.run(world.home.chair.actor, (work) => closePool(work, { poolId: closed.globalId }));
  const many = await Promise.all(
    Array.from({ length: 21 }, () => newPool(database.dataSource, world.home)),
  );
  const shares = (pools: readonly Pool[], weight = 1) =>
    pools.map(({ globalId }) => ({ poolId: globalId, weight }));
  for (const [given, code, path] of [
    [[], 'PLAN_SIZE', ['shares']],
    [shares(many), 'PLAN_SIZE', ['shares']],
    [shares([welfare, away, welfare]), 'POOL_TWICE', ['shares', '2', 'poolId']],
    [shares([welfare, dollars]), 'WRONG_CURRENCY', ['shares', '1', 'poolId']],
    [shares([welfare, closed]), 'POOL_CLOSED', ['shares', '1', 'poolId']],
    [shares([welfare], 0), 'WEIGHT_RANGE', ['shares', '0', 'weight']],
    [shares([welfare], -1), 'WEIGHT_RANGE', ['shares', '0', 'weight']],
    [shares([welfare], 1.5), 'WEIGHT_RANGE', ['shares', '0', 'weight']],
    [shares([welfare], 1_000_001), 'WEIGHT_RANGE', ['shares', '0', 'weight']],
    [[{ poolId: world.home.place.globalId, weight: 1 }], 'ID_UNKNOWN', ['shares', '0', 'poolId']],
  ] as const)
    await expect(set({ shares: given })).rejects.toMatchObject({ code, path });
  await set({ shares: shares(many.slice(0, 20), 1_000_000) });
});

test('only the director sets it, in books the enterprise has to do with', async () => {
  const { home, other, officer, outsider } = world;
  for (const { actor } of [home.bookkeeper, other.director, home.chair, officer, outsider])
    await expect(set({}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(set({}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const [more, code] of [
    [{ communityId: other.place.globalId }, 'ENTERPRISE_ELSEWHERE'],
    [{ communityId: world.district.globalId }, 'KEEPS_NO_BOOKS'],
    [{ enterpriseId: home.team.globalId }, 'ORGANISATION_KIND'],
    [{ validFrom: '2026-13-01' }, 'DAY_UNREADABLE'],
  ] as const)
    await expect(set(more)).rejects.toMatchObject({ code });
});
