import { getNamedType, isInterfaceType, isObjectType, type GraphQLField } from 'graphql';
import { toCursor } from '../../src/kernel/page';
import { books, type Books } from './support/books';
import { LANGUAGES, read, type Answer, type Client, type TopLevelError } from './support/client';
import { month } from './support/moments';
import { SCHEMA, topLevel } from './support/mutate';
import { newStage, type Stage } from './support/stage';

/** Requests that are none, lists that are asked for nonsense, and queries that ask for too much. */

let stage: Stage;
let before: Books;
let auditor: Client;
const clients = new Map<string, Client>();

/** Somebody who is signed in, once. */
async function as(who: { readonly id: string }): Promise<Client> {
  const client = clients.get(who.id) ?? (await stage.as(who));
  clients.set(who.id, client);
  return client;
}

/** Signing in is no fault here: what else the books say. */
async function booksNow(): Promise<Books> {
  const { session: _sessions, ...rest } = await books(stage.source);
  return rest;
}

beforeAll(async () => {
  stage = await newStage();
  auditor = await as(stage.world.auditor);
  before = await booksNow();
}, 60_000);
afterAll(() => stage.close());

/** Whatever was asked: nothing is our fault, and nothing has changed. */
afterEach(async () => {
  expect(stage.logged.splice(0)).toEqual([]);
  expect(await booksNow()).toEqual(before);
});

const codesOf = ({ errors }: Answer) => errors.map(({ extensions }) => extensions?.code);
const WHO = '{ me { person { id } } }';
const asBody = (query: unknown, more: object = {}) => JSON.stringify({ query, ...more });

describe('a body that is no request', () => {
  const BODIES: Readonly<Record<string, readonly [status: number, body: string | Buffer]>> = {
    nothing: [400, ''],
    'half a body': [400, '{"query": "{ me'],
    'bytes that are no text': [400, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    null: [400, 'null'],
    'a number': [400, '7'],
    'a text': [400, '"query"'],
    'no query': [400, '{}'],
    'an empty query': [400, asBody('')],
    'a query that is a number': [400, asBody(7)],
    'a query that is none': [400, asBody('tell me all')],
    'a NUL': [400, asBody('{ \u0000 }')],
    'half a character': [400, asBody('{ \ud800 }')],
    'variables that are a text': [400, asBody(WHO, { variables: 'x' })],
    'variables that are a list': [400, asBody(WHO, { variables: [1] })],
    'an operation by no name of its': [400, asBody(WHO, { operationName: 'other' })],
    'two operations and no name': [
      400,
      asBody('query a { me { __typename } } query b { __typename }'),
    ],
    'a batch of operations': [400, `[${asBody(WHO)}, ${asBody(WHO)}]`],
    'a thousand operations': [400, `[${Array.from({ length: 1000 }, () => asBody(WHO)).join()}]`],
    'a prototype': [400, `{"__proto__": {"query": "${WHO}"}}`],
    'more than a million bytes': [413, asBody(WHO, { variables: { a: 'x'.repeat(1_000_001) } })],
    'a field that is not there': [400, asBody('{ nowhere }')],
    'a subscription': [200, asBody('subscription { me { __typename } }')],
  };

  test.each(Object.keys(BODIES))('%s', async (name) => {
    const [status, body] = BODIES[name]!;
    await refused(status, (language) => stage.stranger.send(body, language));
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
  ])('of the type %s', async (type) => {
    const headers = { 'content-type': type };
    const answer = await stage.stranger.send(asBody(WHO), 'en', headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('a mutation by GET changes nothing', async () => {
    const query = 'mutation { signOut(input: { everywhere: true }) { signedOut } }';
    const url = `${stage.served.url}/graphql?query=${encodeURIComponent(query)}`;
    for (const asked of ['', '1']) {
      const headers = { 'apollo-require-preflight': asked };
      const answer = await read(await fetch(url, { headers }));
      expect([400, 405]).toContain(answer.status);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('headers that make no sense make a stranger who speaks English', async () => {
    const senseless: readonly Record<string, string>[] = [
      { authorization: `Bearer ${'x'.repeat(4000)}` },
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: 'Basic \u00ff\u00fe' },
      { cookie: 'linli_session=%E0%A4%A; linli_session=; =; ;;' },
      { 'accept-language': `zh;q=0, *;q=abc,;;;,${'a'.repeat(4000)}` },
    ];
    for (const headers of senseless) {
      const answer = await stage.stranger.send(asBody(WHO), 'en', headers);
      expect(answer.data).toEqual({ me: null });
    }
  });
});

test('our own fault before GraphQL shows an incident number and nothing else', async () => {
  await stage.source.query('alter table session rename to session_hidden');
  const answer = await auditor.send(asBody(WHO), 'zh-CN');
  await stage.source.query('alter table session_hidden rename to session');
  const [{ message, extensions }] = answer.errors as [TopLevelError];
  expect(answer.status).toBe(500);
  expect(extensions?.code).toBe('INTERNAL');
  expect(message).toMatch(/^系统出错了，事件编号 [0-9a-f-]{36}。$/);
  expect(answer.text).not.toMatch(/relation|session|Context/);
  const [logged = ''] = stage.logged.splice(0);
  expect(logged).toContain('relation "session" does not exist');
  expect(message).toContain(/^incident (\S+)/.exec(logged)?.[1]);
});

async function refused(status: number, ask: (language: 'en' | 'zh-CN') => Promise<Answer>) {
  const [english, chinese] = await Promise.all(LANGUAGES.map(ask));
  expect([english?.status, chinese?.status]).toEqual([status, status]);
  expect(codesOf(english!)).toEqual(['BAD_USER_INPUT']);
  expect(codesOf(chinese!)).toEqual(['BAD_USER_INPUT']);
  expect(english?.errors[0]?.message).toMatch(/^The request is not as the schema asks: ./);
  expect(chinese?.errors[0]?.message).toMatch(/^请求不符合接口要求：./);
  expect(english?.text).not.toMatch(/node_modules|\.ts:|\.js:|FST_/);
}

describe('a query that asks for too much', () => {
  const list = (i: number) => `a${i}: cities(first: 100) { edges { node { id } } }`;
  const aliases = (count: number) => Array.from({ length: count }, (_, i) => list(i)).join(' ');
  const nested = (levels: number): string =>
    levels === 0 ? 'id' : `places(first: 100) { edges { node { ${nested(levels - 1)} } } }`;
  const parents = (levels: number) => `${'parent { '.repeat(levels)}id${' }'.repeat(levels)}`;
  const types = (levels: number): string =>
    levels === 0 ? 'name' : `type { fields { name ${types(levels - 1)} } }`;
  const doubled = Array.from(
    { length: 60 },
    (_, i) => `fragment f${i} on Place { a: parent { ...f${i + 1} } b: parent { ...f${i + 1} } }`,
  ).join(' ');
  const QUERIES: Readonly<Record<string, string>> = {
    '1,000 aliases of a list': `{ ${aliases(1000)} }`,
    '51 aliases of a list': `{ ${aliases(51)} }`,
    'as many in a fragment': `{ ...F } fragment F on Query { ${aliases(51)} }`,
    'lists in lists in lists': `{ cities(first: 100) { edges { node { ${nested(3)} } } } }`,
    'a parent of a parent …': `{ community(slug: "yongle") { ${parents(1000)} } }`,
    'deeper than the parser goes': `{ community(slug: "yongle") { ${parents(60_000)} } }`,
    'the schema of the schema': `{ __schema { types { fields { name ${types(20)} } } } }`,
    'fragments that double': `{ community(slug: "yongle") { ...f0 } } ${doubled} fragment f60 on Place { id }`,
    'fragments in a circle':
      '{ community(slug: "yongle") { ...a } } fragment a on Place { parent { ...a } }',
    'a directive 500 times': `{ me ${'@include(if: true) '.repeat(500)}{ __typename } }`,
    '100,000 brackets': '{'.repeat(100_000),
    'a long text in a query': `{ community(slug: "${'x'.repeat(900_000)}${'"'}) { id }`,
  };

  test.each(Object.keys(QUERIES))('%s', async (name) => {
    const begun = Date.now();
    const answer = await auditor.ask(QUERIES[name]!);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(answer.status).toBe(400);
    expect([...new Set(codesOf(answer))]).toEqual(['BAD_USER_INPUT']);
    expect(answer.text.length).toBeLessThan(100_000);
  });
});

const listed = (field: GraphQLField<unknown, unknown>) =>
  getNamedType(field.type).name.endsWith('Connection');

/**
 * Lists on what the stage of these stories has none of, or shows to other people: their pages and
 * cursors are tried with every other list in test/architecture/pages.test.ts.
 */
const ELSEWHERE: readonly string[] = ['Pledge.donations'];

/** Every list of the schema, by the type it stands on. */
const LISTS = Object.values(SCHEMA.getTypeMap()).flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields())
        .filter(listed)
        .map(({ name }) => ({ type: type.name, name }))
        .filter((list) => !ELSEWHERE.includes(`${list.type}.${list.name}`))
    : [],
);

/** What some lists have to be told besides the page. */
const MORE: Readonly<Record<string, (stage: Stage) => string>> = {
  'Query.residents': ({ home }) => `communityId: "${home.place.globalId}"`,
  'Store.expiringLots': () => 'withinDays: 30',
  'Query.tillCustomers': ({ home }) =>
    `storeId: "${home.goods.store}", by: { address: "Building" }`,
};

/** Something of each type that has a list, and a person who may read it. */
const OF: Readonly<Record<string, (stage: Stage) => readonly [id: string, who: { id: string }]>> = {
  Place: ({ world, home }) => [home.place.globalId, world.officer],
  Organisation: ({ home }) => [home.team.globalId, home.leader],
  Person: ({ home }) => [home.leader.globalId, home.leader],
  Resident: ({ home }) => [home.services.customer.resident.globalId, home.services.customer],
  Pool: ({ world, home }) => [home.pools.welfare, world.officer],
  Declaration: ({ world, home }) => [home.declaration, world.officer],
  Store: ({ home }) => [home.goods.store, home.storekeeper],
  Lot: ({ home }) => [home.counted.recalled, home.storekeeper],
  StockTake: ({ home }) => [home.counted.toApprove, home.storekeeper],
  Product: ({ home }) => [home.goods.rice, home.storekeeper],
  Course: ({ home }) => [home.taught.course, home.leader],
  CourseSession: ({ home }) => [home.taught.toConfirm, home.leader],
  GoodsDrive: ({ home }) => [home.front.drive, home.storekeeper],
  Shift: ({ home }) => [home.front.shift, home.clerk],
  Campaign: ({ home }) => [home.campaigns.toMatch, home.secretary],
  Ballot: ({ home }) => [home.polled.counted, home.leader],
  Council: ({ home }) => [home.seated.group, home.leader],
  Grant: ({ home }) => [home.grants.paid.grant, home.leader],
  Meeting: ({ world, home }) => [home.met.space, world.officer],
  MeetingGroup: ({ home }) => [home.met.group, home.leader],
  Activity: ({ world, home }) => [home.yards.toTell, world.officer],
  CouncilSeat: ({ home }) => [home.elected.askedSeat, home.leader],
  ElectionWard: ({ home }) => [home.elected.nominating.ward, home.leader],
  Motion: ({ world, home }) => [home.resolved.gathering, world.officer],
  Resolution: ({ home }) => [home.resolved.objectedTo, home.leader],
  PublicFund: ({ home }) => [home.funded.fund, home.leader],
  FundProject: ({ home }) => [home.funded.asking, home.leader],
};

/** The way from the root to a list. */
const WAYS: Readonly<Record<string, (list: string, stage: Stage) => string>> = {
  Query: (list) => `{ ${list} }`,
  Viewer: (list) => `{ me { ${list} } }`,
  Wallet: (list, { home }) => `{ node(id: "${home.services.customer.resident.globalId}") {
    ... on Resident { wallet { ${list} } } } }`,
  WalletMonth: (list, { home }) => `{ node(id: "${home.services.customer.resident.globalId}") {
    ... on Resident { wallet { month(month: "${month()}") { ${list} } } } } }`,
  AllowanceClass: (list, { home }) => `{ node(id: "${home.place.globalId}") {
    ... on Place { allowanceClasses { ${list} } } } }`,
  CourtyardBooks: (list, { home }) => `{ node(id: "${home.yards.held}") {
    ... on Place { courtyardBooks { ${list} } } } }`,
  OpenBook: (list, { home }) => `{ node(id: "${home.place.globalId}") {
    ... on Place { openBook { ${list} } } } }`,
  Account: (list, { home }) => `{ node(id: "${home.grants.paid.grant}") {
    ... on Grant { entry { legs { account { ${list} } } } } } }`,
  Leg: (list, { home }) => `{ node(id: "${home.grants.paid.grant}") {
    ... on Grant { entry { legs { ${list} } } } } }`,
  StatementLine: (list, { home }) => `{ node(id: "${home.grants.paid.grant}") { ... on Grant {
    entry { legs { account { statement(first: 2) { edges { node { ${list} } } } } } } } } }`,
};
const READERS: Readonly<Record<string, (stage: Stage) => { id: string }>> = {
  Viewer: ({ home }) => home.chair,
  Wallet: ({ home }) => home.services.customer,
  WalletMonth: ({ home }) => home.services.customer,
  'Query.tillCustomers': ({ home }) => home.clerk,
  'Place.donations': ({ world }) => world.auditor,
};

function askFor(type: string, list: string): [query: string, who: { id: string }] {
  const way = WAYS[type];
  const [name = ''] = /^\w+/.exec(list) ?? [];
  const reader = (READERS[`${type}.${name}`] ?? READERS[type])?.(stage);
  if (way) return [way(list, stage), reader ?? stage.world.officer];
  const [id, who] = OF[type]!(stage);
  return [`{ node(id: "${id}") { ... on ${type} { ${list} } } }`, reader ?? who];
}

/** Asks for one page, and tells what came: `page`, or what was wrong. */
async function page(type: string, name: string, args: string): Promise<string> {
  const more = MORE[`${type}.${name}`]?.(stage);
  const given = [args, more].filter(Boolean).join(', ');
  const list = `${name}${given ? `(${given})` : ''} { edges { cursor } pageInfo { hasNextPage } }`;
  const [query, who] = askFor(type, list);
  const answer = await (await as(who)).ask(query);
  const [error] = answer.errors;
  if (error?.extensions?.reason) return `${topLevel(error)} ${error.extensions.reason}`;
  return error ? topLevel(error) : 'page';
}

describe('a list', () => {
  const after = (cursor: string) => `after: ${JSON.stringify(cursor)}`;
  const pack = (value: unknown) => after(Buffer.from(JSON.stringify(value)).toString('base64url'));
  const UUID = '01890000-0000-7000-8000-000000000000';
  /** Cursors of no list at all. */
  const NONE = [
    ...['', 'garbage', '\u0000', '{}', '国', 'x'.repeat(100_000)].map(after),
    ...[{}, { 0: UUID }, [], [1], [null], [[UUID]], 'text', 7, null, true].map(pack),
    ...[['\u0000'], ['x\u0000', UUID], [`${UUID}\u0000`], ["' or 1=1"], ['a', 'b', 'c', 'd']].map(
      pack,
    ),
  ];
  /** Cursors of another list, or nearly of one: a list either reads it or refuses it. */
  const OTHERS = [
    [UUID],
    ['7'],
    ['-1'],
    ['99999999999999999999'],
    ['1e3'],
    ['NaN'],
    ['infinity', UUID],
    ['-infinity', UUID],
    ['2026-02-30', UUID],
    ['0000-01-01', UUID],
    ['2026-11-22', 'x'],
    ['2026-11-22', UUID],
    ['国', UUID],
    ['\ud800', UUID],
    ['99999999999999', UUID],
    ['999999999999999', UUID],
    ['not-a-uuid'],
    ['name', 'not-a-uuid'],
    [UUID.toUpperCase()],
    [UUID, UUID],
    ['7', UUID],
  ].map((key) => after(toCursor(key)));
  const UNREADABLE = 'BAD_USER_INPUT after CURSOR_UNREADABLE';

  test.each(LISTS)('$type.$name', async ({ type, name }) => {
    expect(await page(type, name, '')).toBe('page');
    for (const size of ['0', '-1', '101', '2147483647'])
      expect(await page(type, name, `first: ${size}`)).toBe('BAD_USER_INPUT first PAGE_SIZE');
    for (const size of ['2147483648', '1.5', '"10"', 'null', 'true'])
      expect(await page(type, name, `first: ${size}`)).toMatch(/^BAD_USER_INPUT/);
    const told = await Promise.all(NONE.map((cursor) => page(type, name, cursor)));
    expect(told).toEqual(NONE.map(() => UNREADABLE));
    for (const cursor of OTHERS)
      expect(['page', UNREADABLE]).toContain(await page(type, name, cursor));
  });
});

describe('what a query is asked by', () => {
  const nonsense = [
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%',
    '_',
    "'",
    '\\',
    '$1',
    '国',
    'x'.repeat(100_000),
  ];

  test.each(['node(id: $text)', 'community(slug: $text)'])(
    '%s: nothing is found',
    async (field) => {
      const type = field.startsWith('node') ? 'ID' : 'String';
      for (const text of nonsense) {
        const answer = await auditor.ask(`query ($text: ${type}!) { found: ${field} { id } }`, {
          text,
        });
        expect(answer.data).toEqual({ found: null });
      }
    },
  );

  test('residents(search:): nobody, or a number that is too short', async () => {
    const officer = await as(stage.world.officer);
    const query = `query ($text: String!, $id: ID!) {
      residents(communityId: $id, search: $text) { edges { node { id } } } }`;
    const id = stage.home.place.globalId;
    for (const text of [
      ...nonsense.slice(4),
      '\u0000x',
      '12',
      '+',
      '9'.repeat(1000),
      '-'.repeat(50),
    ]) {
      const { data, errors } = await officer.ask(query, { text, id });
      if (errors[0]) expect(topLevel(errors[0])).toBe('BAD_USER_INPUT search');
      else expect(data).toEqual({ residents: { edges: [] } });
    }
  });

  test.each([
    ['Store', 'owed(month: "0000-01") { amount }', 'BAD_USER_INPUT month'],
    ['Store', 'owed(month: "2026-13") { amount }', 'BAD_USER_INPUT month'],
    ['Store', 'owed(month: "２０２６-11") { amount }', 'BAD_USER_INPUT month'],
    ['Store', 'owed(month: "\\u0000") { amount }', 'BAD_USER_INPUT month'],
    ['Store', 'expiringLots(withinDays: -1) { edges { cursor } }', 'BAD_USER_INPUT withinDays'],
    [
      'Store',
      'expiringLots(withinDays: 2147483647) { edges { cursor } }',
      'BAD_USER_INPUT withinDays',
    ],
    ['Place', 'dues(foundationId: "garbage") { amount { amount } }', 'BAD_USER_INPUT foundationId'],
    ['Place', 'allowanceClasses { rule(month: "0000-01") { pieces } }', 'BAD_USER_INPUT month'],
    ['Place', 'creditScheme { rates(on: "0000-01-01") { serviceKind } }', 'BAD_USER_INPUT'],
    ['Place', 'creditScheme { rates(on: "2026-02-30") { serviceKind } }', 'BAD_USER_INPUT'],
  ])('%s: %s', async (type, field, expected) => {
    const [id, who] = OF[type]!(stage);
    const client = await as(who);
    const answer = await client.ask(`{ node(id: "${id}") { ... on ${type} { ${field} } } }`);
    expect([...new Set(answer.errors.map(topLevel))]).toEqual([expected]);
  });

  test('a preview is refused as the exchange would be', async () => {
    const clerk = await as(stage.home.clerk);
    const { store, soap, stale } = stage.home.goods;
    const basket = {
      storeId: store,
      residentId: stage.home.services.customer.resident.globalId,
      occurredAt: new Date().toISOString(),
      lines: [{ productId: soap, quantity: 1 }],
    };
    const tell = async (wrong: object) => {
      const { data, errors } = await clerk.ask(
        `query ($input: PreviewExchangeInput!) { previewExchange(input: $input) {
          userErrors { code path } } }`,
        { input: { ...basket, ...wrong } },
      );
      const { userErrors } = (data?.previewExchange ?? {}) as { userErrors?: object[] };
      return userErrors ?? errors.map(topLevel);
    };
    expect(await tell({})).toEqual([]);
    expect(await tell({ storeId: 'garbage' })).toEqual([{ code: 'ID_UNKNOWN', path: ['storeId'] }]);
    expect(await tell({ storeId: stage.other.goods.store })).toEqual(['FORBIDDEN']);
    expect(await tell({ lines: [] })).toEqual([{ code: 'NO_LINES', path: ['lines'] }]);
    expect(await tell({ occurredAt: '0000-01-01T00:00:00Z' })).toEqual([
      { code: 'OCCURRED_TOO_LONG_AGO', path: ['occurredAt'] },
    ]);
    expect(
      await tell({
        lines: [
          { productId: soap, quantity: 1000 },
          { productId: stale, quantity: 1 },
        ],
      }),
    ).toEqual([
      { code: 'OUT_OF_STOCK', path: ['lines', '0', 'quantity'] },
      { code: 'OUT_OF_STOCK', path: ['lines', '1', 'quantity'] },
      { code: 'INSUFFICIENT_CREDITS', path: ['lines'] },
    ]);
  });
});
