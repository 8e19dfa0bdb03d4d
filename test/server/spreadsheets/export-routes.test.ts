import { strFromU8, unzipSync } from 'fflate';
import { serve, type Served } from '../../../src/server/serve';
import { LISTS } from '../../../src/server/spreadsheets/lists';
import { addDays, dayOf } from '../../../src/kernel/calendar';
import type { FreshDatabase } from '../../support/database';
import { demoDatabase } from '../../support/demo';
import { tokenOf } from '../../support/world';

const COMMUNITY = 'yidaojie';
const ZONE = 'Asia/Shanghai';

let database: FreshDatabase;
let served: Served;
const logged: string[] = [];
const tokens = new Map<string, string>();

beforeAll(async () => {
  database = await demoDatabase();
  const { dataSource } = database;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
  const people: { id: string; login: string }[] = await dataSource.query(
    'select id, login from person where login is not null',
  );
  for (const { id, login } of people) tokens.set(login, await tokenOf(dataSource, id));
}, 120_000);
afterAll(async () => {
  await served.close();
  await database.drop();
});

async function get(login: string | null, file: string, query = '', language = 'en') {
  const token = login === null ? null : tokens.get(login);
  if (token === undefined) throw new Error(`Nobody signs in as ${login}`);
  return await fetch(`${served.url}/export/${file}?community=${COMMUNITY}${query}`, {
    headers: {
      'accept-language': language,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  });
}

/** The cells below the heading; none of the demo's texts has a comma or a quotation mark. */
async function rows(login: string, file: string, query = ''): Promise<string[][]> {
  const response = await get(login, file, query);
  expect([file, response.status]).toEqual([file, 200]);
  const lines = (await response.text()).trimEnd().split('\r\n');
  return lines.slice(1).map((line) => line.split(','));
}

const column = (list: string, heading: string) =>
  LISTS[list]!.columns.findIndex((each) => each.heading === heading);

async function count(sql: string): Promise<number> {
  const at = `(select id from place where slug = '${COMMUNITY}')`;
  const found = await database.dataSource.query<{ n: number }[]>(
    `select count(*)::int n from ${sql.replaceAll(':here', at)}`,
  );
  return found[0]!.n;
}

test('the journal leaves leg by leg for whoever reads the books, and for nobody else', async () => {
  const legs = await rows('treasurer', 'journal.csv');
  expect(legs).toHaveLength(await count('ledger_leg where community_id = :here'));
  const [debit, credit] = [column('journal', 'HEADING_DEBIT'), column('journal', 'HEADING_CREDIT')];
  expect(legs.every((leg) => (leg[debit] === '') !== (leg[credit] === ''))).toBe(true);
  expect((await get('clerk', 'journal.csv')).status).toBe(403);
  expect((await get('cadre', 'journal.csv')).status).toBe(403);
  expect((await get(null, 'journal.csv')).status).toBe(401);
}, 60_000);

test('each cell of a resident is there for whom its own policy names', async () => {
  const all = await count('resident where community_id = :here');
  const [phone, born] = [
    column('residents', 'HEADING_PHONE'),
    column('residents', 'HEADING_BIRTH_DATE'),
  ];
  const known = await rows('cadre', 'residents.csv');
  const served = await rows('clerk', 'residents.csv');
  expect([known.length, served.length]).toEqual([all, all]);
  expect(known.some((row) => /^\d{11}$/.test(row[phone]!))).toBe(true);
  expect(known.some((row) => row[born] !== '')).toBe(true);
  expect(served.some((row) => /\d{5}/.test(row[phone]!))).toBe(false);
  expect(served.every((row) => row[born] === '')).toBe(true);
  expect((await get('leader', 'residents.csv')).status).toBe(403);
});

test('products, lots and exchanges of all stores, with costs for whom costs concern', async () => {
  const products = await count('product where community_id = :here');
  const stores = await count('store where community_id = :here');
  expect(await rows('clerk', 'products.csv')).toHaveLength(products * stores);
  const cost = column('lots', 'HEADING_UNIT_COST');
  const lots = await rows('clerk', 'lots.csv');
  expect(lots.some((row) => row[cost] !== '')).toBe(true);
  const seen = await rows('member', 'lots.csv');
  expect(seen).toHaveLength(lots.length);
  expect(seen.every((row) => row[cost] === '')).toBe(true);
  const exchanges = await rows('clerk', 'exchanges.csv');
  const number = column('exchanges', 'HEADING_NUMBER');
  expect(new Set(exchanges.map((row) => row[number])).size).toBe(
    await count(
      `ledger_entry where community_id = :here and rule = 'goodsExchanged' and reversal_of is null`,
    ),
  );
  expect((await get('member', 'exchanges.csv')).status).toBe(403);
});

test('services of every self-organisation for the register, of their own for a leader', async () => {
  const all = await rows('cadre', 'services.csv');
  expect(all).toHaveLength(await count('service where community_id = :here'));
  const own = await rows('leader', 'services.csv');
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map((row) => row[0])).size).toBe(1);
  expect((await get('clerk', 'services.csv')).status).toBe(403);
});

test('a stretch of days is what happened in it, by the community’s clock', async () => {
  const from = addDays(dayOf(new Date(), ZONE), -75);
  const until = addDays(from, 31);
  const during = (moment: string) =>
    `${moment} >= ('${from}'::date::timestamp at time zone '${ZONE}')
     and ${moment} < ('${until}'::date::timestamp at time zone '${ZONE}')`;
  const here = 'community_id = :here and';
  const query = `&from=${from}&until=${until}`;
  const legs = `ledger_leg where community_id = :here and entry_id in (
    select id from ledger_entry where ${here} ${during('occurred_at')})`;
  const posted = await count(legs);
  expect(posted).toBeGreaterThan(0);
  expect(await rows('treasurer', 'journal.csv', query)).toHaveLength(posted);
  const exchanges = await rows('clerk', 'exchanges.csv', query);
  const number = column('exchanges', 'HEADING_NUMBER');
  const exchanged = await count(
    `ledger_entry where ${here} rule = 'goodsExchanged' and ${during('occurred_at')}`,
  );
  expect(exchanged).toBeGreaterThan(0);
  expect(new Set(exchanges.map((row) => row[number])).size).toBe(exchanged);
  const served = await count(`service where ${here} ${during('performed_at')}`);
  expect(served).toBeGreaterThan(0);
  expect(await rows('cadre', 'services.csv', query)).toHaveLength(served);
  const gifts = await rows('auditor', 'donations.csv', query);
  expect(gifts).toHaveLength(await count(`donation where ${here} ${during('started_at')}`));
  const received = column('lots', 'HEADING_RECEIVED');
  const [lots, all] = [await rows('clerk', 'lots.csv', query), await rows('clerk', 'lots.csv')];
  const within = all.filter((row) => row[received]! >= from && row[received]! < until);
  expect([lots, within.length < all.length]).toEqual([within, true]);
  // Two halves are the whole: a day belongs to one of them.
  const [before, after] = [
    await rows('cadre', 'services.csv', `&until=${until}`),
    await rows('cadre', 'services.csv', `&from=${until}`),
  ];
  expect(before.length + after.length).toBe((await rows('cadre', 'services.csv')).length);
});

test('every list is a workbook as well, in the language of whoever asks', async () => {
  for (const list of Object.keys(LISTS)) {
    const who = list === 'donations' ? 'treasurer' : 'officer';
    const response = await get(who, `${list}.xlsx`, '', 'zh-CN');
    expect([list, response.status]).toEqual([list, 200]);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${list}-${COMMUNITY}.xlsx"`,
    );
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const lines = sheet.match(/<row>.*?<\/row>/gs) ?? [];
    const cells = lines.map((line) => line.match(/<c[ />]/g)?.length);
    expect(new Set(cells)).toEqual(new Set([LISTS[list]!.columns.length]));
    expect(lines[0]).toMatch(/\p{Script=Han}/u);
  }
}, 60_000);

test('GB18030 says the same as UTF-8', async () => {
  const [one, other] = await Promise.all([
    get('cadre', 'residents.csv').then((response) => response.text()),
    get('cadre', 'residents.csv', '&charset=gb18030').then((response) => response.arrayBuffer()),
  ]);
  expect(new TextDecoder('gb18030').decode(other)).toBe(one.replace('\ufeff', ''));
});

test('what there is not is refused in words', async () => {
  const refused = async (file: string, query: string) => {
    const response = await get('cadre', file, query, 'zh-CN');
    const body = (await response.json()) as {
      errors: { message: string; extensions: { reason?: string } }[];
    };
    expect(body.errors[0]?.message).toMatch(/\p{Script=Han}/u);
    return [response.status, body.errors[0]?.extensions.reason];
  };
  expect(await refused('secrets.csv', '')).toEqual([404, 'LIST_UNKNOWN']);
  expect(await refused('__proto__.csv', '')).toEqual([404, 'LIST_UNKNOWN']);
  expect(await refused('lots.pdf', '')).toEqual([400, 'FORMAT_UNKNOWN']);
  expect(await refused('lots.csv', '&charset=latin1')).toEqual([400, 'CHARSET_UNKNOWN']);
  expect(await refused('residents.csv', '&from=2026-01-01')).toEqual([400, 'LIST_WITHOUT_TIME']);
  expect(await refused('lots.csv', '&from=2026-02-30')).toEqual([400, 'DAY_UNREADABLE']);
  const nothing = '&from=2026-02-02&until=2026-02-02';
  expect(await refused('lots.csv', nothing)).toEqual([400, 'PERIOD_EMPTY']);
  expect(await refused('lots.csv', '&community=other')).toEqual([404, 'ID_UNKNOWN']);
  expect(logged).toEqual([]);
});
