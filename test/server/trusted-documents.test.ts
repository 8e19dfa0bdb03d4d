import { gunzipSync } from 'node:zlib';
import http from 'node:http';
import { serve, type Served } from '../../src/server/serve';
import { createSchema } from '../../src/server/schema';
import { readOperation } from '../../src/server/operations';
import { trustedDocuments } from '../../src/server/trusted-documents';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, tokenOf, type World } from '../support/world';

const documents = trustedDocuments();
const hashOf = (name: string) => documents.find((each) => each.name === name)!.hash;

let database: FreshDatabase;
let world: World;
let closed: Served;
let open: Served;
const logged: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  const log = (line: string) => void logged.push(line);
  closed = await serve({ ...settings, openQueries: false }, database.dataSource, log);
  open = await serve(settings, database.dataSource, log);
});
afterAll(async () => {
  await closed.close();
  await open.close();
  await database.drop();
  expect(logged).toEqual([]);
});

const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

async function post(body: object, { url }: Served = closed, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function get(search: Record<string, unknown>, headers: Record<string, string> = {}) {
  const written = Object.entries(search).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return await fetch(`${closed.url}/graphql?${new URLSearchParams(written)}`, { headers });
}

const refused = (reason: string) => ({
  status: 400,
  body: {
    errors: [
      {
        message: expect.stringMatching(/^[\u4e00-\u9fff]/),
        extensions: { code: 'BAD_USER_INPUT', reason, field: [] },
      },
    ],
  },
});
const CHINESE = { 'accept-language': 'zh-CN' };

test('every document of our client is of one operation, right, and within bounds', () => {
  const schema = createSchema();
  expect(documents.length).toBeGreaterThan(10);
  const wrong = documents.filter(({ text }) => readOperation(schema, text) === null);
  expect(wrong.map(({ name }) => name)).toEqual([]);
  const slow = documents.filter(({ text }) => {
    const operation = readOperation(schema, text);
    return operation?.kind === 'query' && !operation.compiled;
  });
  expect(slow.map(({ name }) => name)).toEqual([]);
});

test('a document is named by its hash, in each of the ways that clients have', async () => {
  const hash = hashOf('Viewer');
  const answer = { status: 200, body: { data: { me: null } } };
  expect(await post({ extensions: persisted(hash) })).toEqual(answer);
  expect(await post({ documentId: `sha256:${hash}` })).toEqual(answer);
  expect(await post({ documentId: hash, operationName: 'Viewer' }, open)).toEqual(answer);
  for (const search of [{ extensions: persisted(hash) }, { documentId: `sha256:${hash}` }])
    expect(await (await get(search)).json()).toEqual(answer.body);
});

test('signed in, by a bearer token, with variables', async () => {
  const { clerk } = world.home;
  const authorization = `Bearer ${await tokenOf(database.dataSource, clerk.id)}`;
  const { body } = await post({ documentId: hashOf('Viewer') }, closed, { authorization });
  expect(body).toMatchObject({ data: { me: { person: { name: clerk.name } } } });
  const variables = { placeId: world.street.globalId };
  const places = await post({ documentId: hashOf('Places'), variables }, closed);
  expect(places.body).toMatchObject({ data: { node: { places: { edges: [{}, {}] } } } });
});

test('an unknown hash is refused, with a text beside it as well, and is not remembered', async () => {
  const query = '{ __typename }';
  const hash = 'ab'.repeat(32);
  for (const server of [closed, open])
    for (const body of [{ query, extensions: persisted(hash) }, { documentId: hash }])
      expect(await post(body, server, CHINESE)).toEqual(refused('DOCUMENT_UNKNOWN'));
});

test('other queries are answered only where they are open', async () => {
  for (const body of [
    { query: '{ __typename }' },
    { query: 7 },
    {},
    [{ query: '{ me { __typename } }' }],
  ])
    expect(await post(body, closed, CHINESE)).toEqual(refused('QUERIES_NOT_OPEN'));
  const opened = await post({ query: '{ __typename }' }, open);
  expect(opened).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  const browser = { accept: 'text/html', ...CHINESE };
  const page = await fetch(`${closed.url}/graphql`, { headers: browser });
  expect({ status: page.status, body: await page.json() }).toEqual(refused('QUERIES_NOT_OPEN'));
});

test('what is wrong with a trusted one is told as for any other', async () => {
  const wrong = await post({ documentId: hashOf('Places'), variables: { placeId: {} } });
  expect(wrong).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  });
  const denied = await post({ documentId: hashOf('SignOut'), variables: { input: {} } });
  expect(denied.body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  const other = await post({ documentId: hashOf('Viewer'), operationName: 'Other' });
  expect(other.body).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('a mutation is never taken by GET', async () => {
  const answer = await get({ documentId: hashOf('ChangesAreTaken') });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

describe('what may be kept', () => {
  const search = () => ({
    documentId: hashOf('Places'),
    variables: { placeId: world.district.globalId },
  });

  test('a stranger’s answer, by anybody, and it is not sent twice', async () => {
    const answer = await get(search());
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
    expect(answer.headers.get('vary')).toMatch(/accept-language.*cookie/);
    const etag = answer.headers.get('etag')!;
    const again = await get(search(), { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(search(), { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('by us as well: it may be half a minute behind', async () => {
    const asked = { documentId: hashOf('Places'), variables: { placeId: world.city.globalId } };
    const nameNow = async (headers = {}) => {
      const answer = await get(asked, headers);
      const { data } = (await answer.json()) as { data: { node: { name: string } } };
      return [data.node.name, answer.headers.get('age')];
    };
    expect(await nameNow()).toEqual(['Anshan', '0']);
    await database.dataSource.query(`update place set name = 'Elsewhere' where id = $1`, [
      world.city.id,
    ]);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 29_000);
    expect(await nameNow()).toEqual(['Anshan', '29']);
    expect(await nameNow({ 'accept-language': 'zh' })).toEqual(['Elsewhere', '0']);
    expect(await nameNow({ cookie: 'linli_session=x' })).toEqual(['Elsewhere', null]);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000);
    expect(await nameNow()).toEqual(['Elsewhere', '0']);
    jest.restoreAllMocks();
  });

  test('nothing of what is asked for by a token', async () => {
    const schema = createSchema();
    const asking = documents.filter(({ text }) => /Token: /.test(text));
    const unmarked = asking.filter(({ text }) => {
      const operation = readOperation(schema, text);
      return operation?.kind === 'query' && !operation.byToken;
    });
    expect(unmarked.map(({ name }) => name)).toEqual([]);
    const variables = { followToken: 'A'.repeat(54) };
    const answer = await get({ documentId: hashOf('GiftFollow'), variables });
    expect(await answer.json()).toEqual({ data: { donation: null } });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect([answer.headers.get('etag'), answer.headers.get('age')]).toEqual([null, null]);
  });

  test('nothing of whoever is signed in or was, and no error', async () => {
    const token = await tokenOf(database.dataSource, world.officer.id);
    const headers: Record<string, string>[] = [
      { authorization: `Bearer ${token}` },
      { cookie: `linli_session=${token}` },
      { cookie: 'linli_session=ended' },
    ];
    for (const each of headers) {
      const answer = await get(search(), each);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
    const wrong = await get({ ...search(), variables: {} });
    expect([wrong.status, wrong.headers.get('cache-control')]).toEqual([400, 'private, no-store']);
  });
});

/** An answer as it came: fetch would unpack it. */
function bytes(body: object, encoding: string): Promise<http.IncomingMessage & { bytes: Buffer }> {
  const headers = { 'content-type': 'application/json', 'accept-encoding': encoding };
  return new Promise((resolve, reject) => {
    const request = http.request(`${open.url}/graphql`, { method: 'POST', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Object.assign(answer, { bytes: Buffer.concat(parts) })));
    });
    request.on('error', reject).end(JSON.stringify(body));
  });
}

test('a long answer is packed for who can unpack it, a short one never', async () => {
  const long = { query: '{ __schema { types { name description } } }' };
  const plain = await bytes(long, 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  const zipped = await bytes(long, 'gzip');
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
  expect(zipped.bytes.length).toBeLessThan(plain.bytes.length / 3);
  expect((await bytes(long, 'gzip, br')).headers['content-encoding']).toBe('br');
  const short = await bytes({ query: '{ __typename }' }, 'gzip, br');
  expect(short.headers['content-encoding']).toBeUndefined();
});
