import { getNamedType, graphql, type GraphQLField } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { giveGlobalIds } from '../../src/api/node.graphql';
import { ownObjectTypes } from '../../src/api/policy';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { toCursor } from '../../src/kernel/page';
import { Refusal } from '../../src/kernel/refusal';
import { RESOLVERS } from '../../src/server/resolvers';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { beginLife, STEPS, type Life } from './life';
import { contextOf, keep, rightPerson, run } from './living';
import { sampleOf } from './who-may';

// Lists are asked without their guards: what a page may hold, not who may see it.
const open = giveGlobalIds(
  buildSchemaSync({
    resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
    validate: false,
  }),
);

/** What some lists have to be told besides the page. */
const MORE: Readonly<Record<string, (life: Life) => string>> = {
  'Query.residents': ({ ids }) => `communityId: "${ids.get('home')}"`,
  'Store.expiringLots': () => 'withinDays: 30',
};

const isConnection = (field: GraphQLField<unknown, unknown>) =>
  getNamedType(field.type).name.endsWith('Connection');

const LISTS = ownObjectTypes(open).flatMap((type) =>
  Object.values(type.getFields())
    .filter(isConnection)
    .map((field) => ({ name: `${type.name}.${field.name}`, type: type.name, field: field.name })),
);

let database: FreshDatabase;
let life: Life;
beforeAll(async () => {
  database = await freshDatabase();
  const source = database.dataSource;
  life = beginLife(await newWorld(source), new Date());
  const schema = createSchema();
  for (const step of STEPS) {
    const { says, payload } = await run({ schema, source }, step, life, rightPerson(step, life));
    expect([step.does, says]).toEqual([step.does, 'done']);
    keep(step, life, payload);
  }
}, 60_000);
afterAll(() => database.drop());

/** A resident who happens to be an auditor, a cadre and a board's chair: no list is closed. */
function reader(): Actor {
  const { home, auditor } = life.world;
  const others = [auditor, home.cadre, home.chair].flatMap(({ actor }) => actor.standings);
  const { actor } = home.members[0];
  return { ...actor, standings: [...actor.standings, ...others] };
}

type Answer = { cursors: string[]; more: boolean; end: string | null } | { error: string };

/** Asks one list for one page, from the sample of the type it stands on. */
async function ask(list: (typeof LISTS)[number], page: string): Promise<Answer> {
  const given = [page, MORE[list.name]?.(life)].filter(Boolean).join(', ');
  const asked = `${list.field}(${given}) {
    edges { cursor } pageInfo { hasNextPage endCursor } }`;
  const { source, at } = await standing(list.type, asked);
  const answer = await graphql({
    schema: open,
    source,
    contextValue: contextOf(database.dataSource, reader()),
  });
  const error = answer.errors?.[0];
  if (error) {
    const cause = error.originalError;
    return { error: cause instanceof Refusal ? cause.code : `${error.message}` };
  }
  const found = at.reduce<never>((from, name) => from[name] as never, answer.data as never);
  const { edges, pageInfo } = found[list.field] as unknown as {
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  return {
    cursors: edges.map(({ cursor }) => cursor),
    more: pageInfo.hasNextPage,
    end: pageInfo.endCursor,
  };
}

/** A query that leads to a type's sample, and the way to it in the answer. */
async function standing(type: string, asked: string): Promise<{ source: string; at: string[] }> {
  if (type === 'Query') return { source: `{ ${asked} }`, at: [] };
  if (type === 'Viewer') return { source: `{ me { ${asked} } }`, at: ['me'] };
  const node = (id: string, inner: string, of: string) =>
    `{ node(id: "${id}") { ... on ${of} { ${inner} } } }`;
  const resident = life.ids.get('resident') ?? '';
  if (type === 'Wallet')
    return { source: node(resident, `wallet { ${asked} }`, 'Resident'), at: ['node', 'wallet'] };
  const context = contextOf(database.dataSource, reader());
  const sample = (await sampleOf(open, life, context, type)) as {
    id: string;
    communityId?: string;
  } | null;
  if (!sample) throw new Error(`${type} has lists and no sample: name one in samples.ts`);
  return {
    source: node(toGlobalId(type, sample.communityId ?? null, sample.id), asked, type),
    at: ['node'],
  };
}

test('the guard looks at every list of the schema', () => {
  expect(LISTS.length).toBeGreaterThan(15);
  expect(LISTS.map(({ name }) => name)).toContain('Store.exchanges');
});

describe.each(LISTS)('$name', (list) => {
  test('gives a page, bounded, and the next one after it', async () => {
    const first = await ask(list, 'first: 1');
    expect(first).toEqual({
      cursors: expect.any(Array),
      more: expect.any(Boolean),
      end: ('cursors' in first && first.cursors.at(-1)) || null,
    });
    if (!('cursors' in first) || !first.more) return;
    const next = await ask(list, `first: 1, after: "${first.end}"`);
    expect(next).toMatchObject({ cursors: [expect.any(String)] });
    expect(next).not.toMatchObject({ cursors: first.cursors });
  });

  test.each([0, -1, 101, 2_000_000])('refuses a page of %d', async (first) => {
    expect(await ask(list, `first: ${first}`)).toEqual({ error: 'PAGE_SIZE' });
  });

  test('refuses a cursor that is not one of ours, whatever is in it', async () => {
    const parts = ['', 'x', '0', '-1', '99999999999999999999', '2026-13-45', '\u0000', '☃'];
    const forged = [1, 2, 3].flatMap((length) =>
      parts.map((part) => toCursor(Array.from({ length }, () => part))),
    );
    const id = '00000000-0000-7000-8000-000000000000';
    forged.push(toCursor([id, 'x']), toCursor(['x', id]), toCursor(['2026-01-01', 'x']), 'x', '');
    const faults: string[] = [];
    for (const after of forged) {
      const answer = await ask(list, `first: 1, after: "${after}"`);
      // Some parts are good keys for some lists; those give a page. Nothing reaches PostgreSQL raw.
      if ('error' in answer && answer.error !== 'CURSOR_UNREADABLE')
        faults.push(`${Buffer.from(after, 'base64url').toString()}: ${answer.error}`);
    }
    expect(faults).toEqual([]);
  });
});
