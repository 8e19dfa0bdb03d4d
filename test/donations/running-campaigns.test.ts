import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { endCampaign } from '../../src/donations/end-campaign';
import { openCampaign, type OpenCampaign } from '../../src/donations/open-campaign';
import { STRANGER } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';

const schema = createSchema();
const TODAY = dayOf(new Date(), 'Asia/Shanghai');

let database: FreshDatabase;
let world: World;
let here: string;
let there: string;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  here = (await newPool(database.dataSource, world.home)).globalId;
  there = (await newPool(database.dataSource, world.other)).globalId;
});
afterAll(() => database.drop());

async function open(at: 'home' | 'other', more: Partial<OpenCampaign> & { title: string }) {
  const asked = { poolId: at === 'home' ? here : there, story: 'It is cold.', startsOn: TODAY };
  const row = await runner(database.dataSource)(world[at].chair.actor, (work) =>
    openCampaign(work, { ...asked, ...more }),
  );
  return toGlobalId('Campaign', row.communityId, row.id);
}

interface Listed {
  readonly edges: { readonly node: { readonly title: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function running(variableValues: Record<string, unknown> = {}, now = new Date()) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, STRANGER, 'en', session, now);
  const source = `query ($first: Int! = 20, $after: String) {
    campaigns(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
      edges { node { title pool { name place { name } foundation { name } } } } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  const list = (data as { campaigns: Listed } | null)?.campaigns;
  return {
    titles: list?.edges.map(({ node }) => node.title),
    page: list?.pageInfo,
    errors: errors?.map(({ message }) => message),
  };
}

test('a stranger sees what asks today in every community, the newest first', async () => {
  await open('home', { title: 'Long' });
  await open('other', { title: 'Elsewhere', endsOn: addDays(TODAY, 1) });
  await open('home', { title: 'Tomorrow', startsOn: addDays(TODAY, 1) });
  const over = await open('home', { title: 'Over' });
  await runner(database.dataSource)(world.home.chair.actor, (work) =>
    endCampaign(work, { campaignId: over }),
  );
  expect((await running()).titles).toEqual(['Elsewhere', 'Long']);
  // Days begin and end by the clocks of the community.
  const midnight = new Date(`${addDays(TODAY, 1)}T00:00:00+08:00`);
  const before = new Date(midnight.getTime() - 1);
  expect((await running({}, before)).titles).toEqual(['Elsewhere', 'Long']);
  expect((await running({}, midnight)).titles).toEqual(['Tomorrow', 'Long']);
});

test('they come in pages, in as many statements however many they are', async () => {
  const one = await running({ first: 1 });
  expect(one.titles).toEqual(['Elsewhere']);
  expect(one.page?.hasNextPage).toBe(true);
  const two = await running({ first: 1, after: one.page?.endCursor });
  expect(two.titles).toEqual(['Long']);
  expect(two.page?.hasNextPage).toBe(false);
  expect((await running({ after: 'x' })).errors).toEqual(['CURSOR_UNREADABLE']);

  const few = await countQueries(database.dataSource, () => running());
  for (let n = 0; n < 5; n += 1) await open('home', { title: `More ${n}` });
  const many = await countQueries(database.dataSource, () => running());
  expect(many.result.titles).toHaveLength(7);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});
