import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import type { PlaceKind } from '../../src/society/place.entity';
import { registerPlace } from '../../src/society/register-place';
import { ask } from '../books/ask';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { newWorld } from '../support/world';

let database: FreshDatabase;

/** A second street with three communities, one of them registered last; and a courtyard. */
beforeAll(async () => {
  database = await freshDatabase();
  const { district, street, home } = await newWorld(database.dataSource);
  const place = async (kind: PlaceKind, name: string, parentId: string) => {
    const command = { kind, name, parentId };
    const row = await inUnitOfWork(database.dataSource, SYSTEM, (work) =>
      registerPlace(work, command),
    );
    return toGlobalId('Place', null, row.id);
  };
  const second = await place('street', 'Second', district.globalId);
  await place('community', 'Aspen', second);
  await place('community', 'Birch', street.globalId);
  await place('courtyard', 'Well Yard', home.place.globalId);
  await place('community', 'Cedar', second);
});
afterAll(() => database.drop());

const COMMUNITIES = `query ($first: Int!, $after: String) { communities(first: $first, after: $after) {
  edges { node { name lineage { name } } } pageInfo { hasNextPage endCursor } } }`;

async function pageOf(first: number, after: string | null = null) {
  const { data, codes } = await ask(database, STRANGER, COMMUNITIES, { first, after });
  expect(codes).toEqual([]);
  const { edges, pageInfo } = data.communities;
  const nodes = edges as { node: { name: string; lineage: { name: string }[] } }[];
  return { nodes: nodes.map(({ node }) => node), pageInfo };
}

test('every community is listed once, page by page, those of one street together', async () => {
  const one = await pageOf(2);
  const two = await pageOf(2, one.pageInfo.endCursor);
  const three = await pageOf(2, two.pageInfo.endCursor);
  expect(three.pageInfo.hasNextPage).toBe(false);
  const all = [one, two, three].flatMap(({ nodes }) => nodes);
  expect(all.map(({ name, lineage }) => `${lineage.at(-2)?.name} ${name}`)).toEqual([
    ...['Zhanqian Yongle', 'Zhanqian Heping', 'Zhanqian Birch'],
    ...['Second Aspen', 'Second Cedar'],
  ]);
});

test('many are read with as many statements as one', async () => {
  const counted = async (first: number) =>
    (await countQueries(database.dataSource, () => pageOf(first))).statements.length;
  expect(await counted(5)).toBe(await counted(1));
});
