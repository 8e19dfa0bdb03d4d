import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { openCampaign, type OpenCampaign } from '../../src/donations/open-campaign';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { cny, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { giveTo } from './campaigns';

const schema = createSchema();
const TODAY = dayOf(new Date(), 'Asia/Shanghai');

let database: FreshDatabase;
let world: World;
let pool: Awaited<ReturnType<typeof newPool>>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  pool = await newPool(database.dataSource, world.home, { name: 'Welfare' });
  const elsewhere = await newPool(database.dataSource, world.other);
  for (let n = 1; n <= 9; n += 1) await matched({ title: `Winter ${n}` });
  await open({ poolId: elsewhere.globalId, title: 'Not here' }, world.other.chair.actor);
});
afterAll(() => database.drop());

async function open(more: Partial<OpenCampaign>, actor = world.home.chair.actor) {
  const asked = { poolId: pool.globalId, title: 'x', story: 'It is cold.', startsOn: TODAY };
  const row = await runner(database.dataSource)(actor, (work) =>
    openCampaign(work, { ...asked, ...more }),
  );
  return { ...row, globalId: toGlobalId('Campaign', row.communityId, row.id) };
}

/** A campaign with a match, promised through the API, and a gift. */
async function matched(more: Partial<OpenCampaign>) {
  const campaign = await open(more);
  const input = {
    idempotencyKey: randomUUID(),
    campaignId: campaign.globalId,
    enterpriseId: world.home.enterprise.globalId,
    cap: cny('50.00'),
    percent: 50,
  };
  await ask(
    world.home.director.actor,
    `mutation ($input: PromiseMatchInput!) {
    promiseMatch(input: $input) { userErrors { code } } }`,
    { input },
  );
  await giveTo(database.dataSource, campaign, 1000n);
  return campaign;
}

/** Asks the API as somebody. */
async function ask<Data>(actor: Actor, source: string, variableValues: object = {}) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session);
  const asked = { schema, source, contextValue, variableValues: { ...variableValues } };
  const { data, errors } = await graphql(asked);
  return { data: data as Data, codes: (errors ?? []).map(({ message }) => message) };
}

const FIELDS = `title story state giftCount startsOn endsOn endedAt pool { name }
  goal { amount } raised { amount currency } match { percent enterprise { name }
    cap { amount } matched { amount } due { amount } received { amount } left { amount } }`;
const LIST = `query ($first: Int!, $after: String) { community(slug: "yongle") {
  campaigns(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { ${FIELDS} } } } } }`;

interface Listed {
  community: {
    campaigns: {
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { title: string } }[];
    };
  };
}
const titles = ({ data }: { data: Listed }) =>
  data.community.campaigns.edges.map(({ node }) => node.title);

test('anyone sees what a campaign raised and who matches it', async () => {
  const campaign = await matched({ title: 'All fields', goal: cny('20.00') });
  const source = `query ($id: ID!) { node(id: $id) { ... on Campaign { ${FIELDS} } } }`;
  const { data, codes } = await ask<{ node: object }>(STRANGER, source, { id: campaign.globalId });
  expect(codes).toEqual([]);
  expect(data.node).toEqual({
    ...{ title: 'All fields', story: 'It is cold.', state: 'RUNNING', giftCount: 1 },
    ...{ startsOn: TODAY, endsOn: null, endedAt: null, pool: { name: 'Welfare' } },
    goal: { amount: '20.00' },
    raised: { amount: '10.00', currency: 'CNY' },
    match: {
      ...{ percent: 50, enterprise: { name: world.home.enterprise.name } },
      ...{ cap: { amount: '50.00' }, matched: { amount: '5.00' }, due: { amount: '5.00' } },
      ...{ received: { amount: '0.00' }, left: { amount: '45.00' } },
    },
  });
});

test('what is paid, and the end, are seen in the answer', async () => {
  const { globalId: campaignId } = await matched({ title: 'Paid and over' });
  const received = { idempotencyKey: randomUUID(), campaignId, receivedOn: TODAY };
  const pay = `mutation ($input: RecordMatchReceivedInput!) { recordMatchReceived(input: $input) {
    campaign { match { matched { amount } due { amount } received { amount } } }
    userErrors { code path ... on MatchShort { available required } } } }`;
  const { actor } = world.home.treasurer;
  const tooMuch = await ask(actor, pay, { input: { ...received, amount: cny('5.01') } });
  expect(tooMuch.data).toEqual({
    recordMatchReceived: {
      campaign: null,
      userErrors: [{ code: 'MATCH_SHORT', path: ['amount'], available: '5.00', required: '5.01' }],
    },
  });
  const paid = await ask(actor, pay, { input: { ...received, amount: cny('2.00') } });
  const match = { matched: { amount: '5.00' }, due: { amount: '3.00' } };
  expect(paid.data).toEqual({
    recordMatchReceived: {
      campaign: { match: { ...match, received: { amount: '2.00' } } },
      userErrors: [],
    },
  });
  const end = `mutation ($input: EndCampaignInput!) { endCampaign(input: $input) {
    campaign { state match { due { amount } left { amount } } } userErrors { code } } }`;
  const ended = await ask(world.home.chair.actor, end, { input: { campaignId } });
  expect(ended.data).toEqual({
    endCampaign: {
      campaign: { state: 'ENDED', match: { due: { amount: '3.00' }, left: { amount: '0.00' } } },
      userErrors: [],
    },
  });
});

test('its state follows the days of its community', async () => {
  const campaign = await open({
    ...{ title: 'Tomorrow', startsOn: addDays(TODAY, 1), endsOn: addDays(TODAY, 2) },
  });
  const states: string[] = [];
  for (const days of [0, 1, 2]) {
    const now = new Date(Date.now() + days * 24 * 3600_000);
    const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
    const contextValue = new Context(database.dataSource, STRANGER, 'en', session, now);
    const source = `{ node(id: "${campaign.globalId}") { ... on Campaign { state match { percent } } } }`;
    const { data } = await graphql({ schema, source, contextValue });
    states.push(JSON.stringify(data?.node));
  }
  const state = (name: string) => `{"state":"${name}","match":null}`;
  expect(states).toEqual([state('UPCOMING'), state('RUNNING'), state('ENDED')]);
});

test('a list reads as many statements for nine as for two', async () => {
  const read = (first: number) =>
    countQueries(database.dataSource, () => ask<Listed>(STRANGER, LIST, { first }));
  const [few, all] = [await read(2), await read(9)];
  expect(all.result.codes).toEqual([]);
  expect(titles(all.result)).toHaveLength(9);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(all.statements.length).toBeLessThanOrEqual(8);
});

test('pages of a place and of a pool give the newest first, without gap or repeat', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page: { data: Listed } = await ask<Listed>(STRANGER, LIST, { first: 4, after });
    seen.push(...titles(page));
    ({ hasNextPage: more, endCursor: after } = page.data.community.campaigns.pageInfo);
  }
  const winters = seen.filter((title) => title.startsWith('Winter'));
  expect(winters).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `Winter ${n}`));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).not.toContain('Not here');
  const source = `query ($id: ID!) { node(id: $id) { ... on Pool {
    campaigns(first: 100) { edges { node { title } } } } } }`;
  const ofPool = await ask<{ node: Listed['community'] }>(STRANGER, source, { id: pool.globalId });
  expect(titles({ data: { community: ofPool.data.node } })).toEqual(seen);
});
