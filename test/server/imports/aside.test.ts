import { request } from 'node:http';
import { utils, write } from '@e965/xlsx';
import { serve, type Served } from '../../../src/server/serve';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { newWorld, tokenOf, type World } from '../../support/world';

let database: FreshDatabase;
let world: World;
let served: Served;

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, database.dataSource, () => undefined);
}, 60_000);
afterAll(async () => {
  await served.close();
  await database.drop();
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One line too many: it is refused as soon as it has been read. */
function tooLong(): Buffer {
  const rows = Array.from({ length: 50_002 }, (_, at) => [`居民${at}`, `兴隆街 ${at} 号`, '是']);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'one');
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('while a long workbook is read, others are answered', async () => {
  const token = await tokenOf(database.dataSource, world.home.cadre.id);
  const body = new Uint8Array(tooLong());
  let over = false;
  const importing = fetch(`${served.url}/import/residents?community=yongle`, {
    method: 'POST',
    headers: { 'content-type': XLSX, authorization: `Bearer ${token}` },
    body,
  }).finally(() => void (over = true));
  let answered = 0;
  while (!over) {
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
    answered += 1;
  }
  const response = await importing;
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('FILE_TOO_LONG');
  // Read in the server's own thread, it lets in those alone that come before its last byte.
  expect(answered).toBeGreaterThan(50);
}, 60_000);

test('who sends lists slowly, many at once, does not fill the memory of all', async () => {
  const { url } = served;
  const [token, another] = await Promise.all(
    [world.home.cadre, world.home.clerk].map(({ id }) => tokenOf(database.dataSource, id)),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  const slow = Array.from({ length: 7 }, () => {
    const options = { method: 'POST', headers, agent: false };
    const sending = request(`${url}/import/residents?community=yongle`, options);
    const ended = new Promise<number | undefined>((done) => {
      sending.on('response', ({ statusCode }) => done(statusCode));
      sending.on('error', () => done(undefined));
    });
    sending.write('a,b');
    return { sending, ended };
  });
  expect(await Promise.race(slow.map(({ ended }) => ended))).toBe(503);
  const other = await fetch(`${url}/import/residents?community=yongle`, {
    ...{ method: 'POST', body: 'a,b\n1,2\n' },
    headers: { ...headers, authorization: `Bearer ${another}` },
  });
  expect(other.status).not.toBe(503);
  for (const { sending } of slow) sending.destroy();
});
