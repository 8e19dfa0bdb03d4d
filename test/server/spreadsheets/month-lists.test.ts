import { strFromU8, unzipSync } from 'fflate';
import { isEnumType, parse, validate } from 'graphql';
import { hasWords, LANGUAGES } from '../../../src/api/say';
import { wordFor } from '../../../src/server/spreadsheets/choices';
import { MONTH_LISTS } from '../../../src/server/spreadsheets/month-lists';
import { textOf } from '../../../src/server/spreadsheets/month-rows';
import { createSchema } from '../../../src/server/schema';
import { serve, type Served } from '../../../src/server/serve';
import { credit, month, newTown, noonOf, sealAll } from '../../reports/stage';
import {
  basketOf,
  exchange,
  newClass,
  newProduct,
  prioritise,
  receive,
  residentOf,
  type Shop,
} from '../../supermarkets/shop';
import { tokenOf } from '../../support/world';

const SCHEMA = createSchema();
const lists = Object.entries(MONTH_LISTS);
const choices = new Set(lists.flatMap(([, list]) => list.columns.flatMap(({ of }) => of ?? [])));

test.each(lists)('%s asks for what the schema has, and its columns have words', (_, list) => {
  expect(validate(SCHEMA, parse(textOf(list)))).toEqual([]);
  for (const { heading } of list.columns)
    expect(LANGUAGES.map((language) => hasWords(heading, language))).toEqual([true, true]);
});

test.each([...choices])('each value of %s has words in both languages', (name) => {
  const type = SCHEMA.getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  expect(values.length).toBeGreaterThan(1);
  for (const language of LANGUAGES) {
    const words = new Set(values.map((value) => wordFor(language, name, value)));
    expect(new Set([...words, ...values]).size).toBe(2 * values.length);
  }
});

describe('over HTTP', () => {
  const before = month(-1);
  const logged: string[] = [];
  let shop: Shop;
  let served: Served;
  beforeAll(async () => {
    const town = await newTown();
    ({ shop } = town);
    await newClass(shop, 'grain', 500, 3, noonOf(month(-2)));
    const rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
    const { dataSource, home } = shop;
    await dataSource.query(
      `update product_price set valid_from = '2020-01-01' where community_id = $1`,
      [home.id],
    );
    await prioritise(shop, residentOf(shop, 0).id, '2020-01-01');
    const at = noonOf(before);
    await receive(shop, rice, 40, {}, at);
    for (const household of [0, 1, 2, 3, 4]) {
      const who = residentOf(shop, household);
      await credit(shop, who.id, 50, { now: at });
      const basket = { ...basketOf(shop, who, rice, 2), occurredAt: at };
      await exchange(shop, basket, undefined, at);
    }
    await sealAll(dataSource);
    const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
    served = await serve(settings, dataSource, (line) => logged.push(line));
  }, 60_000);
  afterAll(async () => {
    await served.close();
    await shop.database.drop();
  });

  async function get(
    who: 'auditor' | 'leader' | null,
    file: string,
    query = `&from=${before}&until=${month()}`,
    language = 'en',
  ) {
    const [{ slug }] = await shop.dataSource.query('select slug from place where id = $1', [
      shop.home.id,
    ]);
    const person = who === 'auditor' ? shop.world.auditor : shop.home.leader;
    const token = who && (await tokenOf(shop.dataSource, person.id));
    return await fetch(`${served.url}/export/${file}?community=${slug}${query}`, {
      headers: { 'accept-language': language, ...(token && { authorization: `Bearer ${token}` }) },
    });
  }

  async function lines(...asked: Parameters<typeof get>): Promise<string[]> {
    const response = await get(...asked);
    expect([asked, response.status]).toEqual([asked, 200]);
    return (await response.text()).trimEnd().split('\r\n').slice(1);
  }

  test('goods, shelves and credits of a month are a line for each of their parts', async () => {
    const { name } = shop.store;
    expect(await lines('leader', 'goods-by-month.csv')).toEqual([
      `${name},${before},Donated,grain,0,40,0,10,0,0,0,0,30,0,0,0`,
    ]);
    expect(await lines('leader', 'shelf-by-month.csv')).toEqual([
      expect.stringMatching(`^${name},${before},grain,30,10,84,10,270,0,40,0$`),
    ]);
    const [service] = await lines('leader', 'credits-by-month.csv');
    expect(service).toBe(`${before},service,250,20,0,230,10000`);
  });

  test('people stand exactly for whom the policy names, and few of them for nobody else', async () => {
    const { name } = shop.store;
    const exact = await lines('auditor', 'households-by-month.csv');
    expect(exact).toContain(`${name},${before},low income,1,5`);
    const shown = await lines('leader', 'households-by-month.csv');
    expect(shown).toContain(`${name},${before},low income,,5`);
    const ages = await lines('auditor', 'participation-by-month.csv', undefined, 'zh-CN');
    expect(ages).toHaveLength(7);
    expect(ages[1]).toBe(`${before},18–34 岁,0,0,0,0,0,0,`);
  });

  test('the last twelve months where none are named, as a workbook in Chinese', async () => {
    const response = await get('auditor', 'participation-by-month.xlsx', '', 'zh-CN');
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet.match(/<row>/g)).toHaveLength(1 + 12 * 7);
    expect(sheet).toContain('参与率（万分之）');
    expect(sheet).toContain(month(-11));
  });

  test.each([
    ['MONTH_UNREADABLE', '&from=2026-13'],
    ['PERIOD_EMPTY', '&from=2026-03&until=2026-03'],
    ['MONTHS_TOO_MANY', '&from=2020-01'],
  ])('refuses %s, and strangers', async (code, query) => {
    const response = await get('auditor', 'goods-by-month.csv', query);
    const body = (await response.json()) as { errors: { extensions: { reason?: string } }[] };
    expect([response.status, body.errors[0]?.extensions.reason]).toEqual([400, code]);
    expect((await get(null, 'goods-by-month.csv')).status).toBe(401);
    expect(logged).toEqual([]);
  });
});
