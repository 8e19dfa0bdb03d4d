import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { tellStory } from '../../seeds/story';
import { readGlobalId } from '../../src/kernel/global-id';
import { tokenOf } from '../support/world';
import { demoDatabase } from '../support/demo';
import { serveBothWays, type BothWays } from './support/both-ways';
import { Client } from './support/client';
import { GOOD, withValue, type Input } from './support/good';
import { leavesOf } from './support/leaves';
import { mutationNamed, SCHEMA } from './support/mutate';
import { newStage, type Stage } from './support/stage';

/**
 * Whichever way an answer comes, the short one or Apollo's, it is the same to the byte: data,
 * errors, words, status and headers. With BOTH_WAYS=1 the other stories are compared as well.
 */

let stage: Stage;
let both: BothWays;
let acts: BothWays;
let line: DataSource;
/** Somebody of every kind, and nobody. */
const clients = new Map<string, Client>();
const logged: string[] = [];

beforeAll(async () => {
  stage = await newStage();
  const log = (said: string) => void logged.push(said);
  // Denials come in the order of what was read: on one connection, and where nobody else asks at
  // the same moment, it is always the same.
  line = await createDataSource(stage.database.url, 1).initialize();
  both = await serveBothWays(line, log);
  acts = await serveBothWays(stage.source, log);
  const { home, world } = stage;
  const people = {
    ...{ officer: world.officer, chair: home.chair, clerk: home.clerk, member: home.members[0] },
  };
  for (const [name, { id }] of Object.entries(people))
    clients.set(name, new Client(both.url, await tokenOf(stage.source, id)));
  clients.set('a stranger', new Client(both.url));
}, 60_000);
afterAll(async () => {
  await both.close();
  await acts.close();
  await line.destroy();
  await stage.close();
});

afterEach(() => {
  expect([...both.differences.splice(0), ...acts.differences.splice(0)]).toEqual([]);
  expect(logged.splice(0)).toEqual([]);
});

const as = (name: string) => clients.get(name)!;
const needsNothing = ({ args }: GraphQLField<unknown, unknown>) => !args.some(isRequiredArgument);

/** Everything that an object says of itself, and of what it leads to, so many steps on. */
function everything(type: GraphQLObjectType, steps: number, without: readonly string[] = []) {
  const fields = Object.values(type.getFields()).filter(needsNothing);
  const parts = fields.flatMap(({ name, type: given, args }): string[] => {
    const inner = getNamedType(given);
    if (without.includes(name)) return [];
    if (isLeafType(inner)) return [name];
    if (!isObjectType(inner) || steps === 0) return [];
    const few = args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
    const isPart = /(Connection|Edge)$/.test(inner.name);
    return [`${name}${few} { ${everything(inner, isPart ? steps : steps - 1)} }`];
  });
  return ['__typename', ...parts].join(' ');
}

/** All of a node; where something is denied, what is left is asked for alone, and is given. */
async function askAll(client: Client, id: string, type: GraphQLObjectType): Promise<string> {
  const query = (without: readonly string[] = []) =>
    `query ($id: ID!) { node(id: $id) { ... on ${type} { ${everything(type, 1, without)} } } }`;
  const { errors, text } = await client.ask(query(), { id }, 'zh-CN');
  const denied = errors.map(({ path }) => String(path?.[1]));
  if (errors.length > 0) await client.ask(query(denied), { id });
  return text;
}

/** The global ids in an answer. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
}

test('whatever anyone asks of any node', async () => {
  const { place, goods, grants, pools, declaration, enterprise, team } = stage.home;
  const found = new Map<string, string[]>();
  const ids = [place.globalId, goods.exchange, goods.voided, goods.store, grants.submitted];
  ids.push(pools.welfare, declaration, enterprise.globalId, team.globalId);
  const waiting = [...ids];
  const seen = new Set<string>();
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const type = readGlobalId(id)?.type ?? '';
    const known = found.get(type) ?? [];
    if (seen.has(id) || (known.length > 0 && !ids.includes(id))) continue;
    seen.add(id);
    found.set(type, [...known, id]);
    const object = SCHEMA.getType(type) as GraphQLObjectType;
    for (const client of clients.values()) waiting.push(...idsIn(await askAll(client, id, object)));
  }
  expect(found.size).toBeGreaterThan(18);
}, 60_000);

describe('variables of every shape', () => {
  const SHAPES = [
    ...[
      null,
      '',
      'x',
      '\0',
      '5',
      0,
      5,
      -1,
      1.5,
      2 ** 31,
      1e300,
      true,
      {},
      [],
      ['x'],
      [1],
      { a: 1 },
    ],
    ...['2026-02-30', '2026-11-22', '2026-11-22T09:30:00+08:00', 'FOUNDATION', 'foundation'],
  ];
  const QUERIES = [
    'query ($v: Int!) { cities(first: $v) { edges { cursor node { name } } } }',
    'query ($v: Int) { cities(first: $v) { edges { cursor } } }',
    'query ($v: Int = 1) { cities(first: $v) { edges { cursor } } }',
    'query ($v: String) { cities(first: 1, after: $v) { edges { cursor } } }',
    'query ($v: String!) { community(slug: $v) { name } }',
    'query ($v: ID!) { node(id: $v) { id } }',
    'query ($v: OrganisationKind) { cities { edges { node { organisations(kind: $v) { edges { cursor } } } } } }',
    'query ($v: OrganisationKind = FOUNDATION) { cities { edges { node { organisations(kind: $v) { edges { cursor } } } } } }',
    'query ($v: PreviewExchangeInput!) { previewExchange(input: $v) { userErrors { code } } }',
    'query ($v: [ExchangeLineInput!]!) { previewExchange(input: { storeId: "x", residentId: "x", occurredAt: "2026-11-22T09:30:00Z", lines: $v }) { userErrors { code path } } }',
    'query ($v: Boolean!) { cities { edges { cursor @include(if: $v) node { name @skip(if: $v) } } } }',
  ];

  test.each(QUERIES)('%s', async (query) => {
    await Promise.all([
      as('clerk').ask(query),
      ...SHAPES.map((v) => as('clerk').ask(query, { v })),
    ]);
  });

  test('moments as variables, as literals and by default', async () => {
    const { rice } = stage.home.goods;
    const ask = (declared: string, at: string, variables = {}) =>
      as('clerk').ask(
        `query (${declared}) { node(id: "${rice}") { ... on Product { price(at: ${at}) } } }`,
        variables,
      );
    for (const v of [...SHAPES, '1999-01-01T00:00:00Z']) await ask('$v: DateTime', '$v', { v });
    await ask('$v: DateTime = "2026-11-22T09:30:00Z"', '$v');
    await ask('$v: Int', '"2026-11-22T09:30:00Z"');
    await ask('$v: Int', 'null');
  });
});

test('documents of every shape', async () => {
  const { exchange, store } = stage.home.goods;
  const documents = [
    '{ __schema { types { name kind fields { name args { name defaultValue } } } } }',
    '{ __type(name: "Pool") { name interfaces { name } } __typename }',
    '{ a: cities { edges { node { ...P } } } b: cities { edges { node { name ...P } } } } fragment P on Place { id name }',
    '{ cities { edges { node { name } } } cities { edges { cursor node { id kind } } } }',
    `{ node(id: "${exchange}") { __typename id ... on Node { n: id } ... on Exchange { credits ...E } ... on Pool { name } } } fragment E on Exchange { store { ... on Node { id __typename } } lines { product { name } } }`,
    `{ node(id: "${exchange}") { ... on Pool { name } } }`,
    `{ node(id: "${store}") { ... on Store { exchanges(first: 3) { edges { node { number lines { ...L } } } } } } } fragment L on ExchangeLine { lot { id unitCost { amount currency minor } } }`,
    'query A { cities { edges { cursor } } } query B { __typename }',
    '{ __proto__: cities { edges { cursor } } }',
    '{ constructor: __typename toString: __typename }',
    '{ community(slug: "\\u2028 \\\\ \\" ` ${1} \\u0000") { name } }',
    '{ community(slug: """a "block" string""") { name } }',
    '{ cities(first: 0) { edges { cursor } } me { person { name } } }',
    'query ($a: Int) { cities(first: $a) { edges { cursor } } }',
    '{ nowhere }',
    '{ cities { edges { cursor } }',
    'subscription { x }',
    'mutation { __typename }',
    '{ me { roles { role organisation { kind } } inbox { edges { cursor node { __typename ... on ApplicationToReview { application { title } } } } } } }',
  ];
  for (const query of documents)
    for (const name of ['clerk', 'a stranger'])
      for (const operationName of [undefined, 'A', ''])
        await as(name).send(JSON.stringify({ query, operationName }));
});

test('a string in a query is never run, whatever the compiler would make of it', async () => {
  const mark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const run = `${mark}0)+(globalThis.wasRun=true`;
  const { data } = await as('a stranger').ask(`{ community(slug: "${run}") { name } }`);
  expect(data).toEqual({ community: null });
  expect(globalThis).not.toHaveProperty('wasRun');
});

test('mutations with what does not belong there, and by whom they are not for', async () => {
  const before = acts.compared();
  const outsider = new Client(acts.url, await tokenOf(stage.source, stage.world.outsider.id));
  for (const { mutation, as: by, input } of Object.values(GOOD)) {
    if (['signIn', 'signOut', 'changePassword'].includes(mutation)) continue;
    const good = input(stage.home, stage);
    const { id } = by(stage);
    const client = new Client(acts.url, id && (await tokenOf(stage.source, id)));
    const paths = leavesOf(mutation, good).map(({ path }) => path);
    const whole = paths.filter((path) => !path.includes('.'));
    const unknown = whole.filter((path) => path.endsWith('Id'));
    const spoilt: Input[] = [
      ...whole.slice(0, 3).map((path) => withValue(good, path, { a: 1 })),
      ...unknown.map((path) => withValue(good, path, randomUUID())),
    ];
    const { document } = mutationNamed(mutation);
    await Promise.all(spoilt.map((each) => client.ask(document, { input: each }, 'zh-CN')));
    await outsider.ask(document, { input: good });
    await new Client(acts.url).ask(document, { input: good });
  }
  expect(acts.compared() - before).toBeGreaterThan(200);
}, 60_000);

test('our own faults', async () => {
  await stage.source.query('alter table product rename to product_hidden');
  const { rice } = stage.home.goods;
  await as('clerk').ask(
    `{ node(id: "${rice}") { ... on Product { name } } cities { edges { cursor } } }`,
  );
  await stage.source.query('alter table product_hidden rename to product');
  // One incident each way: the run that was given up left none.
  expect(logged.splice(0)).toHaveLength(2);
});

test('the loop, told by its people; what a key protects is asked again', async () => {
  const database = await demoDatabase();
  const faults: string[] = [];
  const log = (line: string) => void faults.push(line);
  const told = await serveBothWays(database.dataSource, log, { again: true });
  try {
    await tellStory(told.url, () => undefined);
    expect(told.differences).toEqual([]);
    expect(told.compared()).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  } finally {
    await told.close();
    await database.drop();
  }
}, 60_000);
