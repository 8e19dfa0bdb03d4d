import { isEnumType, parse, validate } from 'graphql';
import { hasWords, LANGUAGES } from '../../../src/api/say';
import { createSchema } from '../../../src/server/schema';
import { serve, type Served } from '../../../src/server/serve';
import { wordFor } from '../../../src/server/spreadsheets/choices';
import { PUBLIC_LISTS } from '../../../src/server/spreadsheets/public-lists';
import { bookText } from '../../../src/server/spreadsheets/public-rows';
import { month, newTown, type Town } from '../../disclosure/open-books';

const SCHEMA = createSchema();
const lists = Object.entries(PUBLIC_LISTS);
const choices = new Set(lists.flatMap(([, list]) => list.columns.flatMap(({ of }) => of ?? [])));

test.each(lists)('%s asks for what the schema has, and its columns have words', (_, list) => {
  expect(validate(SCHEMA, parse(bookText(list)))).toEqual([]);
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

describe('over HTTP, as a stranger', () => {
  const logged: string[] = [];
  let town: Town;
  let served: Served;
  beforeAll(async () => {
    town = await newTown();
    const { dataSource } = town.database;
    await dataSource.query(
      `update pool_grant set title = '=HYPERLINK("http://evil")' where community_id = $1`,
      [town.world.home.id],
    );
    const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
    served = await serve(settings, dataSource, (line) => logged.push(line));
  }, 120_000);
  afterAll(async () => {
    await served.close();
    await town.database.drop();
    expect(logged).toEqual([]);
  });

  async function get(file: string, query = '', slug = 'yongle') {
    const search = new URLSearchParams({ from: month(-11), until: month(1) });
    for (const [name, value] of new URLSearchParams(query)) search.set(name, value);
    const headers = { 'accept-language': 'en' };
    return await fetch(`${served.url}/c/${slug}/csv/${file}?${search}`, { headers });
  }

  async function rows(file: string, query = '', slug = 'yongle'): Promise<string[]> {
    const response = await get(`${file}.csv`, query, slug);
    expect([file, response.status]).toEqual([file, 200]);
    return (await response.text()).replace('\ufeff', '').trimEnd().split('\r\n').slice(1);
  }

  test('sources, uses and flows leave as the page has them', async () => {
    expect(await rows('income')).toEqual([
      'Surplus of social enterprises,The community’s own,C7,600.00,CNY,1,3492',
      'Gifts,The community’s own,C8,118.00,CNY,5,687',
      'Public money,Government money,C2,1000.00,CNY,1,5821',
    ]);
    expect(await rows('uses', '&lang=zh-CN')).toEqual(['组织资助,,A5,440.00,CNY,2,10000']);
    expect(await rows('flows')).toContain('Givers,Welfare pools,118.00,CNY,5');
    expect((await rows('months')).at(-3)).toBe(`${month(-2)},688.00,0.00,0.00,688.00,1000.00,4076`);
    expect(await rows('credits')).toHaveLength(36);
  });

  test('entries leave a page at a time, of one number where it is named', async () => {
    const all = await rows('entries');
    expect(all).toHaveLength(10);
    const gifts = await rows('entries', '&items=GIFTS');
    expect(gifts).toHaveLength(5);
    expect(gifts.reduce((sum, row) => sum + Number(row.split(',')[2]), 0)).toBe(118);
    const paid = await rows('entries', '&fromNode=POOL_WELFARE&toNode=SELF_ORGANISATIONS');
    expect(paid).toHaveLength(2);
    expect(await rows('entries', `&grant=${town.grantId}&items=SHOWN`)).toHaveLength(1);
    expect(await rows('entries', '', 'heping')).toHaveLength(1);
  });

  test('a title that a sheet would calculate is defused', async () => {
    const [first] = await rows('grants');
    expect(first).toMatch(/^"'=HYPERLINK/);
    expect(await rows('grants')).toHaveLength(2);
  });

  test('anybody may keep a list for a minute, as a file', async () => {
    const { headers } = await get('income.csv');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('content-disposition')).toBe('attachment; filename="income-yongle.csv"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('one address has four lists under way at once, however long they take', async () => {
    const runner = town.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('lock table report_money in access exclusive mode');
    const begun = Array.from({ length: 4 }, () => get('entries.csv'));
    // Whoever asks on and on is told at once, while the first four still wait.
    const refused = await firstRefused().finally(() => runner.rollbackTransaction());
    await runner.release();
    expect(refused).toMatchObject({ extensions: { reason: 'EXPORTS_BUSY' } });
    const answers = await Promise.all(begun);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await Promise.all(answers.map((each) => each.text()));
    expect(await rows('entries')).toHaveLength(10);
  });

  /** Asks for a list that needs no money of the books, a few times, until there are too many. */
  async function firstRefused(): Promise<object | undefined> {
    for (let tries = 0; tries < 20; tries += 1) {
      const response = await get('grants.csv');
      const text = await response.text();
      if (response.status !== 200) return (JSON.parse(text) as { errors: object[] }).errors[0];
    }
    return undefined;
  }

  test.each([
    ['LIST_UNKNOWN', 404, 'journal.csv', '', 'yongle'],
    ['FORMAT_UNKNOWN', 400, 'income.xlsx', '', 'yongle'],
    ['ID_UNKNOWN', 404, 'income.csv', '', 'nowhere'],
    ['ID_UNKNOWN', 404, 'entries.csv', '&grant=nothing', 'yongle'],
    ['MONTH_UNREADABLE', 400, 'income.csv', '&until=soon', 'yongle'],
  ])('refuses %s', async (reason, status, file, query, slug) => {
    const response = await get(file, query, slug);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(response.status).toBe(status);
    expect(errors[0]?.extensions).toMatchObject({ reason });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
