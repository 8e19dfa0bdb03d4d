import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { openScheme } from '../../src/credits/open-scheme';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { earn, NOW, runner, schemeInput, spend } from './stage';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  scheme = await runner(dataSource)(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place)),
  );
  const residents = world.home.households.flatMap((household) => household.residents);
  for (const [i, resident] of residents.slice(0, 12).entries()) {
    for (let n = 0; n < 5; n += 1) await earn(dataSource, scheme, resident, 10 + i);
    await spend(dataSource, scheme, resident, 5);
  }
}, 60_000);
afterAll(() => database.drop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Answer = any;

async function ask(
  actor: Actor,
  source: string,
  variableValues: Record<string, unknown> = {},
  now = new Date(),
) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session, now);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data: data as Answer, codes: (errors ?? []).map(({ message }) => message) };
}

/** As many months later as it takes for today's credits to end within a month. */
function almostThreeYearsLater(): Date {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + 36);
  date.setUTCDate(date.getUTCDate() - 10);
  return date;
}

const WALLET = `wallet { balance expiringSoon { credits on } scheme { name monthlyCap expiryMonths }
  statement(first: 2) { pageInfo { hasNextPage endCursor }
    edges { node { rule says credits balance occurredAt recordedAt } } } }`;
const LIST = `query ($first: Int!, $communityId: ID!) {
  residents(communityId: $communityId, first: $first) { edges { node { displayName ${WALLET} } } } }`;
const ONE = `query ($id: ID!, $after: String) { node(id: $id) { ... on Resident { wallet {
  balance statement(first: 4, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { credits balance } } } } } } }`;

test('wallets with statements and what expires: as many statements for 15 as for 2', async () => {
  const { actor } = world.home.cadre;
  const communityId = world.home.place.globalId;
  const read = (first: number) => () =>
    ask(actor, LIST, { first, communityId }, almostThreeYearsLater());
  const few = await countQueries(database.dataSource, read(2));
  const all = await countQueries(database.dataSource, read(50));
  expect(all.result.codes).toEqual([]);
  const { edges } = all.result.data.residents;
  expect(edges).toHaveLength(15);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(few.statements.length).toBeLessThanOrEqual(7);
  const wallets = edges.map(({ node }: Answer) => node.wallet);
  const balances = wallets.map(({ balance }: Answer) => balance);
  expect([...balances].sort((a, b) => a - b)).toEqual([
    ...[0, 0, 0],
    ...Array.from({ length: 12 }, (_, i) => 5 * (10 + i) - 5),
  ]);
  for (const { balance, expiringSoon, statement } of wallets) {
    expect(expiringSoon?.credits ?? 0).toBe(balance);
    if (balance === 0) expect(statement.edges).toEqual([]);
    else
      expect(statement.edges[0].node).toMatchObject({
        ...{ rule: 'goodsExchanged', credits: -5, balance },
        says: expect.stringContaining('exchanges credits for goods'),
      });
  }
});

test('a statement goes on page by page, each line with the balance after it', async () => {
  const { resident, actor } = world.home.leader;
  const first = await ask(actor, ONE, { id: resident.globalId });
  const { edges, pageInfo } = first.data.node.wallet.statement;
  const second = await ask(actor, ONE, { id: resident.globalId, after: pageInfo.endCursor });
  const rest = second.data.node.wallet.statement;
  expect(rest.pageInfo.hasNextPage).toBe(false);
  const lines = [...edges, ...rest.edges].map(({ node }: Answer) => [node.credits, node.balance]);
  const each = lines[1]![0] as number;
  expect(lines).toEqual([[-5, 5 * each - 5], ...[5, 4, 3, 2, 1].map((n) => [each, n * each])]);
  const junk = Buffer.from('["-1"]').toString('base64url');
  expect((await ask(actor, ONE, { id: resident.globalId, after: junk })).codes).toEqual([
    'CURSOR_UNREADABLE',
  ]);
});

test('nothing expires soon while it is young', async () => {
  const { resident, actor } = world.home.leader;
  const read = `query ($id: ID!) { node(id: $id) { ... on Resident { ${WALLET} } } }`;
  const { data } = await ask(actor, read, { id: resident.globalId });
  expect(data.node.wallet.expiringSoon).toBeNull();
});

test('a wallet is seen by its owner, who keeps the register and the store’s staff', async () => {
  const { home, other, officer, outsider, auditor } = world;
  const { resident } = home.leader;
  const read = (actor: Actor) => ask(actor, ONE, { id: resident.globalId });
  for (const { actor } of [home.leader, home.cadre, officer, home.storekeeper, home.clerk]) {
    const { data, codes } = await read(actor);
    expect(codes).toEqual([]);
    expect(data.node.wallet.balance).toBeGreaterThan(0);
  }
  const denied = [home.members[0], home.treasurer, other.cadre, other.clerk, outsider, auditor];
  for (const { actor } of denied)
    expect(await read(actor)).toEqual({ data: { node: { wallet: null } }, codes: ['FORBIDDEN'] });
  expect((await read(STRANGER)).codes).toEqual(['UNAUTHENTICATED']);
});

test('where no scheme holds there is no wallet; schemes and rates are public', async () => {
  const { leader, place } = world.other;
  const none = await ask(leader.actor, ONE, { id: leader.resident.globalId });
  expect(none).toEqual({ data: { node: { wallet: null } }, codes: [] });
  const { data } = await ask(
    STRANGER,
    `query ($home: ID!, $other: ID!) {
      home: node(id: $home) { ... on Place { creditScheme { id name slug monthlyCap expiryMonths
        place { slug } rates { serviceKind creditsPerHour validFrom }
        past: rates(on: "2020-01-01") { serviceKind } } } }
      other: node(id: $other) { ... on Place { creditScheme { name } } } }`,
    { home: world.home.place.globalId, other: place.globalId },
    NOW,
  );
  expect(data.home.creditScheme).toMatchObject({
    ...{ name: 'Zhanqian credits', monthlyCap: 200, expiryMonths: 36, place: { slug: 'yongle' } },
    ...{ rates: [{ serviceKind: 'hairdressing' }, { creditsPerHour: 10 }], past: [] },
  });
  expect(data.other.creditScheme).toBeNull();
  const found = await ask(
    STRANGER,
    `query ($id: ID!) { node(id: $id) { ... on CreditScheme { slug } } }`,
    { id: data.home.creditScheme.id },
  );
  expect(found.data.node.slug).toBe(scheme.slug);
});

test('schemes are opened and their rates set through the API', async () => {
  const { actor } = world.officer;
  const { data, codes } = await ask(
    actor,
    `mutation ($input: OpenSchemeInput!) { openScheme(input: $input) {
      scheme { id monthlyCap } userErrors { code path } } }`,
    { input: schemeInput(world.other.place, { monthlyCap: null }) },
  );
  expect(codes).toEqual([]);
  expect(data.openScheme).toMatchObject({ scheme: { monthlyCap: null }, userErrors: [] });
  const set = await ask(
    actor,
    `mutation ($input: SetServiceRatesInput!) { setServiceRates(input: $input) {
      scheme { rates(on: "2999-01-01") { creditsPerHour } } userErrors { code path message } } }`,
    {
      input: {
        ...{ schemeId: data.openScheme.scheme.id, validFrom: '2020-01-01' },
        rates: [{ serviceKind: 'repair', creditsPerHour: 5 }],
      },
    },
  );
  expect(set.data.setServiceRates).toMatchObject({
    scheme: null,
    userErrors: [{ code: 'RATES_BEGIN_TOO_EARLY', path: ['validFrom'] }],
  });
});
