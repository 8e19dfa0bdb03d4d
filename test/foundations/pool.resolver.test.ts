import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { cny, fund, newPool } from './money';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  for (let n = 1; n <= 12; n += 1) {
    const pool = await newPool(database.dataSource, world.home, { name: `Pool ${n}` });
    const there = await newPool(database.dataSource, world.other);
    await fund(database.dataSource, pool, BigInt(n), [there, 1n]);
  }
});
afterAll(() => database.drop());

/** Asks the API as somebody. */
async function ask<Data>(actor: Actor, source: string, variableValues: object = {}) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session);
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue,
    variableValues: { ...variableValues },
  });
  return { data: data as Data, codes: (errors ?? []).map(({ message }) => message) };
}

const LIST = `query ($first: Int!, $after: String) { community(slug: "yongle") {
  pools(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    name received { amount } available { minor } committed { minor } spent { minor }
    foundation { name } place { name } thresholds { approvals } board { name role from until } } } }
  } }`;

interface Listed {
  community: {
    pools: {
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { name: string; received: { amount: string }; board: { name: string }[] } }[];
    };
  };
}

test('pools with figures, tables and boards: as many statements for twelve as for two', async () => {
  const { actor } = world.auditor;
  const few = await countQueries(database.dataSource, () => ask<Listed>(actor, LIST, { first: 2 }));
  const all = await countQueries(database.dataSource, () =>
    ask<Listed>(actor, LIST, { first: 50 }),
  );
  expect(all.result.codes).toEqual([]);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(all.statements.length).toBeLessThanOrEqual(8);
  const nodes = all.result.data.community.pools.edges.map(({ node }) => node);
  expect(nodes.map(({ name }) => name)).toEqual(
    Array.from({ length: 12 }, (_, n) => `Pool ${n + 1}`),
  );
  expect(nodes[11]).toMatchObject({
    received: { amount: '0.12' },
    available: { minor: '12' },
    committed: { minor: '0' },
    spent: { minor: '0' },
  });
  const names = nodes[0]?.board.map(({ name }) => name).sort();
  expect(names).toEqual(['Board Wu', 'Board Zhou', 'Chair Sun']);
});

test('pages follow each other without gap or repeat', async () => {
  const first = await ask<Listed>(world.auditor.actor, LIST, { first: 7 });
  const { endCursor, hasNextPage } = first.data.community.pools.pageInfo;
  expect(hasNextPage).toBe(true);
  const rest = await ask<Listed>(world.auditor.actor, LIST, { first: 7, after: endCursor });
  expect(rest.data.community.pools.edges.map(({ node }) => node.name)).toEqual([
    'Pool 8',
    'Pool 9',
    'Pool 10',
    'Pool 11',
    'Pool 12',
  ]);
  expect(rest.data.community.pools.pageInfo.hasNextPage).toBe(false);
});

const OPEN = `query { community(slug: "yongle") { pools(first: 1) { edges { node {
  received { amount } } } } } }`;
const BOARD = `query { community(slug: "yongle") { pools(first: 1) { edges { node {
  board { name } } } } } }`;
const STATEMENT = `query { community(slug: "yongle") { pools(first: 1) { edges { node {
  statement(first: 5) { edges { node { rule change balance } } } } } } } }`;

test('figures are public; the board is for readers of the books and for who may apply', async () => {
  expect((await ask(STRANGER, OPEN)).codes).toEqual([]);
  expect((await ask(STRANGER, BOARD)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await ask(world.outsider.actor, BOARD)).codes).toEqual(['FORBIDDEN']);
  for (const { actor } of [world.home.leader, world.home.treasurer, world.officer])
    expect((await ask(actor, BOARD)).codes).toEqual([]);
});

test("a pool's statement is for readers of the books", async () => {
  for (const { actor } of [world.home.leader, world.other.treasurer])
    expect((await ask(actor, STATEMENT)).codes).toEqual(['FORBIDDEN']);
  const { data, codes } = await ask(world.home.treasurer.actor, STATEMENT);
  expect(codes).toEqual([]);
  expect(JSON.stringify(data)).toContain(
    '{"rule":"surplusRemitted","change":"0.01","balance":"0.01"}',
  );
});

test('what is due between foundations is for readers of the books, and is settled', async () => {
  const source = `query ($id: ID!) { community(slug: "yongle") { dues(foundationId: $id) {
    side amount { amount } place { name } foundation { name } } } }`;
  const variables = { id: world.home.foundation.globalId };
  expect((await ask(world.home.leader.actor, source, variables)).codes).toEqual(['FORBIDDEN']);
  const { data } = await ask(world.auditor.actor, source, variables);
  expect(data).toEqual({
    community: {
      dues: [
        {
          side: 'OWES',
          amount: { amount: '0.12' },
          place: { name: 'Heping' },
          foundation: { name: 'Heping Foundation' },
        },
      ],
    },
  });
  const party = ({ place, foundation }: World['home']) => ({
    communityId: place.globalId,
    foundationId: foundation.globalId,
  });
  const input = {
    idempotencyKey: randomUUID(),
    payer: party(world.home),
    payee: party(world.other),
    amount: cny('0.12'),
  };
  const settled = await ask<{ settleClearing: object }>(
    world.home.treasurer.actor,
    `mutation ($input: SettleClearingInput!) { settleClearing(input: $input) {
      settlement { amount { amount } paid { rule } } userErrors { code path } } }`,
    { input },
  );
  expect(settled.data.settleClearing).toEqual({
    settlement: { amount: { amount: '0.12' }, paid: { rule: 'clearingPaid' } },
    userErrors: [],
  });
});

test('closing a pool that holds money says how much', async () => {
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 3n);
  const { data } = await ask(
    world.home.chair.actor,
    `mutation ($input: ClosePoolInput!) { closePool(input: $input) { pool { id }
      userErrors { __typename code ... on PoolNotEmpty { available committed } } } }`,
    { input: { poolId: pool.globalId } },
  );
  expect(data).toEqual({
    closePool: {
      pool: null,
      userErrors: [
        {
          __typename: 'PoolNotEmpty',
          code: 'POOL_NOT_EMPTY',
          available: '0.03',
          committed: '0.00',
        },
      ],
    },
  });
});
