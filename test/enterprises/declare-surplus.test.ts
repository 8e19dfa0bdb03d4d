import { versionsOfDeclaration } from '../../src/enterprises/declaration.reader';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { warm } from '../support/warm';
import { newWorld, type World } from '../support/world';
import { cny, enterpriseOf, findings, key, outstanding } from './stage';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  acts = enterpriseOf(database.dataSource, world, world.home);
});
afterEach(async () => expect(await findings(database.dataSource)).toEqual([]));
afterAll(() => database.drop());

/** A period of one month, none like another. */
let month = 0;
function fresh() {
  month += 1;
  const from = new Date(Date.UTC(2018, month, 1));
  const until = new Date(Date.UTC(2018, month + 1, 1));
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return { period: { from: day(from), until: day(until) }, dueOn: day(until) };
}

test('a surplus is declared and its share is promised, in books and row alike', async () => {
  const declared = await acts.declare(fresh());
  expect(declared).toMatchObject({
    ...{ version: 1, owing: true, revenue: '1000000', costs: '400000' },
    ...{ committed: '300000', shareBasisPoints: 5000, currency: 'CNY' },
  });
  expect(await outstanding(database.dataSource, declared)).toBe(300_000n);
});

test('a share is rounded down to the fen, an amount is promised as it is', async () => {
  const third = await acts.declare({
    ...fresh(),
    ...{ revenue: cny('0.10'), costs: cny('0.00'), surplus: cny('0.10') },
    commitment: { shareBasisPoints: 3333 },
  });
  expect(third.committed).toBe('3');
  const whole = await acts.declare({ ...fresh(), commitment: { amount: cny('6000.00') } });
  expect([whole.committed, whole.shareBasisPoints]).toEqual(['600000', null]);
});

test('a loss and a balance of zero are declarations too, and post nothing', async () => {
  const before = await entries();
  const loss = await acts.declare({
    ...fresh(),
    ...{ costs: cny('10000.01'), surplus: cny('-0.01'), commitment: null },
  });
  const even = await acts.declare({
    ...fresh(),
    ...{ costs: cny('10000.00'), surplus: cny('0'), commitment: { shareBasisPoints: 5000 } },
  });
  const kept = await acts.declare({ ...fresh(), commitment: { shareBasisPoints: 0 } });
  for (const each of [loss, even, kept])
    expect(each).toMatchObject({ committed: '0', owing: false });
  expect(await entries()).toBe(before);
});

async function entries(): Promise<number> {
  const [{ count }] = await database.dataSource.query('select count(*)::int from ledger_entry');
  return count as number;
}

test.each([
  ['SURPLUS_MISMATCH', ['surplus'], { surplus: cny('6000.01') }],
  ['SURPLUS_MISMATCH', ['surplus'], { surplus: cny('-6000.00') }],
  ['WRONG_CURRENCY', ['costs', 'currency'], { costs: { amount: '4000', currency: 'USD' } }],
  ['WRONG_CURRENCY', ['costs', 'currency'], { costs: { amount: '0', currency: 'USD' } }],
  ['AMOUNT_TOO_FINE', ['revenue', 'amount'], { revenue: cny('10000.001') }],
  ['AMOUNT_NOT_POSITIVE', ['costs', 'amount'], { costs: cny('-1.00') }],
  ['AMOUNT_UNREADABLE', ['surplus', 'amount'], { surplus: cny('6,000') }],
  ['AMOUNT_TOO_LARGE', ['revenue', 'amount'], { revenue: cny('100000000000.01') }],
  ['COMMITMENT_UNCLEAR', ['commitment'], { commitment: null }],
  ['COMMITMENT_UNCLEAR', ['commitment'], { commitment: {} }],
  [
    'COMMITMENT_UNCLEAR',
    ['commitment'],
    { commitment: { shareBasisPoints: 1, amount: cny('1.00') } },
  ],
  ['SHARE_RANGE', ['commitment', 'shareBasisPoints'], { commitment: { shareBasisPoints: 10001 } }],
  ['SHARE_RANGE', ['commitment', 'shareBasisPoints'], { commitment: { shareBasisPoints: -1 } }],
  ['COMMITMENT_TOO_LARGE', ['commitment', 'amount'], { commitment: { amount: cny('6000.01') } }],
  [
    'COMMITMENT_TOO_LARGE',
    ['commitment', 'amount'],
    {
      ...{ costs: cny('10001.00'), surplus: cny('-1.00') },
      commitment: { amount: cny('1.00') },
    },
  ],
  ['AMOUNT_NOT_POSITIVE', ['commitment', 'amount', 'amount'], { commitment: { amount: cny('0') } }],
  [
    'COMMITMENT_TOO_SMALL',
    ['commitment', 'shareBasisPoints'],
    {
      ...{ revenue: cny('0.01'), costs: cny('0'), surplus: cny('0.01') },
      commitment: { shareBasisPoints: 9999 },
    },
  ],
  ['PERIOD_EMPTY', ['period', 'until'], { period: { from: '2017-02-01', until: '2017-02-01' } }],
  ['DAY_UNREADABLE', ['period', 'from'], { period: { from: '2017-02-30', until: '2017-04-01' } }],
  ['PERIOD_NOT_OVER', ['period', 'until'], { period: { from: '2026-11-01', until: '2026-11-23' } }],
  ['PERIOD_TOO_LONG', ['period', 'until'], { period: { from: '2017-01-01', until: '2018-01-02' } }],
  ['PERIOD_TOO_OLD', ['period', 'from'], { period: { from: '2016-11-21', until: '2016-12-01' } }],
  [
    'DUE_RANGE',
    ['dueOn'],
    { period: { from: '2017-01-01', until: '2017-02-01' }, dueOn: '2017-01-31' },
  ],
  [
    'DUE_RANGE',
    ['dueOn'],
    { period: { from: '2017-01-01', until: '2017-02-01' }, dueOn: '2018-02-02' },
  ],
  ['KEY_UNUSABLE', ['idempotencyKey'], { idempotencyKey: 'short' }],
] as const)('%s at %j', async (code, path, more) => {
  await expect(acts.declare({ ...fresh(), ...more })).rejects.toMatchObject({ code, path });
});

test('the borders of period and due day are allowed', async () => {
  const period = { from: '2026-11-21', until: '2026-11-22' };
  await acts.declare({ period, dueOn: '2027-11-22' });
  const year = { from: '2017-02-01', until: '2018-02-01' };
  await acts.declare({ period: year, dueOn: '2018-02-01' });
});

test('no day is declared twice, in whichever books; neighbours do not overlap', async () => {
  const enterprise = (await acts.another()).globalId;
  const declare = (from: string, until: string, communityId = world.home.place.globalId) =>
    acts.declare(
      { enterpriseId: enterprise, communityId, period: { from, until }, dueOn: until },
      SYSTEM,
    );
  await declare('2025-03-01', '2025-06-01');
  await declare('2025-06-01', '2025-07-01');
  await declare('2025-02-01', '2025-03-01');
  for (const [from, until] of [
    ['2025-03-01', '2025-06-01'],
    ['2025-05-31', '2025-06-01'],
    ['2025-01-01', '2025-02-02'],
    ['2024-08-01', '2025-08-01'],
    ['2025-06-30', '2026-06-30'],
  ] as const)
    await expect(declare(from, until)).rejects.toMatchObject({
      ...{ code: 'PERIOD_DECLARED', path: ['period'] },
      facts: { from: expect.stringMatching(/^2025-/) },
    });
});

test('of many who declare one period at once, one succeeds', async () => {
  const period = fresh();
  await warm(database.dataSource);
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () => acts.declare({ ...period, idempotencyKey: key() })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['PERIOD_DECLARED']));
});

test.each([
  ['a surplus', {}],
  ['a loss', { costs: cny('10001.00'), surplus: cny('-1.00'), commitment: null }],
])('%s asked for fifty times under one key is declared once', async (_what, more) => {
  const input = { ...fresh(), ...more, idempotencyKey: key() };
  await warm(database.dataSource);
  const answers = await Promise.all(Array.from({ length: 50 }, () => acts.declare(input)));
  for (const each of answers) expect(each).toEqual(answers[0]);
  const [{ communityId, id }] = answers as [(typeof answers)[0]];
  const versions = await versionsOfDeclaration.read(database.dataSource.manager, communityId, [id]);
  expect(versions).toHaveLength(1);
  await expect(acts.declare({ ...input, dueOn: '2026-11-22' })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

test('a key that another act used is refused, even where nothing would be posted', async () => {
  const { idempotencyKey } = await rememberedKey();
  const loss = { costs: cny('10001.00'), surplus: cny('-1.00'), commitment: null };
  await expect(acts.declare({ ...fresh(), ...loss, idempotencyKey })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

async function rememberedKey() {
  const input = { ...fresh(), idempotencyKey: key() };
  await acts.declare(input);
  return input;
}

test('only the enterprise itself declares, and only in books it has to do with', async () => {
  const { home, other } = world;
  const denied = [
    ...[other.director, other.bookkeeper, home.treasurer, home.cadre, world.officer],
    ...[world.outsider, home.leader],
  ];
  for (const { actor } of denied)
    await expect(acts.declare(fresh(), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(acts.declare(fresh(), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await acts.declare(fresh(), home.bookkeeper.actor);
  await expect(
    acts.declare({ ...fresh(), communityId: other.place.globalId }),
  ).rejects.toMatchObject({ code: 'ENTERPRISE_ELSEWHERE', path: ['communityId'] });
});

test('what the ids name must be an enterprise and a place with books', async () => {
  const { home, city, district } = world;
  await acts.declare({ ...fresh(), communityId: city.globalId });
  for (const [more, code] of [
    [{ communityId: district.globalId }, 'KEEPS_NO_BOOKS'],
    [{ communityId: home.enterprise.globalId }, 'ID_UNKNOWN'],
    [{ enterpriseId: home.foundation.globalId }, 'ORGANISATION_KIND'],
    [{ enterpriseId: toGlobalId('Organisation', null, home.id) }, 'ID_UNKNOWN'],
    [{ enterpriseId: 'nonsense' }, 'ID_UNKNOWN'],
  ] as const)
    await expect(acts.declare({ ...fresh(), ...more })).rejects.toMatchObject({ code });
});
