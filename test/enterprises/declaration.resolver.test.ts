import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newPool } from '../foundations/money';
import { newWorld, type World } from '../support/world';
import { cny, enterpriseOf, key, NOW } from './stage';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  acts = enterpriseOf(dataSource, world, world.home);
  const pool = await newPool(dataSource, world.home);
  const away = await newPool(dataSource, world.other);
  await acts.plan(
    [
      [pool, 2],
      [away, 1],
    ],
    '2024-01-01',
  );
  for (let month = 1; month <= 9; month += 1) {
    const period = { from: `2025-0${month}-01`, until: `2025-0${month}-28` };
    const declared = await acts.declare({ period, dueOn: `2025-1${month % 3}-01` });
    await acts.remit(declared, `${month}.00`);
    if (month <= 2) await acts.remit(declared, `${3000 - month}.00`);
  }
});
afterAll(() => database.drop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Answer = any;

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session, NOW);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return {
    data: data as Answer,
    errors: (errors ?? []).map(({ message, path }) => ({ message, path })),
  };
}

const FIGURES = `currency dueOn overdue committed { amount } remitted { minor }
  outstanding { minor } period { from until } enterprise { name } place { slug }`;
const NESTED = `versions { version committed { amount } reason }
  remittances(first: 1) { pageInfo { hasNextPage } edges { node { amount { amount } receivedOn
    shares { amount { amount } pool { name } } } } }`;
const LIST = `query ($first: Int!, $after: String) { community(slug: "yongle") {
  overduePledges(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { ${FIGURES} ${NESTED} } } } } }`;

test('overdue promises with figures, versions and arrivals: as many statements for 7 as for 2', async () => {
  const few = await countQueries(database.dataSource, () => ask(STRANGER, LIST, { first: 2 }));
  const all = await countQueries(database.dataSource, () => ask(STRANGER, LIST, { first: 50 }));
  expect(all.result.errors).toEqual([]);
  const { edges } = all.result.data.community.overduePledges;
  expect(edges).toHaveLength(7);
  expect(edges.map(({ node }: { node: { dueOn: string } }) => node.dueOn)).toEqual(
    [
      ...['2025-10-01', '2025-10-01', '2025-10-01', '2025-11-01', '2025-11-01'],
      ...['2025-12-01', '2025-12-01'],
    ].sort(),
  );
  expect(edges[0].node).toMatchObject({
    ...{ overdue: true, committed: { amount: '3000.00' }, place: { slug: 'yongle' } },
    remittances: { pageInfo: { hasNextPage: false } },
  });
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(few.statements.length).toBeLessThanOrEqual(10);
});

test('pages follow each other without gap or repetition', async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await ask(STRANGER, LIST, { first: 3, after });
    const { edges, pageInfo } = data.community.overduePledges;
    seen.push(...edges.map(({ node }: { node: { period: { from: string } } }) => node.period.from));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  const junk = Buffer.from('["2025-99-99x","1"]').toString('base64url');
  for (const after of ['junk', junk])
    expect((await ask(STRANGER, LIST, { first: 3, after })).errors).toMatchObject([
      { message: 'CURSOR_UNREADABLE' },
    ]);
});

const NODE = `query ($id: ID!) { node(id: $id) { ... on Organisation {
  routingPlans(first: 5) { edges { node { validFrom currency version enterprise { name }
    shares { weight pool { name } } } } }
  declarations(first: 20) { edges { node { id overdue outstanding { minor } revenue { amount }
    costs { amount } surplus { amount } shareBasisPoints } } } } } }`;

test('what was taken and spent is seen by the enterprise and who reads the books, by none else', async () => {
  const { home, other, officer, auditor, outsider } = world;
  const read = async (actor: Actor) => await ask(actor, NODE, { id: home.enterprise.globalId });
  for (const { actor } of [home.director, home.bookkeeper, home.treasurer, officer, auditor]) {
    const { data, errors } = await read(actor);
    expect(errors).toEqual([]);
    expect(data.node.declarations.edges[0].node).toMatchObject({
      ...{ revenue: { amount: '10000.00' }, costs: { amount: '4000.00' } },
      ...{ surplus: { amount: '6000.00' }, shareBasisPoints: 5000 },
    });
  }
  for (const actor of [STRANGER, outsider.actor, other.director.actor, home.leader.actor]) {
    const { data, errors } = await read(actor);
    const [{ node }] = data.node.declarations.edges;
    expect(node).toMatchObject({
      ...{ revenue: null, costs: null, surplus: null, shareBasisPoints: null },
      ...{ overdue: true, outstanding: { minor: '299100' } },
    });
    expect(errors).toHaveLength(4 * 9);
  }
});

test('declarations come with the latest period first; kept ones are not overdue', async () => {
  const { data } = await ask(STRANGER, NODE, { id: world.home.enterprise.globalId });
  const overdue = data.node.declarations.edges.map(
    ({ node }: { node: { overdue: boolean } }) => node.overdue,
  );
  expect(overdue).toEqual([true, true, true, true, true, true, true, false, false]);
  expect(data.node.routingPlans.edges).toMatchObject([
    { node: { validFrom: '2024-01-01', shares: [{ weight: 2 }, { weight: 1 }] } },
  ]);
});

test('the day it is due is not yet overdue', async () => {
  const { globalId: enterpriseId } = await acts.another();
  const period = { from: '2026-10-01', until: '2026-11-01' };
  const overdueOn = async (dueOn: string, from: string) => {
    await acts.declare({ enterpriseId, period: { ...period, from }, dueOn }, SYSTEM);
    const { data } = await ask(STRANGER, NODE, { id: enterpriseId });
    return data.node.declarations.edges[0].node.overdue;
  };
  expect(await overdueOn('2026-11-22', '2026-10-01')).toBe(false);
  const before = { from: '2026-09-01', until: '2026-10-01' };
  await acts.declare({ enterpriseId, period: before, dueOn: '2026-11-21' }, SYSTEM);
  const { data } = await ask(STRANGER, NODE, { id: enterpriseId });
  expect(data.node.declarations.edges[1].node.overdue).toBe(true);
});

const REMIT = `mutation ($input: RemitSurplusInput!) { remitSurplus(input: $input) {
  remittance { id amount { amount } entry { rule } declaration { remitted { minor } } }
  userErrors { code path message ... on PledgeExceeded { outstanding { amount } } } } }`;

test('a mutation answers with what a client needs, or with what is left', async () => {
  const { home } = world;
  const { data } = await ask(home.director.actor, NODE, { id: home.enterprise.globalId });
  const declarationId = data.node.declarations.edges[0].node.id;
  const input = (amount: string) => ({
    input: { idempotencyKey: key(), declarationId, amount: cny(amount), receivedOn: '2026-11-22' },
  });
  const paid = await ask(home.treasurer.actor, REMIT, input('1.00'));
  expect(paid.errors).toEqual([]);
  expect(paid.data.remitSurplus).toMatchObject({
    remittance: {
      amount: { amount: '1.00' },
      entry: { rule: 'surplusRemitted' },
      declaration: { remitted: { minor: '1000' } },
    },
    userErrors: [],
  });
  const again = await ask(
    STRANGER,
    `{ node(id: "${paid.data.remitSurplus.remittance.id}") {
    ... on Remittance { amount { minor } } } }`,
  );
  expect(again.data.node.amount.minor).toBe('100');
  const refused = await ask(home.treasurer.actor, REMIT, input('2990.01'));
  expect(refused.data.remitSurplus).toMatchObject({
    remittance: null,
    userErrors: [{ code: 'PLEDGE_EXCEEDED', path: ['amount'], outstanding: { amount: '2990.00' } }],
  });
  expect(refused.data.remitSurplus.userErrors[0].message).toContain('2990.00');
});
