import { request } from 'node:http';
import { utils, write } from '@e965/xlsx';
import { serve, type Served } from '../../../src/server/serve';
import type { Progress, Report } from '../../../src/server/imports/report';
import { newShop, type Shop } from '../../supermarkets/shop';
import { tokenOf, type Somebody } from '../../support/world';

let shop: Shop;
let served: Served;
const logged: string[] = [];

beforeAll(async () => {
  shop = await newShop();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, shop.dataSource, (line) => logged.push(line));
}, 60_000);
afterAll(async () => {
  await served.close();
  await shop.database.drop();
  expect(logged).toEqual([]);
});

const LINES = 'application/x-ndjson';

async function headersOf(who: Somebody): Promise<Record<string, string>> {
  const token = await tokenOf(shop.dataSource, who.id);
  return { authorization: `Bearer ${token}`, 'accept-language': 'en', accept: LINES };
}

async function send(who: Somebody, noun: string, body: string | Buffer, manner = '') {
  const headers = { ...(await headersOf(who)), 'content-type': 'application/octet-stream' };
  return await fetch(`${served.url}/import/${noun}?community=yongle${manner}`, {
    ...{ method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) },
  });
}

interface Told {
  readonly progress: readonly Progress[];
  readonly report: Report;
}

/** What was told on the way, and at last. */
async function told(response: Response): Promise<Told> {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, LINES]);
  const lines = (await response.text()).trimEnd().split('\n');
  const read = lines.map((line) => JSON.parse(line) as { progress?: Progress; report?: Report });
  const { report } = read.at(-1)!;
  return { progress: read.flatMap(({ progress }) => progress ?? []), report: report! };
}

const take = async (who: Somebody, noun: string, body: string | Buffer, manner = '') =>
  await told(await send(who, noun, body, manner));

async function count(table: string): Promise<number> {
  const rows = await shop.dataSource.query<{ n: number }[]>(
    `select count(*)::int n from ${table} where community_id = $1`,
    [shop.home.id],
  );
  return rows[0]!.n;
}

const homes = (street: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${street} ${Math.floor(at / 3)} 号,居民${at}`);

test('how far a file is, is told line by line, and in the end what came of it', async () => {
  const { cadre } = shop.home;
  const before = [await count('resident'), await count('household')];
  const file = `住址,名称\n${homes('光明街', 12_000).join('\n')}\n`;
  const { progress, report } = await take(cadre, 'residents', file, '&commit=yes');
  expect(report).toMatchObject({ lines: 12_000, bad: 0, takenIn: true, repeated: false });
  expect(report.made).toEqual({ residents: 12_000, households: 4_000 });
  expect(report.first).toMatchObject([
    { line: 2, cells: { Address: '光明街 0 号', Name: '居民0' } },
    { line: 3 },
    { line: 4 },
  ]);
  const done = progress.map((each) => each.done);
  expect(done).toEqual([...done].sort((one, other) => one - other));
  expect([done[0], done.at(-1)]).toEqual([0, 12_000]);
  expect(progress.every(({ of }) => of === 12_000)).toBe(true);
  // More than the beginning and the end.
  expect(done.length).toBeGreaterThan(2);
  expect(await count('resident')).toBe(before[0]! + 12_000);
  expect(await count('household')).toBe(before[1]! + 4_000);
}, 60_000);

test('lines that are bad count as done, with what stands in their cells', async () => {
  const { storekeeper } = shop.home;
  const file = '名称,单位,积分价格\n小米,袋,12\n面粉,袋,很贵\n面条,包,5\n';
  const { progress, report } = await take(storekeeper, 'products', file);
  expect(progress[0]).toEqual({ done: 1, of: 3 });
  expect(progress.at(-1)).toEqual({ done: 3, of: 3 });
  expect(report).toMatchObject({ lines: 3, bad: 1, takenIn: false, made: { products: 2 } });
  expect(report.problems).toMatchObject([
    { line: 3, column: 'Price in credits', given: '很贵', code: 'CELL_NO_WHOLE' },
  ]);
});

test('what is refused before the first line is refused by its status', async () => {
  const { clerk, storekeeper } = shop.home;
  expect((await send(clerk, 'products', '名称\na\n')).status).toBe(403);
  expect((await send(storekeeper, 'products', '名称\n')).status).toBe(400);
  expect((await send(storekeeper, 'nothing', '名称\n')).status).toBe(404);
});

/** Sends a file, and hangs up as soon as its first lines are done. */
async function hangUp(who: Somebody, body: string, manner: string): Promise<void> {
  const headers = { ...(await headersOf(who)), 'content-type': 'text/csv' };
  const url = `${served.url}/import/residents?community=yongle${manner}`;
  await new Promise<void>((done, failed) => {
    const sending = request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.on('error', () => undefined);
      response.on('data', (told: Buffer) => {
        if (!/"done":[1-9]/.test(told.toString())) return;
        sending.destroy();
        done();
      });
    });
    sending.once('error', failed);
    sending.end(body);
  });
}

test('an answer that is lost on the way is found again, and nothing is doubled', async () => {
  const { cadre } = shop.home;
  const before = await count('resident');
  const file = `住址,名称\n${homes('和平街', 9_000).join('\n')}\n`;
  await hangUp(cadre, file, '&commit=yes');
  // While it still goes on, whoever asks again hears how far it is.
  const { progress, report } = await take(cadre, 'residents', file, '&commit=yes');
  expect(report).toMatchObject({ lines: 9_000, takenIn: true, repeated: true });
  expect(report.earlierAt).not.toBeNull();
  expect(progress.at(-1)!.of).toBe(9_000);
  expect(await count('resident')).toBe(before + 9_000);
}, 60_000);

test('a file that is only tried ends when nobody waits for it', async () => {
  const { cadre } = shop.home;
  const before = await count('resident');
  const file = `住址,名称\n${homes('幸福街', 40_000).join('\n')}\n`;
  await hangUp(cadre, file, '');
  const open = async () => {
    const rows = await shop.dataSource.query<unknown[]>(
      `select from pg_stat_activity where datname = current_database()
         and xact_start is not null and pid <> pg_backend_pid()`,
    );
    return rows.length;
  };
  const began = Date.now();
  while ((await open()) > 0) expect(Date.now() - began).toBeLessThan(3_000);
  expect(await count('resident')).toBe(before);
}, 60_000);

test('long lists that come together leave most connections to everybody else', async () => {
  const { cadre } = shop.home;
  let [over, most] = [false, 0];
  const sent = Promise.all(
    ['甲街', '乙街', '丙街', '丁街', '戊街', '己街'].map((street) =>
      take(cadre, 'residents', `住址,名称\n${homes(street, 3_000).join('\n')}\n`),
    ),
  ).finally(() => void (over = true));
  while (!over) {
    const [{ n }] = await shop.dataSource.query<[{ n: number }]>(
      `select count(*)::int n from pg_stat_activity where datname = current_database()
         and state = 'idle in transaction'`,
    );
    most = Math.max(most, n);
  }
  expect((await sent).map(({ report }) => report.bad)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(4);
}, 60_000);

test('the same lines in another file are told, and taken in only when they are meant', async () => {
  const { storekeeper } = shop.home;
  const rows = [
    ['名称', '单位', '积分价格'],
    ['玉米面', '袋', '9'],
    ['红豆', '袋', '14'],
  ];
  const csv = rows.map((row) => row.join(',')).join('\n');
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([rows[0]!, rows[2]!, rows[1]!]), 'one');
  const xlsx = write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const before = await count('product');
  const first = await take(storekeeper, 'products', csv, '&commit=yes');
  expect(first.report).toMatchObject({ takenIn: true, earlierAt: null });
  const tried = await take(storekeeper, 'products', xlsx);
  expect(tried.report).toMatchObject({ takenIn: false, repeated: false, bad: 0 });
  expect(tried.report.earlierAt).not.toBeNull();
  const held = await take(storekeeper, 'products', xlsx, '&commit=yes');
  expect(held.report).toMatchObject({ takenIn: false, repeated: false });
  expect(await count('product')).toBe(before + 2);
  const meant = await Promise.all([
    take(storekeeper, 'products', `${csv}\n`, '&commit=yes&again=yes'),
    take(storekeeper, 'products', `${csv}\n`, '&commit=yes&again=yes'),
  ]);
  expect(meant.map(({ report }) => report.takenIn)).toEqual([true, true]);
  expect(meant.map(({ report }) => report.repeated).sort()).toEqual([false, true]);
  expect(await count('product')).toBe(before + 4);
});

test('a template is in the language that is asked for, as a workbook or as text', async () => {
  const headers = await headersOf(shop.home.storekeeper);
  const get = (file: string) => fetch(`${served.url}/import/${file}`, { headers });
  const english = await get('products.csv?lang=en');
  expect(english.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await english.text();
  expect(text).toContain('Name,Bar code,Unit,Price in credits,Class code\r\n');
  const empty = await send(shop.home.storekeeper, 'products', text);
  expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('FILE_EMPTY')]);
  expect(await (await get('lots.csv')).text()).toContain('条形码');
  expect((await get('products.pdf')).status).toBe(400);
});
