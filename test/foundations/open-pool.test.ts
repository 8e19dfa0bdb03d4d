import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { openPool, type OpenPool } from '../../src/foundations/open-pool';
import { poolAt } from '../../src/foundations/pool-decider.reader';
import { thresholdsAt } from '../../src/foundations/pool-threshold.reader';
import { poolById } from '../../src/foundations/pool.reader';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';

const [city, street, community, elsewhere, grid] = Array.from({ length: 5 }, () => randomUUID());
const [foundation, enterprise] = [randomUUID(), randomUUID()];
const actorAs = (role: string): Actor => ({
  kind: 'person',
  personId: randomUUID(),
  standings: [
    { organisationId: foundation!, organisationKind: 'foundation', role, placeId: street! },
  ],
  residences: [],
});
const chair = actorAs('chair');
const secretary = actorAs('secretary');

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const place = (id?: string, kind?: string, lineage?: (string | undefined)[], books = true) =>
    database.dataSource.query(
      `insert into place (id, kind, name, parent_id, lineage, keeps_books, time_zone)
       values ($1, $2, $2, $3, $4, $5, 'Asia/Shanghai')`,
      [id, kind, lineage!.at(-2) ?? null, lineage, books],
    );
  await place(city, 'city', [city]);
  await place(street, 'street', [city, street]);
  await place(community, 'community', [city, street, community]);
  await place(elsewhere, 'community', [city, elsewhere]);
  await place(grid, 'grid', [city, street, community, grid], false);
  await database.dataSource.query(
    `insert into organisation (id, kind, name, place_id) values
       ($1, 'foundation', 'Zhanqian Foundation', $3), ($2, 'social_enterprise', 'Laundry', $3)`,
    [foundation, enterprise, street],
  );
  for (const { personId } of [chair, secretary])
    await database.dataSource.query(`insert into person (id, name) values ($1, 'Sun')`, [personId]);
});
afterAll(() => database.drop());

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
const asked = (more: Partial<OpenPool> = {}): OpenPool => ({
  foundationId: toGlobalId('Organisation', null, foundation!),
  communityId: toGlobalId('Place', null, community!),
  name: `Pool ${randomUUID()}`,
  purpose: 'organisations',
  restriction: null,
  currency: 'CNY',
  thresholds: [
    { from: cny('0'), approvals: 2 },
    { from: cny('5000.00'), approvals: 3 },
  ],
  ...more,
});
const open = (input: OpenPool, actor: Actor = chair) =>
  inUnitOfWork(database.dataSource, actor, (work) => openPool(work, input));

test('a chair opens a pool with its table of approvals', async () => {
  const pool = await open(asked({ restriction: '  only for repair  ' }));
  const { manager } = database.dataSource;
  expect(await poolById.read(manager, community!, [pool.id])).toEqual([pool]);
  expect(pool).toMatchObject({ restriction: 'only for repair', closedOn: null });
  const rows = await thresholdsAt.read(manager, community!, [poolAt(pool.id, new Date())]);
  expect(rows.map(({ fromMinor, approvals }) => [fromMinor, approvals])).toEqual([
    ['0', 2],
    ['500000', 3],
  ]);
});

test('a secretary may, others may not', async () => {
  await open(asked(), secretary);
  await expect(open(asked(), actorAs('treasurer'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(open(asked(), actorAs('board_member'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(open(asked(), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

const line = (amount: string, approvals: number) => ({ from: cny(amount), approvals });
test.each<[string, string[], () => Partial<OpenPool>]>([
  ['ID_UNKNOWN', ['foundationId'], () => ({ foundationId: 'nonsense' })],
  [
    'ORGANISATION_KIND',
    ['foundationId'],
    () => ({ foundationId: toGlobalId('Organisation', null, enterprise!) }),
  ],
  ['ID_UNKNOWN', ['communityId'], () => ({ communityId: toGlobalId('Place', null, randomUUID()) })],
  ['KEEPS_NO_BOOKS', ['communityId'], () => ({ communityId: toGlobalId('Place', null, grid!) })],
  [
    'FOUNDATION_ELSEWHERE',
    ['communityId'],
    () => ({ communityId: toGlobalId('Place', null, elsewhere!) }),
  ],
  ['RESTRICTION_MISSING', ['restriction'], () => ({ purpose: 'other' })],
  ['TEXT_LENGTH', ['name'], () => ({ name: ' ' })],
  ['THRESHOLDS_COUNT', ['thresholds'], () => ({ thresholds: [] })],
  [
    'THRESHOLDS_COUNT',
    ['thresholds'],
    () => ({ thresholds: Array.from({ length: 11 }, (_, i) => line(String(i), 1)) }),
  ],
  [
    'THRESHOLDS_START',
    ['thresholds', '0', 'from', 'amount'],
    () => ({ thresholds: [line('0.01', 1)] }),
  ],
  [
    'THRESHOLDS_ORDER',
    ['thresholds', '2', 'from', 'amount'],
    () => ({ thresholds: [line('0', 1), line('5', 2), line('5.00', 3)] }),
  ],
  ['APPROVALS_RANGE', ['thresholds', '0', 'approvals'], () => ({ thresholds: [line('0', 0)] })],
  [
    'AMOUNT_TOO_FINE',
    ['thresholds', '1', 'from', 'amount'],
    () => ({ thresholds: [line('0', 1), line('0.001', 2)] }),
  ],
  [
    'WRONG_CURRENCY',
    ['thresholds', '0', 'from', 'currency'],
    () => ({ thresholds: [{ from: { amount: '0', currency: 'USD' as const }, approvals: 1 }] }),
  ],
])('%s at %j', async (code, path, wrong) => {
  await expect(open(asked(wrong()))).rejects.toMatchObject({ code, path });
});

test('of ten equal names at once, one pool is opened', async () => {
  const input = asked();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => open(input)));
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused).toHaveLength(9);
  expect(refused.every(({ code }) => code === 'POOL_NAME_TAKEN')).toBe(true);
});

test('the API opens a pool and shows it to anyone', async () => {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const context = (actor: Actor) => new Context(database.dataSource, actor, 'en', session);
  const schema = createSchema();
  const { foundationId, communityId, name } = asked();
  const opened = await graphql({
    schema,
    contextValue: context(chair),
    variableValues: { input: { ...asked({ foundationId, communityId, name }), purpose: 'OTHER' } },
    source: `mutation ($input: OpenPoolInput!) {
      openPool(input: $input) { pool { id } userErrors { code message path } } }`,
  });
  expect(opened.data).toEqual({
    openPool: {
      pool: null,
      userErrors: [
        {
          code: 'RESTRICTION_MISSING',
          message: 'A pool for another purpose must say in words what it is for.',
          path: ['restriction'],
        },
      ],
    },
  });
  const pool = await open(asked({ name }));
  const seen = await graphql({
    schema,
    contextValue: context(STRANGER),
    variableValues: { id: toGlobalId('Pool', community!, pool.id) },
    source: `query ($id: ID!) { node(id: $id) { ... on Pool { name purpose closedOn
      foundation { name } place { kind } thresholds { from { amount } approvals } } } }`,
  });
  expect(seen).toEqual({
    data: {
      node: {
        name,
        purpose: 'ORGANISATIONS',
        closedOn: null,
        foundation: { name: 'Zhanqian Foundation' },
        place: { kind: 'COMMUNITY' },
        thresholds: [
          { from: { amount: '0.00' }, approvals: 2 },
          { from: { amount: '5000.00' }, approvals: 3 },
        ],
      },
    },
  });
});
