import { randomUUID } from 'node:crypto';
import { closePool } from '../../src/foundations/close-pool';
import { applyForGrant, type ApplyForGrant } from '../../src/grants/apply-for-grant';
import { budgetOf } from '../../src/grants/application.reader';
import { tranchesOf } from '../../src/grants/tranche.reader';
import { withdrawApplication } from '../../src/grants/withdraw-application';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { cny, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { actorOf, newWorld, SINCE, type Named, type World } from '../support/world';
import { application, LATER, yuan } from './board';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let pool: Awaited<ReturnType<typeof newPool>>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  pool = await newPool(database.dataSource, world.home);
});
afterAll(() => database.drop());

const apply = (input: ApplyForGrant, actor: Actor = world.home.leader.actor) =>
  run(actor, (work) => applyForGrant(work, input));
const asked = (more: Partial<ApplyForGrant> = {}) =>
  application(world.home.team, pool, [50_000, 30_000], more);

test('a leader applies, with a budget and tranches in order', async () => {
  const row = await apply(
    asked({
      budget: [
        { label: ' Tools ', amount: cny('799.99') },
        { label: 'Tea', amount: cny('0.01') },
      ],
    }),
  );
  expect(row).toMatchObject({ state: 'submitted', requestedMinor: '80000', currency: 'CNY' });
  const { manager } = database.dataSource;
  const budget = await budgetOf.read(manager, row.communityId, [row.id]);
  expect(budget.map(({ n, label, minor }) => [n, label, minor])).toEqual([
    [1, 'Tools', '79999'],
    [2, 'Tea', '1'],
  ]);
  const tranches = await tranchesOf.read(manager, row.communityId, [row.id]);
  expect(tranches.map(({ n, minor, dueOn }) => [n, minor, dueOn])).toEqual([
    [1, '50000', LATER],
    [2, '30000', LATER],
  ]);
});

test('members do not apply, nor does anybody else', async () => {
  const { members, chair } = world.home;
  for (const { actor } of [members[0], chair, world.other.leader, world.officer])
    await expect(apply(asked(), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(apply(asked(), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  // Somebody must answer for an application.
  await expect(apply(asked(), SYSTEM)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('at the limits it is accepted: 50 lines, 12 tranches, due today', async () => {
  const budget = Array.from({ length: 50 }, (_, i) => ({ label: `Line ${i}`, amount: yuan(24) }));
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const tranches = Array.from({ length: 12 }, (_, i) => ({
    amount: yuan(100),
    milestone: `Step ${i}`,
    dueOn: today,
  }));
  await apply(asked({ requested: yuan(1200), budget, tranches }));
});

const due = (...days: string[]) =>
  days.map((dueOn) => ({ amount: yuan(80_000 / days.length), milestone: 'M', dueOn }));

test.each<[string, string[], () => Partial<ApplyForGrant>]>([
  ['ID_UNKNOWN', ['applicantId'], () => ({ applicantId: world.home.leader.globalId })],
  ['ORGANISATION_KIND', ['applicantId'], () => ({ applicantId: world.home.enterprise.globalId })],
  ['ID_UNKNOWN', ['poolId'], () => ({ poolId: toGlobalId('Pool', world.home.id, randomUUID()) })],
  ['ID_UNKNOWN', ['poolId'], () => ({ poolId: toGlobalId('Pool', world.other.id, pool.id) })],
  ['TEXT_LENGTH', ['title'], () => ({ title: '' })],
  ['TEXT_LENGTH', ['purpose'], () => ({ purpose: 'x'.repeat(2001) })],
  ['BUDGET_LINES', ['budget'], () => ({ budget: [] })],
  [
    'BUDGET_LINES',
    ['budget'],
    () => ({ budget: Array.from({ length: 51 }, () => ({ label: 'L', amount: yuan(1) })) }),
  ],
  ['TRANCHE_COUNT', ['tranches'], () => ({ tranches: [] })],
  ['TRANCHE_COUNT', ['tranches'], () => ({ tranches: due(...Array<string>(13).fill(LATER)) })],
  ['SUMS_DIFFER', ['budget'], () => ({ requested: cny('800.01') })],
  ['SUMS_DIFFER', ['budget'], () => ({ budget: [{ label: 'Tools', amount: cny('799.99') }] })],
  ['SUMS_DIFFER', ['tranches'], () => ({ tranches: due(LATER, LATER, LATER).slice(1) })],
  ['DUE_PAST', ['tranches', '0', 'dueOn'], () => ({ tranches: due('2020-01-01', LATER) })],
  ['DUE_ORDER', ['tranches', '1', 'dueOn'], () => ({ tranches: due(LATER, '2099-05-31') })],
  ['DAY_UNREADABLE', ['tranches', '0', 'dueOn'], () => ({ tranches: due('2099-02-30') })],
  ['AMOUNT_NOT_POSITIVE', ['requested', 'amount'], () => ({ requested: cny('-800') })],
  [
    'AMOUNT_TOO_FINE',
    ['budget', '0', 'amount', 'amount'],
    () => ({ budget: [{ label: 'Tools', amount: cny('800.001') }] }),
  ],
  [
    'WRONG_CURRENCY',
    ['tranches', '0', 'amount', 'currency'],
    () => ({
      tranches: [
        { amount: { amount: '800', currency: 'EUR' as const }, milestone: 'M', dueOn: LATER },
      ],
    }),
  ],
])('%s at %j', async (code, path, wrong) => {
  await expect(apply(asked(wrong()))).rejects.toMatchObject({ code, path });
});

test('a closed pool is not asked', async () => {
  const closed = await newPool(database.dataSource, world.home);
  await run(world.home.chair.actor, (work) => closePool(work, { poolId: closed.globalId }));
  await expect(apply(asked({ poolId: closed.globalId }))).rejects.toMatchObject({
    code: 'POOL_CLOSED',
    path: ['poolId'],
  });
});

test('a pool gives to who sits in its place, below it, or above it; not beside it', async () => {
  const beside = await newPool(database.dataSource, world.other);
  await expect(apply(asked({ poolId: beside.globalId }))).rejects.toMatchObject({
    code: 'APPLICANT_ELSEWHERE',
    path: ['applicantId'],
  });
  const above = await cityPool();
  await apply(asked({ poolId: above.globalId }));
  const hub = await socialOrganisation(world.street);
  await apply({ ...asked(), applicantId: hub.globalId, poolId: beside.globalId }, hub.actor);
});

/** A pool in the city's own books. */
async function cityPool() {
  const { city: place, officer } = world;
  const input = { kind: 'foundation', name: 'City Foundation', placeId: place.globalId } as const;
  const { id, name } = await run(SYSTEM, (work) => registerOrganisation(work, input));
  const foundation = { id, name, globalId: toGlobalId('Organisation', null, id) };
  return newPool(database.dataSource, { foundation, place, chair: { ...officer, actor: SYSTEM } });
}

/** A social organisation at a place, with its director. */
async function socialOrganisation(at: Named): Promise<Named & { actor: Actor }> {
  const input = { kind: 'social_organisation', name: 'Hub', placeId: at.globalId } as const;
  const { id, name } = await run(SYSTEM, (work) => registerOrganisation(work, input));
  const globalId = toGlobalId('Organisation', null, id);
  const personId = world.outsider.globalId;
  await run(SYSTEM, (work) =>
    appointMember(work, { organisationId: globalId, role: 'director', personId, validFrom: SINCE }),
  );
  return { id, name, globalId, actor: await actorOf(database.dataSource, world.outsider.id) };
}

test('an application is taken back once, by its own leader', async () => {
  const { communityId, id } = await apply(asked());
  const input = { applicationId: toGlobalId('Application', communityId, id) };
  const withdraw = (actor: Actor) => run(actor, (work) => withdrawApplication(work, input));
  await expect(withdraw(world.home.chair.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => withdraw(world.home.leader.actor)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(withdraw(world.home.leader.actor)).rejects.toMatchObject({
    code: 'APPLICATION_DECIDED',
    facts: { state: 'withdrawn' },
  });
});
