import type { DataSource } from 'typeorm';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { grantPriority } from '../../src/society/grant-priority';
import { registerHouseholds } from '../../src/society/register-households';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, SINCE, type World } from '../support/world';
import { act, ask } from './acts';

const schema = createSchema();
let database: FreshDatabase;
let source: DataSource;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  source = database.dataSource;
  world = await newWorld(source);
  for (const { residents } of world.home.households)
    await act(source, SYSTEM, grantPriority, {
      residentId: residents[0]!.globalId,
      priorityGroup: 'aged_alone',
      validFrom: SINCE,
    });
});
afterAll(() => database.drop());

const as = <Data = Record<string, unknown>>(actor: Actor, query: string, variables = {}) =>
  ask<Data>(schema, source, actor, query, variables);

describe('residents are found', () => {
  const FIND = `query ($id: ID!, $search: String, $first: Int, $after: String) {
    residents(communityId: $id, search: $search, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { name phone person { name }
        household { address } priorityGroups { priorityGroup } } } } }`;
  interface Found {
    residents: {
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { name: string; phone: string } }[];
    };
  }
  const find = async (variables: object, actor = world.home.clerk.actor) => {
    const all = { id: world.home.place.globalId, ...variables };
    const { data, errors } = await as<Found | null>(actor, FIND, all);
    return { names: data?.residents.edges.map(({ node }) => node.name), data, errors };
  };

  test('by the beginning of the name, or the end of the telephone number', async () => {
    expect((await find({ search: 'Zha' })).names).toEqual([
      'Zhang Hao',
      'Zhang Lan',
      'Zhang Min',
      'Zhao Hao',
      'Zhao Lan',
      'Zhao Min',
    ]);
    expect((await find({ search: ' Zhang M' })).names).toEqual(['Zhang Min']);
    expect((await find({ search: 'zhang' })).names).toEqual([]);
    expect((await find({ search: '%' })).names).toEqual([]);
    expect((await find({ search: '2001' })).names).toEqual(['Li Min']);
    expect((await find({ search: '13904122001' })).names).toEqual(['Li Min']);
    expect((await find({ search: '0412-2001' })).names).toEqual(['Li Min']);
    expect((await find({ search: '901' })).names).toEqual([]);
    expect((await find({ search: '001', first: 100 })).names).toHaveLength(5);
    expect((await find({ search: '01' })).errors).toEqual(['SEARCH_SHORT search']);
  });

  test('page by page, each once, by name and by number', async () => {
    for (const search of [null, '001', 'Z']) {
      const whole = (await find({ search, first: 100 })).names;
      const pages: string[] = [];
      for (let after: string | null = null; ;) {
        const { data, names } = await find({ search, first: 2, after });
        pages.push(...(names ?? []));
        if (!data?.residents.pageInfo.hasNextPage) break;
        after = data.residents.pageInfo.endCursor;
      }
      expect(pages).toEqual(whole);
    }
  });

  test('a cursor tells no telephone number, and a forged one is refused', async () => {
    const { data } = await find({ search: '001', first: 1 });
    const cursor = Buffer.from(data!.residents.pageInfo.endCursor, 'base64url').toString();
    expect(cursor).not.toMatch(/1390|0931/);
    const forged = (key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const after = forged(['Zhang', "' or 1=1"]);
    expect((await find({ after })).errors).toEqual(['CURSOR_UNREADABLE after']);
    const other = { search: '001', after: forged(['x']) };
    expect((await find(other)).errors).toEqual(['CURSOR_UNREADABLE after']);
  });

  test('by the register’s keepers and the store’s staff, in their community', async () => {
    const { home, other, officer, auditor, outsider } = world;
    for (const { actor } of [home.cadre, officer, home.clerk, home.storekeeper])
      expect((await find({}, actor)).names).toHaveLength(15);
    for (const { actor } of [other.cadre, other.clerk, home.leader, home.chair, auditor, outsider])
      expect((await find({}, actor)).errors).toEqual(['FORBIDDEN residents']);
    expect((await find({}, STRANGER)).errors).toEqual(['UNAUTHENTICATED residents']);
    const street = { id: world.street.globalId };
    expect((await find(street, officer.actor)).errors).toEqual(['ID_UNKNOWN communityId']);
  });

  test('as many statements for fifteen as for three', async () => {
    const { actor } = world.home.cadre;
    const count = (first: number) => countQueries(source, () => find({ first }, actor));
    const [few, all] = [await count(3), await count(15)];
    expect(all.result.errors).toEqual([]);
    expect(all.result.names).toHaveLength(15);
    expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
    expect(all.statements.length).toBeLessThanOrEqual(8);
  });

  test('by an index, among thousands', async () => {
    for (let call = 0; call < 10; call += 1)
      await act(source, SYSTEM, registerHouseholds, {
        communityId: world.other.place.globalId,
        households: Array.from({ length: 500 }, (_, n) => ({
          address: `Block ${call}, ${n}`,
          residents: [{ name: `Name ${call}${n}`, phone: `1${call}${n}`.padEnd(11, '7') }],
        })),
      });
    await source.query('analyze resident');
    for (const [search, index] of [
      ['Name 42', 'resident_by_name'],
      ['2001', 'resident_by_phone_tail'],
    ] as const) {
      const variables = { id: world.other.place.globalId, search };
      const { statements } = await countQueries(source, () =>
        find(variables, world.other.cadre.actor),
      );
      const sql = statements.find((each) => each.includes('collate "C" >= $2'))!;
      const values =
        index === 'resident_by_name'
          ? [world.other.id, search, `${search}\u{10FFFF}`, '', world.other.id, 21]
          : [world.other.id, '1002', '1002\u{10FFFF}', world.other.id, 21];
      const plan: object[] = await source.query(`explain ${sql}`, values);
      expect(JSON.stringify(plan)).toContain(index);
    }
  });
});
