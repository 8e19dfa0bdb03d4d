import type { DataSource } from 'typeorm';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { createSchema } from '../../src/server/schema';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, SINCE, type World } from '../support/world';
import { act, ask } from './acts';

const schema = createSchema();
const today = dayOf(new Date(), 'Asia/Shanghai');
let database: FreshDatabase;
let source: DataSource;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  source = database.dataSource;
  world = await newWorld(source);
});
afterAll(() => database.drop());

const as = <Data = Record<string, unknown>>(actor: Actor, query: string, variables = {}) =>
  ask<Data>(schema, source, actor, query, variables);

describe('places and organisations', () => {
  const TREE = `query ($first: Int!) { cities(first: 5) { edges { node { name
    places(first: 5) { edges { node { places(first: 5) { edges { node {
      organisations(first: $first) { edges { node { name } } }
      places(first: $first) { edges { node { name slug lineage { name } parent { name }
        organisations(first: $first) { edges { node { name kind place { name }
          memberships(first: $first, inForceOn: "${today}") { edges { node { role validFrom
            person { displayName } organisation { name } } } } } } } } } }
    } } } } } } } } } }`;

  test('the whole tree is open to anyone, with masked names, in as many statements as a part', async () => {
    const count = (first: number) =>
      countQueries(source, () => ask(schema, source, STRANGER, TREE, { first }));
    const [part, whole] = [await count(1), await count(50)];
    expect(whole.result.errors).toEqual([]);
    expect(JSON.stringify(whole.result.data)).toContain('Heping Store');
    expect(JSON.stringify(whole.result.data)).toContain('"displayName":"S**"');
    expect(JSON.stringify(whole.result.data)).not.toContain('Storekeeper');
    expect(whole.statements.length).toBeLessThanOrEqual(part.statements.length + JOINED);
  });

  const LIST = `query ($slug: String!, $kind: OrganisationKind, $first: Int!, $after: String) {
    community(slug: $slug) { organisations(kind: $kind, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { name } } } } }`;
  interface Listed {
    community: {
      organisations: {
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { name: string } }[];
      };
    } | null;
  }

  test('by kind, page by page, in the order they were registered', async () => {
    const { home } = world;
    const names = ['Choir', 'Weavers', 'Barbers'];
    for (const name of names)
      await act(source, world.officer.actor, registerOrganisation, {
        kind: 'self_organisation',
        name,
        placeId: home.place.globalId,
      });
    const kind = 'SELF_ORGANISATION';
    const listed: string[] = [];
    for (let after: string | null = null; ;) {
      const variables = { slug: 'yongle', kind, first: 2, after };
      const asked: { data: Listed } = await as<Listed>(STRANGER, LIST, variables);
      const { edges, pageInfo } = asked.data.community!.organisations;
      listed.push(...edges.map(({ node }) => node.name));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(listed).toEqual(['Yongle Menders', ...names]);
    const nowhere = await as<Listed>(STRANGER, LIST, { slug: 'no\0where', first: 1 });
    expect(nowhere).toEqual({ data: { community: null }, errors: [] });
    for (const [ask, code] of [
      [{ first: 0 }, 'PAGE_SIZE'],
      [{ first: 101 }, 'PAGE_SIZE'],
      [{ first: 1, after: 'x' }, 'CURSOR_UNREADABLE'],
      [{ first: 1, after: Buffer.from('["x"]').toString('base64url') }, 'CURSOR_UNREADABLE'],
    ] as const)
      expect((await as(STRANGER, LIST, { slug: 'yongle', ...ask })).errors[0]).toContain(code);
  });

  test('only officers register organisations', async () => {
    const { home, auditor, outsider } = world;
    const query = `mutation ($input: RegisterOrganisationInput!) {
      registerOrganisation(input: $input) { organisation { name } userErrors { code path } } }`;
    const input = { kind: 'LOCAL_EMPLOYER', name: 'Bank', placeId: home.place.globalId };
    for (const { actor } of [home.cadre, home.chair, auditor, outsider])
      expect((await as(actor, query, { input })).errors).toEqual([
        'FORBIDDEN registerOrganisation',
      ]);
    expect(await as(world.officer.actor, query, { input: { ...input, name: '' } })).toEqual({
      errors: [],
      data: {
        registerOrganisation: {
          organisation: null,
          userErrors: [{ code: 'TEXT_LENGTH', path: ['name'] }],
        },
      },
    });
  });

  test('memberships are those of a day, or all', async () => {
    const { home } = world;
    const query = `query ($id: ID!, $day: Date) { node(id: $id) { ... on Organisation {
      memberships(inForceOn: $day) { edges { node { role validUntil } } } } } }`;
    const id = home.team.globalId;
    await act(source, SYSTEM, appointMember, {
      organisationId: id,
      role: 'member',
      personId: world.outsider.globalId,
      validFrom: '2021-01-01',
      validUntil: '2022-01-01',
    });
    const on = async (day: string | null) =>
      (await as<{ node: { memberships: { edges: object[] } } }>(STRANGER, query, { id, day })).data
        .node.memberships.edges.length;
    expect(await on(null)).toBe(4);
    expect(await on('2021-12-31')).toBe(4);
    expect(await on('2022-01-01')).toBe(3);
    expect(await on(addDays(SINCE, -1))).toBe(0);
  });
});
