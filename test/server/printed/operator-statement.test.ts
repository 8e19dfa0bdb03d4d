import { serve, type Served } from '../../../src/server/serve';
import type { OperatorStatementRow } from '../../../src/supermarkets/operator-statement.entity';
import {
  basketOf,
  exchange,
  fillWallet,
  newProduct,
  newShop,
  receive,
  residentOf,
  type Shop,
} from '../../supermarkets/shop';
import { check, dispute, issue, statementId } from '../../supermarkets/statements';
import { tokenOf, type Somebody } from '../../support/world';

let shop: Shop;
let served: Served;
let stated: OperatorStatementRow;
const logged: string[] = [];

beforeAll(async () => {
  shop = await newShop();
  const figs = await newProduct(shop, { name: '<b>Figs</b>', price: 1 });
  const unitCost = { amount: '1.25', currency: 'CNY' as const };
  await receive(shop, figs, 9, { source: 'OPERATOR_OWNED', unitCost });
  await fillWallet(shop, residentOf(shop, 3).id, 9);
  const at = new Date('2024-03-15T10:00:00+08:00');
  const basket = { ...basketOf(shop, residentOf(shop, 3), figs, 4), occurredAt: at };
  await exchange(shop, basket, undefined, at);
  stated = await issue(shop, '2024-03', new Date('2024-04-02T10:00:00+08:00'));
  await dispute(shop, stated, { pieces: 1 });
  await check(shop, stated);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, shop.dataSource, (line) => logged.push(line));
}, 60_000);
afterAll(async () => {
  await served.close();
  await shop.database.drop();
  expect(logged).toEqual([]);
});

async function get(id: string, as: Pick<Somebody, 'id'> | null, query = '') {
  const headers: Record<string, string> = { 'accept-language': 'zh-CN' };
  if (as) headers.authorization = `Bearer ${await tokenOf(shop.dataSource, as.id)}`;
  const response = await fetch(`${served.url}/operator-statements/${id}.html${query}`, { headers });
  const html = await response.text();
  const text = html
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return { response, html, text };
}

test('a statement on a sheet, line by line, with what is in dispute', async () => {
  const { response, html, text } = await get(statementId(stated), shop.home.treasurer);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(text).toContain('运营方对账单 第 1 号');
  expect(text).toContain('2024-04-02');
  expect(text).toContain('¥1.25 4 0 ¥5.00 ¥1.25');
  expect(html).toContain('&lt;b&gt;Figs&lt;/b&gt;');
  const english = await get(statementId(stated), shop.home.clerk, '?lang=en');
  expect(english.text).toContain('CNY 1.25 4 0 CNY 5.00 CNY 1.25');
});

test('it is for the staff and readers of the books, and for nobody else', async () => {
  const id = statementId(stated);
  expect((await get(id, null)).response.status).toBe(401);
  for (const who of [shop.home.leader, shop.world.other.storekeeper])
    expect((await get(id, who)).response.status).toBe(403);
  for (const unknown of ['x', id.replace(/....$/, 'AAAA'), shop.storeId])
    expect((await get(unknown, shop.home.treasurer)).response.status).toBe(404);
});
