import { read, utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { serve, type Served } from '../../../src/server/serve';
import { NOUNS } from '../../../src/server/imports/nouns';
import type { Report } from '../../../src/server/imports/report';
import { LEDGER_CHECKS, runChecks } from '../../../src/ledger/verify';
import { addDays, dayOf } from '../../../src/kernel/calendar';
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
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function post(
  who: Somebody | null,
  noun: string,
  body: Buffer | string,
  { commit = false, type = 'text/csv', language = 'en', community = 'yongle' } = {},
) {
  const token = who && (await tokenOf(shop.dataSource, who.id));
  const query = `community=${community}${commit ? '&commit=yes' : ''}`;
  const response = await fetch(`${served.url}/import/${noun}?${query}`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'accept-language': language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: new Uint8Array(Buffer.from(body)),
  });
  const text = await response.text();
  const json = (text === '' ? {} : JSON.parse(text)) as Report & {
    errors?: { message: string; extensions: { code: string; reason?: string } }[];
  };
  return { status: response.status, ...json, reason: json.errors?.[0]?.extensions.reason };
}

function book(rows: unknown[][]): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'one');
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

async function count(table: string): Promise<number> {
  const rows = await shop.dataSource.query<{ n: number }[]>(
    `select count(*)::int n from ${table} where community_id = $1`,
    [shop.home.id],
  );
  return rows[0]!.n;
}

const found = ({ problems }: Report) =>
  problems.map(({ line, column, code }) => [line, column, code]);

const HEADING = 'Name,Bar code,Unit,Price in credits,Class code\n';
const PRODUCTS = `${HEADING}Rice,6901234567892,bag,40,\nOil,,bottle,55,\n`;

test('a file is tried, then taken in whole, and once', async () => {
  const { storekeeper } = shop.home;
  const before = await count('product');
  const tried = await post(storekeeper, 'products', PRODUCTS);
  expect(tried).toMatchObject({ lines: 2, bad: 0, problems: [], takenIn: false });
  expect(await count('product')).toBe(before);
  const [one, other] = await Promise.all([
    post(storekeeper, 'products', PRODUCTS, { commit: true }),
    post(storekeeper, 'products', PRODUCTS, { commit: true }),
  ]);
  expect([one.takenIn, other.takenIn]).toEqual([true, true]);
  expect([one.repeated, other.repeated].sort()).toEqual([false, true]);
  expect(await count('product')).toBe(before + 2);
  const again = await post(storekeeper, 'products', PRODUCTS);
  expect(again).toMatchObject({ takenIn: true, repeated: true });
});

test('every bad line is told with its column and why, in the words of whoever asks', async () => {
  const { storekeeper } = shop.home;
  const before = await count('product');
  const file =
    `${HEADING}A,6901234567892,bag,40,\nB,6901234567890,bag,40,\nC,,bag,x,\n,,bag,5,\n` +
    `E,6909999999996,bag,1,\nF,6909999999996,bag,1,\n=1+1,,bag,1,\nG,,bag,1,none\n`;
  const tried = await post(storekeeper, 'products', file, { commit: true });
  expect(found(tried)).toEqual([
    [2, 'Bar code', 'EAN_TAKEN'],
    [3, 'Bar code', 'EAN_CHECK_DIGIT'],
    [4, 'Price in credits', 'CELL_NO_WHOLE'],
    [5, 'Name', 'CELL_EMPTY'],
    [7, 'Bar code', 'EAN_TAKEN'],
    [8, 'Name', 'CELL_FORMULA'],
    [9, 'Class code', 'ALLOWANCE_UNKNOWN'],
  ]);
  expect(tried).toMatchObject({ lines: 8, bad: 7, complete: true, takenIn: false });
  expect(await count('product')).toBe(before);
  const chinese = await post(storekeeper, 'products', file, { language: 'zh-CN' });
  expect(chinese.problems[1]).toMatchObject({ column: '条形码' });
  expect(chinese.problems.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
});

test('headings stand in either language and any order; wrong ones are refused', async () => {
  const { storekeeper } = shop.home;
  const chinese = encode('单位,名称,积分价格\n袋,小米,12\n', 'gb18030');
  expect(await post(storekeeper, 'products', chinese)).toMatchObject({ bad: 0, lines: 1 });
  const reason = async (text: string) => (await post(storekeeper, 'products', text)).reason;
  expect(await reason('Name,Unit,Price in credits,Colour\na,b,1,red\n')).toBe('HEADING_UNKNOWN');
  expect(await reason('Name,Unit\na,b\n')).toBe('HEADING_MISSING');
  expect(await reason('Name,名称,Unit,Price in credits\na,a,b,1\n')).toBe('HEADING_TWICE');
});

test('50,000 residents are read, and the three that are bad are found', async () => {
  const { cadre } = shop.home;
  const before = await count('resident');
  const rows = Array.from({ length: 50_000 }, (_, at) => {
    const name = at === 40_000 ? '' : `居民${at}`;
    const phone = at === 123 ? '12x' : '';
    const born = at === 49_999 ? '2099-01-01' : at % 2 ? '1956/3/8' : '';
    return `兴隆街 ${Math.floor(at / 3)} 号,${name},${phone},${born}`;
  });
  const file = `住址,名称,电话,出生日期\n${rows.join('\n')}\n`;
  const report = await post(cadre, 'residents', file, { commit: true, language: 'zh-CN' });
  expect(found(report)).toEqual([
    [125, '电话', 'PHONE_UNREADABLE'],
    [40_002, '名称', 'CELL_EMPTY'],
    [50_001, '出生日期', 'DAY_FUTURE'],
  ]);
  expect(report).toMatchObject({ lines: 50_000, bad: 3, complete: true, takenIn: false });
  expect(await count('resident')).toBe(before);
  const right = rows.filter((_, at) => ![123, 40_000, 49_999].includes(at));
  const whole = `住址,名称,电话,出生日期\n${right.join('\n')}\n`;
  expect(await post(cadre, 'residents', whole, { commit: true })).toMatchObject({ takenIn: true });
  expect(await count('resident')).toBe(before + 49_997);
}, 120_000);

test('residents move into the household of their address, new or known', async () => {
  const { cadre } = shop.home;
  const [{ address }] = await shop.dataSource.query<[{ address: string }]>(
    'select address from household where community_id = $1 limit 1',
    [shop.home.id],
  );
  const households = await count('household');
  const file = `Address,Name,Grid\n"${address}",Newborn,\nNew Street 1,Li,\nNew Street 1,Wang,\n`;
  const report = await post(cadre, 'residents', file, { commit: true });
  expect(report).toMatchObject({ takenIn: true, lines: 3 });
  expect(await count('household')).toBe(households + 1);
  const many = Array.from({ length: 21 }, (_, at) => `Full Street,Person ${at},`).join('\n');
  const full = await post(cadre, 'residents', `Address,Name,Grid\n${many}\nX,Y,No grid\n`);
  expect(full).toMatchObject({ takenIn: false });
  expect(full.problems.map(({ code }) => code)).toEqual(['LIST_LENGTH', 'GRID_UNKNOWN']);
});

test('lots come in by their bar codes, with the ledger in balance', async () => {
  const { clerk } = shop.home;
  const day = addDays(dayOf(new Date(), 'Asia/Shanghai'), 90);
  const heading = ['Store code', 'Bar code', 'Quantity', 'Source', 'Cost of a piece', 'Good until'];
  const good = [
    heading,
    ['YL1', 6901234567892, 100, '捐赠', null, day],
    ['YL1', '6901234567892', 5, 'OPERATOR_OWNED', 3.5, { t: 'n', v: 80000, z: 'yyyy-mm-dd' }],
  ];
  const lots = await count('lot');
  const bad = book([...good, ['NO', 1, 1, '捐赠'], ['YL1', 6901234567892, 1, 'stolen']]);
  const tried = await post(clerk, 'lots', bad, { commit: true, type: XLSX });
  expect(found(tried)).toEqual([
    [4, 'Store code', 'STORE_UNKNOWN'],
    [5, 'Source', 'SOURCE_UNKNOWN'],
  ]);
  expect(await count('lot')).toBe(lots);
  const done = await post(clerk, 'lots', book(good), { commit: true, type: XLSX });
  expect(done).toMatchObject({ takenIn: true, lines: 2 });
  expect(await count('lot')).toBe(lots + 2);
  expect(await runChecks(shop.dataSource, LEDGER_CHECKS)).toEqual([]);
});

test.each(['en', 'zh-CN'])(
  'what a list calls a choice, a file may call it: %s',
  async (language) => {
    const { clerk } = shop.home;
    const token = await tokenOf(shop.dataSource, clerk.id);
    const headers = { 'accept-language': language, authorization: `Bearer ${token}` };
    const list = await fetch(`${served.url}/export/lots.csv?community=yongle`, { headers });
    const [heading = [], ...lots] = (await list.text())
      .replace('\ufeff', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const title = language === 'en' ? 'Source' : '来源';
    const words = [...new Set(lots.map((cells) => cells[heading.indexOf(title)]!))];
    expect(words.sort()).toEqual(
      language === 'en' ? ['Donated', "The operator's"] : ['捐赠', '运营方自有'],
    );
    const lines = words.map((word) => [
      'YL1',
      '6901234567892',
      1,
      word,
      word.startsWith('T') || word.startsWith('运') ? 3 : null,
    ]);
    const columns = ['Store code', 'Bar code', 'Quantity', 'Source', 'Cost of a piece'];
    const tried = await post(clerk, 'lots', book([columns, ...lines]), { type: XLSX, language });
    expect(tried).toMatchObject({ lines: 2, bad: 0, problems: [] });
  },
);

test('services of a leader’s own team wait for somebody to confirm them', async () => {
  const { leader, members, team } = shop.home;
  const day = addDays(dayOf(new Date(), 'Asia/Shanghai'), -3);
  const line = (name: string, at: string, minutes = '60') =>
    `${team.name},${name},repair,${day} ${at},${minutes}\n`;
  await shop.dataSource.query(`update credit_scheme_rate set valid_from = '2020-01-01'`);
  const heading = 'Team,Member,Kind of service,Done,Minutes\n';
  const name = members[0].resident.name;
  const bad =
    heading + line(name, '09:00') + line(name, '09:30') + line('Nobody', '10:00') + line(name, '8');
  expect(found(await post(leader, 'services', bad))).toEqual([
    [3, 'Done', 'SERVICE_OVERLAPS'],
    [4, 'Member', 'MEMBER_UNKNOWN'],
    [5, 'Done', 'CELL_NO_MOMENT'],
  ]);
  const good = heading + line(name, '09:00') + line(name, '11:00');
  expect(await post(leader, 'services', good, { commit: true })).toMatchObject({ takenIn: true });
  expect(await count('service')).toBe(2);
});

test('only whom the command’s own policy names may even try', async () => {
  const { clerk, cadre, leader, storekeeper } = shop.home;
  const status = async (who: Somebody | null, noun: string) =>
    (await post(who, noun, PRODUCTS)).status;
  expect(await status(null, 'products')).toBe(401);
  expect(await status(clerk, 'products')).toBe(403);
  expect(await status(storekeeper, 'residents')).toBe(403);
  expect(await status(shop.world.other.cadre, 'residents')).toBe(403);
  expect(await status(cadre, 'lots')).toBe(403);
  expect(await status(storekeeper, 'services')).toBe(403);
  expect(await status(leader, 'products')).toBe(403);
});

test('templates are filled in as they are: the example in them is no line', async () => {
  for (const [name, noun] of Object.entries(NOUNS)) {
    const token = await tokenOf(shop.dataSource, shop.home.cadre.id);
    const response = await fetch(`${served.url}/import/${name}.xlsx`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const { SheetNames, Sheets } = read(bytes);
    expect(SheetNames).toEqual(['数据', '说明']);
    const rows = utils.sheet_to_json<string[]>(Sheets['数据']!, { header: 1 });
    expect(rows[0]).toHaveLength(noun.fields.length);
    expect(rows[0]!.join('')).toMatch(/\p{Script=Han}/u);
  }
  const token = await tokenOf(shop.dataSource, shop.home.cadre.id);
  const template = await fetch(`${served.url}/import/residents.xlsx`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = Buffer.from(await template.arrayBuffer());
  const empty = await post(shop.home.cadre, 'residents', bytes, { type: XLSX });
  expect([empty.status, empty.reason]).toEqual([400, 'FILE_EMPTY']);
});

test('files that are no lists are refused', async () => {
  const { cadre } = shop.home;
  const reason = async (body: Buffer | string, type = 'text/csv') => {
    const { status, reason: said } = await post(cadre, 'residents', body, { type });
    return [status, said];
  };
  expect(await reason('')).toEqual([400, 'FILE_EMPTY']);
  expect(await reason(Buffer.from('d0cf11e0', 'hex'))).toEqual([400, 'ENCODING_UNKNOWN']);
  expect(await reason(Buffer.alloc(20_000_001, 'a'))).toEqual([413, 'FILE_TOO_LARGE']);
  const zeros = [new Uint8Array(151_000_000), { level: 1 }] as const;
  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': [...zeros] }));
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await reason(bomb, XLSX)).toEqual([413, 'FILE_TOO_LARGE']);
  expect((await reason('a=b', 'application/x-www-form-urlencoded'))[0]).toBe(415);
  expect((await post(cadre, 'secrets', 'a')).status).toBe(404);
  expect((await post(cadre, 'residents', 'a', { community: 'nowhere' })).status).toBe(404);
  expect(logged).toEqual([]);
});
