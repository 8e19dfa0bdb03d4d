import { serve, type Served } from '../../src/server/serve';
import { recallLot } from '../../src/supermarkets/recall-lot';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setGoodsValue } from '../../src/supermarkets/set-goods-value';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { tenantRef, toGlobalId } from '../../src/kernel/global-id';
import { newFollowToken } from '../../src/donations/follow-token';
import { bare, pages, printed } from '../papers/printed';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  productId,
  residentOf,
  run,
  type Shop,
} from '../supermarkets/shop';
import { tokenOf, type Somebody } from '../support/world';
import { buildPages } from '../web/support/chromium';

const MEAN = '<b>Tofu & "co"</b>';

let shop: Shop;
let served: Served;
let rice: ProductRow;
let tofu: ProductRow;
const logged: string[] = [];
beforeAll(async () => {
  buildPages();
  shop = await newShop();
  rice = await newProduct(shop, { price: 1, name: '东北大米', unit: '袋（5 kg）' });
  tofu = await newProduct(shop, { price: 1, name: MEAN });
  await run(shop, shop.world.officer.actor, (work) =>
    setGoodsValue(work, {
      ...{ communityId: shop.home.place.globalId, productId: productId(rice), credits: 3 },
    }),
  );
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, shop.dataSource, (line) => logged.push(line));
}, 120_000);
afterAll(async () => {
  expect(logged).toEqual([]);
  await served.close();
  await booksAreRight(shop);
  await shop.database.drop();
});

async function look(path: string, language = 'zh-CN') {
  const headers = { 'accept-language': language };
  const answer = await fetch(new URL(path, served.url), { headers, redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
}

/** Asks the API over HTTP, signed in as somebody. */
async function api(who: Somebody, query: string, variables: object = {}) {
  const token = await tokenOf(shop.dataSource, who.id);
  const answer = await fetch(new URL('/graphql', served.url), {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'accept-language': 'en' },
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return (await answer.json()) as { data: any; errors?: { message: string }[] };
}

const RECEIVE = `mutation ($input: ReceiveGoodsGiftInput!) { receiveGoodsGift(input: $input) {
  followToken userErrors { code path }
  gift { id number giverName named thanks lines { line lot { id quantity gift { id } } } } } }`;

async function give(more: object = {}) {
  const input = {
    ...{ idempotencyKey: key(), storeId: shop.storeId, giverName: '周先生' },
    lines: [
      { productId: productId(rice), quantity: 10, expiresOn: day(40) },
      { productId: productId(tofu), quantity: 4 },
    ],
    ...more,
  };
  const { data, errors } = await api(shop.home.clerk, RECEIVE, { input });
  expect(errors).toBeUndefined();
  return data.receiveGoodsGift;
}

const take = async (household: number, product = rice, quantity = 1) => {
  await fillWallet(shop, residentOf(shop, household).id, 10);
  return await exchange(shop, basketOf(shop, residentOf(shop, household), product, quantity));
};

test('a giver follows goods from the slip to every piece, without an account', async () => {
  const { followToken, gift, userErrors } = await give();
  expect(userErrors).toEqual([]);
  expect(gift.number).toMatch(/^YL1-G\d{6}$/);
  const before = await look(`/goods/${followToken}`);
  expect(before.status).toBe(200);
  for (const said of [
    '周先生',
    gift.number,
    '共 14 件',
    '14 件仍在货架上',
    '还没有居民领取',
    '东北大米',
  ])
    expect(before.text).toContain(said);
  expect(before.text).toContain('&lt;b&gt;Tofu &amp; &quot;co&quot;&lt;/b&gt;');
  expect(before.text).not.toContain('<b>');
  expect(before.text).not.toMatch(/<script(?! type="module" src="\/assets\/)|style="|onclick/);
  expect(before.headers.get('cache-control')).toBe('no-store');
  expect(before.headers.get('referrer-policy')).toBe('no-referrer');

  await take(0);
  const back = await take(1);
  const few = await look(`/goods/${followToken}`);
  expect(few.text).toContain('还不到三户');
  await take(2);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    voidExchange(work, {
      ...{ idempotencyKey: key(), exchangeId: toGlobalId('Exchange', shop.home.id, back.id) },
      reason: 'Brought back',
    }),
  );
  expect((await look(`/goods/${followToken}`)).text).toContain('还不到三户');
  await take(3, rice, 2);
  const lotId: string = gift.lines[1].lot.id;
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId, reason: 'Sour' }),
  );
  const after = await look(`/goods/${followToken}`, 'en');
  expect(after.text).toContain('<html lang="en">');
  for (const said of [
    ...['4 given to residents', '6 on the shelf', '4 called back'],
    'At least 3 households',
  ])
    expect(after.text).toContain(said);
  for (const { name } of [0, 2, 3].map((household) => residentOf(shop, household)))
    expect(after.text).not.toContain(name);
});

test('the slip says what was given, and its code leads back to the page', async () => {
  const { followToken, gift } = await give();
  const slip = await look(`/goods/${followToken}/slip`);
  expect(slip.status).toBe(200);
  for (const said of ['捐赠物资致谢凭条', '周先生', gift.number, '14 件', day(40), '不是捐赠票据'])
    expect(slip.text).toContain(said);
  expect(slip.text).toContain('<svg');
  const pdf = await look(`/goods/${followToken}/slip.pdf?lang=en`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toBe(
    `inline; filename="goods-${gift.number}.pdf"`,
  );
  expect(pages(pdf.bytes)).toBe(1);
  for (const said of ['Acknowledgement of goods given', gift.number, '14 pieces', MEAN])
    expect(printed(pdf.bytes)).toContain(bare(said));
});

test('goods that earned credits are received and not acknowledged', async () => {
  const resident = residentOf(shop, 4);
  const { followToken } = await give({
    ...{ giverName: null, residentId: resident.globalId, thanks: 'CREDITS' },
    lines: [{ productId: productId(rice), quantity: 2 }],
  });
  const slip = await look(`/goods/${followToken}/slip`);
  for (const said of ['物资接收凭条', '6 积分', '不作捐赠致谢之用'])
    expect(slip.text).toContain(said);
  expect(slip.text).not.toContain('捐赠物资致谢凭条');
  const page = await look(`/goods/${followToken}`, 'en');
  expect(page.text).toContain('6 credits were earned');
  for (const { text } of [slip, page]) {
    expect(text).not.toContain(resident.name);
    expect(text).toContain(`${[...resident.name][0]}**`);
  }
});

test('a lot tells what it earns by the day on which it came, not by today', async () => {
  const { gift } = await give({ lines: [{ productId: productId(rice), quantity: 1 }] });
  const { id } = gift.lines[0].lot as { id: string };
  const asked = `query ($id: ID!) { node(id: $id) { ... on Lot {
    giftCredits product { giftCredits } } } }`;
  const earns = async () => (await api(shop.home.clerk, asked, { id })).data.node as unknown;
  expect(await earns()).toEqual({ giftCredits: 3, product: { giftCredits: 3 } });
  const lotId = tenantRef('Lot', id, []).id;
  const moveBy = (days: number) =>
    shop.dataSource.query(
      `update lot set received_at = received_at + make_interval(days => $3)
       where community_id = $1 and id = $2`,
      [shop.home.id, lotId, days],
    );
  // It came the day before anything was set.
  await moveBy(-1);
  expect(await earns()).toEqual({ giftCredits: null, product: { giftCredits: 3 } });
  await moveBy(1);
});

test('an unnamed giver stays unnamed on the slip and the page', async () => {
  const { followToken } = await give({ named: false });
  for (const path of ['', '/slip'])
    expect((await look(`/goods/${followToken}${path}`)).text).not.toContain('周先生');
  expect((await look(`/goods/${followToken}/slip`)).text).toContain('匿名');
});

test('a word that is none of ours leads to no page, whatever follows it', async () => {
  const { followToken } = await give();
  const strange = [
    ...['x', 'x'.repeat(64), `${followToken.slice(0, -1)}!`, newFollowToken(shop.home.id)],
    ...['%00', '..%2f..', `${followToken}${followToken}`],
  ];
  for (const token of strange)
    for (const path of ['', '/slip', '/slip.pdf'])
      expect([404, 414]).toContain((await look(`/goods/${token}${path}`)).status);
  expect((await look(`/gifts/${followToken}`)).status).toBe(404);
  expect((await look(`/goods/${followToken}/papers`)).status).toBe(404);
});

const GIFTS = `query ($store: ID!, $resident: ID!) {
  store: node(id: $store) { ... on Store { goodsGifts(first: 5) { edges { node {
    number households drive { title received(first: 1) { edges { node { id } } } }
    receivedBy { name } lines { lot { stock followed { pieces stage month } } } } } } } }
  resident: node(id: $resident) { ... on Resident { goodsGifts(first: 5) { edges { node {
    thanks resident { id } lines { lot { followed { stage } } } } } } } } }`;

test('staff see all gifts of a store, a resident their own, and others none', async () => {
  const open = `mutation ($input: OpenGoodsDriveInput!) { openGoodsDrive(input: $input) {
    drive { id title place gifts pieces community { name } } userErrors { code } } }`;
  const input = {
    ...{ communityId: shop.home.place.globalId, title: '冬衣募集', place: '三号院门口' },
    ...{ startsOn: day(), endsOn: day(3) },
  };
  const { data: opened } = await api(shop.home.storekeeper, open, { input });
  const driveId = opened.openGoodsDrive.drive.id;
  const { resident } = shop.home.leader;
  await give({ driveId, giverName: null, residentId: resident.globalId });
  const variables = { store: shop.storeId, resident: resident.globalId };
  const staff = await api(shop.home.clerk, GIFTS, variables);
  expect(staff.errors).toBeUndefined();
  expect(staff.data.store.goodsGifts.edges[0].node).toMatchObject({
    ...{ households: null, receivedBy: { name: shop.home.clerk.name } },
    drive: { title: '冬衣募集', received: { edges: [{}] } },
    lines: [{ lot: { followed: [{ pieces: 10, stage: 'ON_SHELF' }] } }, { lot: { stock: 4 } }],
  });
  const own = await api(shop.home.leader, GIFTS, variables);
  expect(own.errors).toHaveLength(1);
  expect(own.data.store.goodsGifts).toBeNull();
  expect(own.data.resident.goodsGifts.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
    expect.objectContaining({ thanks: 'ACKNOWLEDGEMENT', resident: { id: resident.globalId } }),
  ]);
  const [other] = shop.home.members;
  const strange = await api(other, GIFTS, variables);
  expect(strange.data.store.goodsGifts).toBeNull();
  expect(strange.data.resident?.goodsGifts ?? null).toBeNull();
});
