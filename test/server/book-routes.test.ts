import { serve, type Served } from '../../src/server/serve';
import { newProduct, newShop, receive, type Shop } from '../supermarkets/shop';
import { tokenOf } from '../support/world';

let shop: Shop;
let served: Served;
const logged: string[] = [];
beforeAll(async () => {
  shop = await newShop();
  await receive(shop, await newProduct(shop, { price: 2 }), 30);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, shop.dataSource, (line) => logged.push(line));
});
afterAll(async () => {
  await served.close();
  await shop.database.drop();
});

async function get(who: { id: string } | null, file: string, query = '', slug = 'yongle') {
  const token = who && (await tokenOf(shop.dataSource, who.id));
  return await fetch(`${served.url}/export/${file}?community=${slug}${query}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
}

test.each([
  ['books.hledger', /^account Goods received:/m],
  ['books.beancount', /^1970-01-01 open Equity:Goods-received:/m],
])('an auditor takes %s away', async (file, account) => {
  const response = await get(shop.world.auditor, file);
  expect([response.status, response.headers.get('content-disposition')]).toEqual([
    200,
    `attachment; filename="books-yongle.${file.slice('books.'.length)}"`,
  ]);
  const text = await response.text();
  expect(text).toMatch(account);
  expect(text).toContain('goodsReceived');
});

test('a stretch is one of recorded days', async () => {
  const before = await get(
    shop.world.auditor,
    'books.hledger',
    '&from=2020-01-01&until=2020-02-01',
  );
  const text = await before.text();
  expect(text).not.toContain('goodsReceived');
  expect(text).toContain('Goods received');
});

test.each([
  [401, null, 'books.hledger', '', 'yongle'],
  [403, 'clerk', 'books.hledger', '', 'yongle'],
  [403, 'clerk', 'books.beancount', '', 'heping'],
  [404, 'auditor', 'books.hledger', '', 'nowhere'],
  [404, 'auditor', 'books.xlsx', '', 'yongle'],
  [400, 'auditor', 'books.hledger', '&from=2026-13-01', 'yongle'],
  [400, 'auditor', 'books.hledger', '&from=2026-03-01&until=2026-03-01', 'yongle'],
] as const)('answers %i to %s who asks for %s%s of %s', async (status, who, file, query, slug) => {
  const people = { clerk: shop.home.clerk, auditor: shop.world.auditor };
  const response = await get(who && people[who], file, query, slug);
  expect(response.status).toBe(status);
  const { errors } = (await response.json()) as { errors: object[] };
  expect(errors).toHaveLength(1);
});

test('no more than two are under way at once, and each makes room when it is done', async () => {
  const asked = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const response = await get(shop.world.auditor, 'books.hledger');
      await response.text();
      return response.status;
    }),
  );
  expect(asked.every((status) => status === 200 || status === 503)).toBe(true);
  expect(asked).toContain(200);
  const later = await get(shop.world.auditor, 'books.hledger');
  expect(later.status).toBe(200);
  await later.text();
  expect(logged).toEqual([]);
});
