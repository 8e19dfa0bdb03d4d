import { toGlobalId } from '../../../src/kernel/global-id';
import { serve, type Served } from '../../../src/server/serve';
import { cardCodeInGroups } from '../../../src/society/card-code';
import { endCard } from '../../../src/society/end-card';
import { issueCard } from '../../../src/society/issue-card';
import type { Exchange } from '../../../src/supermarkets/exchange.reader';
import type { ProductRow } from '../../../src/supermarkets/product.entity';
import { voidExchange } from '../../../src/supermarkets/void-exchange';
import { qr, qrPath } from '../../../src/papers/qr';
import { bare, pages, printed } from '../../papers/printed';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  productId,
  receive,
  run,
  type Shop,
} from '../../supermarkets/shop';
import { tokenOf, type Somebody } from '../../support/world';

const PUBLIC = 'https://linli.example.org';
const MEAN = '<b>Tofu & "co"</b>';

let shop: Shop;
let served: Served;
let rice: ProductRow;
let taken: Exchange;
const logged: string[] = [];
const who = () => shop.home.leader;

beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 9);
  rice = await newProduct(shop, {
    price: 8,
    allowanceClass: 'grain',
    name: '东北大米 5 kg',
    unit: '袋',
  });
  const tofu = await newProduct(shop, { price: 1, name: MEAN });
  await receive(shop, rice, 1, { expiresOn: day(3) });
  for (const product of [rice, tofu]) await receive(shop, product, 20);
  await fillWallet(shop, who().resident.id, 50);
  taken = await exchange(shop, {
    ...basketOf(shop, who().resident, rice, 1),
    lines: [
      { productId: productId(rice), quantity: 2 },
      { productId: productId(tofu), quantity: 3 },
    ],
  });
  // What comes later changes nothing on the slip.
  await exchange(shop, basketOf(shop, who().resident, rice, 1));
  const settings = { host: '127.0.0.1', port: 0, publicUrl: PUBLIC };
  served = await serve(settings, shop.dataSource, (line) => logged.push(line));
});
afterAll(async () => {
  await served.close();
  await booksAreRight(shop);
  await shop.database.drop();
});

const slipOf = ({ communityId, id }: Exchange) => toGlobalId('Exchange', communityId, id);
async function get(path: string, as: Pick<Somebody, 'id'> | null, language = 'zh-CN') {
  const headers: Record<string, string> = { 'accept-language': language };
  if (as) headers.authorization = `Bearer ${await tokenOf(shop.dataSource, as.id)}`;
  return await fetch(`${served.url}${path}`, { headers });
}
/** What a page says, without its marks. */
const said = (html: string) =>
  bare(
    html
      .replace(/<(style|svg)[^]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

const SLIP = (name: string) => [
  'Yongle Store',
  '兑换小票',
  `居民 ${name}`,
  '东北大米 5 kg',
  '2 袋 × 8 积分',
  MEAN,
  '合计 19 积分',
  '兑换后余额 31 积分',
  'Class grain本月还可领 7 件',
  '扫码查看本次兑换',
];

test('a slip says what was taken and what was left right after it, on the page and in the PDF', async () => {
  const html = await get(`/slips/${slipOf(taken)}.html`, shop.home.clerk);
  expect(html.status).toBe(200);
  const page = await html.text();
  for (const text of SLIP('Z**')) expect(said(page)).toContain(bare(text));
  expect(page).not.toContain(MEAN);
  expect(page).not.toContain('已作废');
  const link = `${PUBLIC}/slips/${slipOf(taken)}.html`;
  expect(page).toContain(`<path d="${qrPath(await qr(link))}"/>`);
  const pdf = await get(`/slips/${slipOf(taken)}.pdf`, shop.home.clerk);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toMatch(
    /^inline; filename="slip-YL1-[\w-]+\.pdf"$/,
  );
  const paper = Buffer.from(await pdf.arrayBuffer());
  expect(pages(paper)).toBe(1);
  for (const text of SLIP('Z**')) expect(printed(paper)).toContain(bare(text));
});

test('the name is masked on paper, but for the resident and who keeps the register', async () => {
  const seen = async (as: Somebody) =>
    said(await (await get(`/slips/${slipOf(taken)}.html`, as)).text());
  const full = bare(`居民 ${who().resident.name}`);
  for (const each of [who(), shop.home.cadre, shop.world.officer])
    expect(await seen(each)).toContain(full);
  for (const each of [shop.home.clerk, shop.home.storekeeper, shop.world.auditor])
    expect(await seen(each)).not.toContain(full);
  // What is in the wallet is not the auditor's business.
  expect(await seen(shop.world.auditor)).not.toContain('余额');
  expect(await seen(shop.world.auditor)).not.toContain('还可领');
});

test('it speaks the language that is asked for', async () => {
  const path = `/slips/${slipOf(taken)}.html`;
  const english = await (await get(path, shop.home.clerk, 'en')).text();
  expect(english).toContain('<html lang="en">');
  for (const text of ['Exchange slip', 'Total 19 credits', 'In the wallet after it 31 credits'])
    expect(said(english)).toContain(bare(text));
  expect(await (await get(`${path}?lang=zh`, shop.home.clerk, 'en')).text()).toContain('兑换小票');
});

test('only who may read the exchange gets it, and nobody keeps it', async () => {
  const { home, world } = shop;
  for (const format of ['html', 'pdf']) {
    const path = `/slips/${slipOf(taken)}.${format}`;
    for (const as of [home.members[0], home.treasurer, world.other.clerk, world.outsider])
      expect((await get(path, as)).status).toBe(403);
    expect((await get(path, null)).status).toBe(401);
    const { status, headers } = await get(path, home.clerk);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  }
  expect((await get(`/slips/${slipOf(taken)}.html`, null)).headers.get('cache-control')).toBe(
    'private, no-store',
  );
});

test('what is no exchange is not found', async () => {
  const { clerk } = shop.home;
  const id = slipOf(taken);
  const unknown = toGlobalId('Exchange', shop.home.id, shop.home.id);
  const wrong = [`${unknown}.html`, `${productId(rice)}.html`, `${id}.png`, id, `${id}.html.pdf`];
  for (const file of [...wrong, 'x.pdf', `${'x'.repeat(80)}.html`, '%00.html'])
    expect([file, (await get(`/slips/${file}`, clerk)).status]).toEqual([file, 404]);
});

test('the slip of an exchange that was taken back says so', async () => {
  const back = await exchange(shop, basketOf(shop, who().resident, rice, 1));
  await run(shop, shop.home.clerk.actor, (work) =>
    voidExchange(work, { idempotencyKey: key(), exchangeId: slipOf(back), reason: '拿错\n了' }),
  );
  const page = said(await (await get(`/slips/${slipOf(back)}.html`, shop.home.clerk)).text());
  const paper = await (await get(`/slips/${slipOf(back)}.pdf`, shop.home.clerk)).arrayBuffer();
  for (const text of [page, printed(Buffer.from(paper))]) {
    expect(text).toContain('已作废');
    expect(text).not.toContain('余额');
    expect(text).toContain(bare('作废，原因：拿错 了'));
  }
  const english = await get(`/slips/${slipOf(back)}.html?lang=en`, shop.home.clerk);
  expect(await english.text()).toContain('<strong>VOID</strong>');
});

test('a card shows its code and no name, to whoever holds cards, until it ends', async () => {
  const { home, world } = shop;
  const card = await run(shop, home.cadre.actor, (work) =>
    issueCard(work, { residentId: who().resident.globalId }),
  );
  const path = `/cards/${toGlobalId('ResidentCard', card.communityId, card.id)}`;
  for (const as of [who(), home.cadre, home.storekeeper]) {
    const page = await (await get(`${path}.html`, as)).text();
    for (const text of ['Yongle', '居民卡', 'Z**', cardCodeInGroups(card.code)])
      expect(said(page)).toContain(bare(text));
    expect(page).not.toContain(who().resident.name);
    expect(page).toMatch(/<svg [^>]*><path d="M0 0h7v1h-7z/);
  }
  const pdf = Buffer.from(await (await get(`${path}.pdf`, home.cadre)).arrayBuffer());
  expect(pages(pdf)).toBe(1);
  expect(printed(pdf)).toContain(bare(cardCodeInGroups(card.code)));
  for (const as of [home.clerk, home.members[0], world.other.cadre, world.auditor])
    expect((await get(`${path}.html`, as)).status).toBe(403);
  expect((await get(`${path}.pdf`, null)).status).toBe(401);
  await run(shop, home.clerk.actor, (work) =>
    endCard(work, { cardId: path.replace('/cards/', ''), because: 'lost' }),
  );
  const gone = await get(`${path}.html`, home.cadre);
  expect([gone.status, said(await gone.text())]).toEqual([
    410,
    bare('该居民卡已停用。 该居民卡已停用。'),
  ]);
  expect(logged).toEqual([]);
});
