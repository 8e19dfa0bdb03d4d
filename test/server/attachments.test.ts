import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { attachmentsAreReadBy } from '../../src/attachments/attachment.policy';
import { claimAttachment } from '../../src/attachments/claim-attachment';
import { UPLOADS_PER_PERSON } from '../../src/attachments/count-upload';
import { connectStore, StoreFailed } from '../../src/attachments/object-store';
import { readGlobalId, toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { registerAttachments } from '../../src/server/attachments/attachment-routes';
import { newSender } from '../../src/mail/sender';
import { tasksFor } from '../../src/server/worker/tasks';
import { serve, type Served } from '../../src/server/serve';
import { holds } from '../../src/kernel/actor';
import { contextOf } from '../architecture/living';
import { bomb, pdf, photo, png, webp } from '../attachments/files';
import { MemoryStore } from '../attachments/stage';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, tokenOf, type Somebody, type World } from '../support/world';

let database: FreshDatabase;
let world: World;
let served: Served;
const store = new MemoryStore();
const logged: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  connectStore(database.dataSource, store);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, database.dataSource, (line) => logged.push(line));
}, 60_000);
afterEach(() => void (store.failsWith = null));
afterAll(async () => {
  await served.close();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly attachment?: Record<'id' | 'url' | 'type', string> & Record<'width' | 'height', number>;
  readonly reason?: string;
}

const bearer = async (who: Somebody | null): Promise<Record<string, string>> =>
  who ? { authorization: `Bearer ${await tokenOf(database.dataSource, who.id)}` } : {};

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(served.url + path, init);
  const { status, headers } = response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = headers.get('content-type')?.startsWith('application/json') && bytes.length > 0;
  const json = (isJson ? JSON.parse(bytes.toString()) : {}) as Pick<Answer, 'attachment'> & {
    errors?: [{ extensions: { code: string; reason?: string } }];
  };
  const extensions = json.errors?.[0].extensions;
  const reason = extensions?.reason ?? extensions?.code;
  return { status, headers, bytes, attachment: json.attachment, reason };
}

async function post(who: Somebody | null, body: Buffer, headers: Record<string, string> = {}) {
  return await ask('/attachments?community=yongle', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...(await bearer(who)), ...headers },
    body: new Uint8Array(body),
  });
}

const get = async (who: Somebody | null, url: string, headers: Record<string, string> = {}) =>
  await ask(url, { headers: { ...(await bearer(who)), ...headers } });

const kept = async () => {
  const [row] = await database.dataSource.query<[{ n: number }]>(
    'select count(*)::int n from attachment',
  );
  return [row.n, store.objects.size];
};

test('a photo is kept upright, smaller, and without what the camera added', async () => {
  const sent = await photo(3000, 1000);
  expect((await sharp(sent).metadata()).orientation).toBe(6);
  expect(sent.includes('SecretPhone')).toBe(true);
  const { status, attachment } = await post(world.home.clerk, sent);
  expect(status).toBe(201);
  expect(attachment).toMatchObject({ type: 'image/jpeg', width: 683, height: 2048 });
  const { bytes, headers } = await get(world.home.clerk, attachment!.url);
  const found = await sharp(bytes).metadata();
  expect(found).toMatchObject({ format: 'jpeg', width: 683, height: 2048 });
  expect([found.exif, found.orientation, found.xmp]).toEqual([undefined, undefined, undefined]);
  expect(bytes.includes('SecretPhone')).toBe(false);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(bytes.length),
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename="attachment-${readGlobalId(attachment!.id)!.id}.jpg"`,
  });
  const tag = headers.get('etag')!;
  const again = await get(world.home.clerk, attachment!.url, { 'if-none-match': tag });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  const other = await get(world.home.storekeeper, attachment!.url, { 'if-none-match': tag });
  expect(other.status).toBe(404);
});

test('each kind is told by its bytes, whatever it is called', async () => {
  const named = (body: Buffer) => post(world.home.clerk, body, { 'content-type': 'image/jpeg' });
  expect((await named(await png())).attachment).toMatchObject({ type: 'image/jpeg', width: 40 });
  expect((await named(await png(40, 30, 0.5))).attachment).toMatchObject({ type: 'image/webp' });
  expect((await named(await webp())).attachment).toMatchObject({ type: 'image/webp', height: 30 });
  const { attachment } = await named(pdf('a slip'));
  expect(attachment).toMatchObject({ type: 'application/pdf', width: null });
  const { headers, bytes } = await get(world.home.clerk, attachment!.url);
  expect(bytes.equals(pdf('a slip'))).toBe(true);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="attachment-.*\.pdf"$/);
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('of what moves, the first frame is kept', async () => {
  const frames = [await png(20, 20), await png(20, 20, 0.5)];
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
  const { attachment } = await post(world.home.clerk, moving);
  expect(attachment).toMatchObject({ width: 20, height: 20 });
});

const half = async (whole: Promise<Buffer>) => {
  const bytes = await whole;
  return bytes.subarray(0, bytes.length / 2);
};
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);

test.each([
  ['nothing', () => Buffer.alloc(0), 400, 'UPLOAD_EMPTY'],
  ['a page that is called a photo', () => html, 415, 'FILE_TYPE_UNKNOWN'],
  ['a drawing with a script', () => svg, 415, 'FILE_TYPE_UNKNOWN'],
  [
    'a drawing behind a mark',
    () => Buffer.concat([Buffer.from('\ufeff'), svg]),
    415,
    'FILE_TYPE_UNKNOWN',
  ],
  ['a telephone’s own format', () => heic, 415, 'PICTURE_HEIC'],
  ['a moving picture of old', () => Buffer.from('GIF89a\x01\0\x01\0'), 415, 'FILE_TYPE_UNKNOWN'],
  [
    'a page behind the mark of a JPEG',
    () => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), html]),
    400,
    'FILE_BROKEN',
  ],
  ['half a photo', () => half(photo()), 400, 'FILE_BROKEN'],
  ['half a PNG', () => half(png()), 400, 'FILE_BROKEN'],
  ['half a WebP', () => half(webp()), 400, 'FILE_BROKEN'],
  ['half a PDF', () => pdf('x'.repeat(2000)).subarray(0, 1500), 400, 'FILE_BROKEN'],
  ['a bomb', bomb, 400, 'PICTURE_TOO_LARGE'],
  ['eleven megabytes', () => Buffer.alloc(11_000_000, 'x'), 413, 'UPLOAD_TOO_LARGE'],
])('%s is refused and leaves nothing behind', async (_what, make, status, reason) => {
  const before = await kept();
  expect(await post(world.home.clerk, await make())).toMatchObject({ status, reason });
  expect(await kept()).toEqual(before);
});

test('what hides behind a picture is gone, and what hides in a PDF is never opened', async () => {
  const both = Buffer.concat([await photo(), html]);
  const { attachment } = await post(world.home.clerk, both);
  const { bytes } = await get(world.home.clerk, attachment!.url);
  expect(bytes.includes('script')).toBe(false);
  const paper = await post(world.home.clerk, pdf('<script>alert(1)</script>'));
  const { headers } = await get(world.home.clerk, paper.attachment!.url);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('only who is signed in uploads, where they belong, and never from another site’s form', async () => {
  const before = await kept();
  const { clerk } = world.home;
  expect(await post(null, pdf())).toMatchObject({ status: 401, reason: 'UNAUTHENTICATED' });
  expect(await post(world.other.clerk, pdf())).toMatchObject({ status: 403, reason: 'FORBIDDEN' });
  const types = ['text/plain', 'multipart/form-data; boundary=x', 'text/plain; image/png'];
  types.push(
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; image/png',
    '',
  );
  for (const type of types)
    expect(await post(clerk, pdf(), { 'content-type': type })).toMatchObject({
      ...{ status: 415, reason: 'UPLOAD_TYPE' },
    });
  const elsewhere = await ask('/attachments?community=nowhere', {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...(await bearer(clerk)) },
    body: new Uint8Array(pdf()),
  });
  expect(elsewhere).toMatchObject({ status: 404, reason: 'ID_UNKNOWN' });
  expect(await kept()).toEqual(before);
});

test('an upload that breaks off, or says another length, leaves nothing behind', async () => {
  const before = await kept();
  const headers = { 'content-type': 'image/png', ...(await bearer(world.home.clerk)) };
  const options = { method: 'POST', headers: { ...headers, 'content-length': '5000' } };
  const sending = request(`${served.url}/attachments?community=yongle`, options);
  sending.on('error', () => undefined);
  sending.write(pdf());
  await pause(100);
  sending.destroy();
  await pause(100);
  expect(await kept()).toEqual(before);
  expect((await ask('/healthz')).status).toBe(200);
});

test('who sends too slowly is hung up on', async () => {
  const app: FastifyInstance = fastify();
  await registerAttachments(app, {
    ...{ log: () => undefined, mostBytes: 1000, patienceMs: 50 },
    contextOf: () => Promise.resolve(contextOf(database.dataSource, world.home.clerk.actor)),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const options = { method: 'POST', headers: { 'content-type': 'image/png' } };
  const sending = request(`${url}/attachments?community=yongle`, options);
  sending.write('%PDF-');
  const ended = await new Promise<string>((done) => {
    sending.on('response', ({ statusCode }) => done(String(statusCode)));
    sending.on('error', ({ message }) => done(message));
  });
  expect(ended).toBe('socket hang up');
  await app.close();
});

test('who sends slowly, many at once, does not keep others from sending', async () => {
  const headers = { 'content-type': 'image/png', ...(await bearer(world.home.leader)) };
  const slow = Array.from({ length: 8 }, () => {
    const sending = request(`${served.url}/attachments?community=yongle`, {
      ...{ method: 'POST', headers, agent: false },
    });
    const ended = new Promise<number | undefined>((done) => {
      sending.on('response', ({ statusCode }) => done(statusCode));
      sending.on('error', () => done(undefined));
    });
    sending.write('%PDF-');
    return { sending, ended };
  });
  const first = await Promise.race(slow.map(({ ended }) => ended));
  expect(first).toBe(503);
  expect((await post(world.home.leader, pdf())).reason).toBe('UPLOADS_BUSY');
  expect((await post(world.home.storekeeper, pdf())).status).toBe(201);
  for (const { sending } of slow) sending.destroy();
  let last = 0;
  for (let tries = 0; last !== 201 && tries < 40; tries += 1) {
    await pause(50);
    last = (await post(world.home.leader, pdf())).status;
  }
  expect(last).toBe(201);
});

test('chunks without a length are counted as they come', async () => {
  const before = await kept();
  const headers = { 'content-type': 'image/png', ...(await bearer(world.home.clerk)) };
  const options = { method: 'POST', headers };
  const status = await new Promise<number | undefined>((done, failed) => {
    const sending = request(`${served.url}/attachments?community=yongle`, options, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sending.on('error', failed);
    const chunk = Buffer.alloc(1_000_000, 'x');
    for (let sent = 0; sent < 11; sent += 1) sending.write(chunk);
    sending.end();
  });
  expect(status).toBe(413);
  expect(await kept()).toEqual(before);
});

test('a file is its uploader’s own until it is attached; then whoever may read that reads it', async () => {
  const { clerk, storekeeper, operator, id: communityId } = world.home;
  attachmentsAreReadBy(
    'Shelf',
    ({ actor }, about) =>
      about.communityId === communityId && holds(actor, operator.id, 'storekeeper'),
  );
  const { attachment } = await post(clerk, pdf('to be attached'));
  const { url, id } = attachment!;
  const statuses = async () =>
    Promise.all(
      [clerk, storekeeper, world.other.storekeeper, null].map(
        async (who) => (await get(who, url)).status,
      ),
    );
  expect(await statuses()).toEqual([200, 404, 404, 401]);
  const claim = (kind: string, attachmentId: string) =>
    inUnitOfWork(database.dataSource, clerk.actor, (work) =>
      claimAttachment(work, communityId, attachmentId, { about: { kind, id: randomUUID() } }),
    );
  await claim('Shelf', id);
  expect(await statuses()).toEqual([404, 200, 404, 401]);
  const unread = await post(clerk, pdf('of a kind that nobody answers for'));
  await claim('Unheard', unread.attachment!.id);
  expect((await get(clerk, unread.attachment!.url)).status).toBe(404);
  expect((await get(storekeeper, unread.attachment!.url)).status).toBe(404);
});

test('the API tells of a file what its address sends, to the same people', async () => {
  const { clerk, storekeeper } = world.home;
  const { attachment } = await post(clerk, await png());
  const query = `{ node(id: "${attachment!.id}") { id ... on Attachment {
    url type bytes width height uploadedAt } } }`;
  const asking = async (who: Somebody) => {
    const headers = { 'content-type': 'application/json', ...(await bearer(who)) };
    const body = JSON.stringify({ query });
    const { bytes } = await ask('/graphql', { method: 'POST', headers, body });
    return JSON.parse(bytes.toString()) as { data: { node: object | null }; errors?: unknown[] };
  };
  const { id, url, type, width, height } = attachment!;
  const told = await asking(clerk);
  expect(told.data.node).toMatchObject({ id, url, type, width, height });
  expect(await asking(storekeeper)).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
});

test.each([
  '..%2f..%2fetc%2fpasswd',
  '....',
  '%00',
  'a'.repeat(90),
  toGlobalId('Attachment', null, '019a0000-0000-7000-8000-000000000000'),
  toGlobalId(
    'Store',
    '019a0000-0000-7000-8000-000000000000',
    '019a0000-0000-7000-8000-000000000001',
  ),
])('an address that names no file leads to none: %s', async (id) => {
  expect((await get(world.home.clerk, `/attachments/${id}`)).status).toBe(404);
  expect((await get(null, `/attachments/${id}`)).status).toBe(401);
});

test('a store that fails is said to be one; what is missing in it is an incident', async () => {
  const { attachment } = await post(world.home.clerk, pdf('lost'));
  store.failsWith = new StoreFailed('slow');
  expect(await post(world.home.clerk, pdf('new'))).toMatchObject({
    ...{ status: 503, reason: 'STORAGE_UNAVAILABLE' },
  });
  expect(logged.splice(0)).toEqual(['attachments: slow']);
  store.objects.clear();
  const lost = await get(world.home.clerk, attachment!.url);
  expect(lost).toMatchObject({ status: 500, reason: 'INTERNAL' });
  expect(logged.splice(0)).toEqual([
    expect.stringMatching(/^incident .*Nothing lies in the store/),
  ]);
});

test('the worker sweeps what was attached to nothing', async () => {
  const { attachment } = await post(world.home.clerk, pdf('given up'));
  const { id } = readGlobalId(attachment!.id)!;
  const task = () =>
    tasksFor(database.dataSource, newSender(undefined, '')).attachments({
      isOver: () => false,
      next: () => Promise.resolve(),
    });
  await task();
  expect((await get(world.home.clerk, attachment!.url)).status).toBe(200);
  await database.dataSource.query(
    `update attachment set uploaded_at = uploaded_at - interval '25 hours' where id = $1`,
    [id],
  );
  const before = store.objects.size;
  await task();
  expect((await get(world.home.clerk, attachment!.url)).status).toBe(404);
  expect(store.objects.size).toBe(before - 1);
});

test('whoever sends without end is told when to come again', async () => {
  const { secretary } = world.home;
  const empty = Buffer.alloc(0);
  for (let sent = 0; sent < UPLOADS_PER_PERSON; sent += 5)
    await Promise.all(Array.from({ length: 5 }, () => post(secretary, empty)));
  const { status, reason, headers } = await post(secretary, empty);
  expect([status, reason]).toEqual([429, 'UPLOADS_TOO_MANY']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await post(world.home.treasurer, pdf())).status).toBe(201);
});
