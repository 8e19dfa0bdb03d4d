import { amendDeclaration } from '../../src/enterprises/amend-declaration';
import type { Declaration } from '../../src/enterprises/declaration.reader';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { ask as askAs, type Answer } from '../books/ask';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { cny, enterpriseOf, figures, findings, key, NOW, outstanding, type Pool } from './stage';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
let here: Pool;
let away: Pool;
let declared: Declaration;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  acts = enterpriseOf(database.dataSource, world, world.home);
  here = await newPool(database.dataSource, world.home);
  away = await newPool(database.dataSource, world.other);
  declared = await acts.declare();
  await acts.plan(
    [
      [here, 2],
      [away, 1],
    ],
    '2026-11-01',
  );
});
afterAll(() => database.drop());

const PREVIEW = `query ($input: PreviewRemittanceInput!) { previewRemittance(input: $input) {
  preview { amount { amount } outstandingAfter { amount } foundation { name } plan { validFrom }
    shares { amount { amount } pool { id } } }
  userErrors { code path ... on PledgeExceeded { outstanding { amount } } }
} }`;

async function preview(
  amount: string,
  more: Record<string, unknown> = {},
  actor: Actor = world.home.bookkeeper.actor,
) {
  const declarationId = toGlobalId('Declaration', declared.communityId, declared.id);
  const input = { declarationId, amount: cny(amount), receivedOn: '2026-11-20', ...more };
  const { data, codes } = await askAs(database, actor, PREVIEW, { input }, NOW);
  const { preview: seen = null, userErrors = [] } = (data?.previewRemittance ?? {}) as Answer;
  return { seen, userErrors, codes };
}

test('it tells what the remittance then does, and does nothing itself', async () => {
  const before = await outstanding(database.dataSource, declared);
  const { seen, userErrors } = await preview('1000.00');
  expect(userErrors).toEqual([]);
  expect(seen).toEqual({
    amount: { amount: '1000.00' },
    outstandingAfter: { amount: '2000.00' },
    foundation: { name: world.home.foundation.name },
    plan: { validFrom: '2026-11-01' },
    shares: [
      { amount: { amount: '666.67' }, pool: { id: here.globalId } },
      { amount: { amount: '333.33' }, pool: { id: away.globalId } },
    ],
  });
  expect(await outstanding(database.dataSource, declared)).toBe(before);

  const remitted = await acts.remit(declared, '1000.00', { receivedOn: '2026-11-20' });
  const shares = remitted.shares.map(({ poolId, amount }) => [poolId, amount.minor]);
  expect(shares).toEqual([
    [here.id, 66667n],
    [away.id, 33333n],
  ]);
  expect(await findings(database.dataSource)).toEqual([]);
});

test.each([
  ['PLEDGE_EXCEEDED', ['amount'], '2000.01', {}],
  ['AMOUNT_NOT_POSITIVE', ['amount', 'amount'], '0', {}],
  ['NO_PLAN', ['receivedOn'], '1.00', { receivedOn: '2026-10-31' }],
  ['RECEIVED_BEFORE_PERIOD', ['receivedOn'], '1.00', { receivedOn: '2026-06-30' }],
  ['OCCURRED_IN_FUTURE', ['receivedOn'], '1.00', { receivedOn: '2099-01-01' }],
  ['ID_UNKNOWN', ['declarationId'], '1.00', { declarationId: 'x' }],
])('refuses %s as the remittance would', async (code, path, amount, more) => {
  const { seen, userErrors } = await preview(amount, more);
  expect(seen).toBeNull();
  expect(userErrors).toMatchObject([{ code, path }]);
});

test('what is too much is told with what is outstanding', async () => {
  const { userErrors } = await preview('2000.01');
  expect(userErrors[0].outstanding).toEqual({ amount: '2000.00' });
});

test('it is for who may remit: the enterprise and a treasurer of the place', async () => {
  expect((await preview('1.00', {}, world.home.treasurer.actor)).userErrors).toEqual([]);
  expect((await preview('1.00', {}, world.home.clerk.actor)).codes).toEqual(['FORBIDDEN']);
  expect((await preview('1.00', {}, world.other.treasurer.actor)).codes).toEqual(['FORBIDDEN']);
});

test('a promise that was lowered meanwhile is previewed as it is', async () => {
  const { idempotencyKey: _key, period: _period, dueOn: _dueOn, ...rest } = figures(world.home);
  await acts.run(world.home.director.actor, (work) =>
    amendDeclaration(work, {
      ...rest,
      idempotencyKey: key(),
      declarationId: toGlobalId('Declaration', declared.communityId, declared.id),
      reason: 'A bill came late',
      commitment: { amount: cny('1500.00') },
    }),
  );
  expect((await preview('500.00')).seen.outstandingAfter).toEqual({ amount: '0.00' });
});
