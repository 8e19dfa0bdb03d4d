import { randomUUID } from 'node:crypto';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { legsOfEntries } from '../../src/ledger/leg.reader';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setPrice } from '../../src/supermarkets/set-price';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  openShop,
  owed,
  pooled,
  productId,
  receive,
  residentOf,
  run,
  stock,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  rice = await newProduct(shop);
  await receive(shop, rice, 1000);
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const HOUR = 3_600_000;
const who = () => residentOf(shop, 3);

test('goods leave the lot and credits the wallet in one entry', async () => {
  await fillWallet(shop, who().id, 20);
  const oats = await newProduct(shop, { name: 'Oats', price: 8 });
  const lot = await receive(shop, oats, 5);
  const before = await entries(shop);
  const done = await exchange(shop, basketOf(shop, who(), oats, 2));
  expect(done).toMatchObject({
    communityId: shop.home.id,
    storeId: shop.store.id,
    residentId: who().id,
    householdId: who().householdId,
    actorId: shop.home.clerk.id,
    credits: 16,
    lines: [{ productId: oats.id, lotId: lot.id, quantity: 2, credits: 16 }],
  });
  expect(await wallet(shop, who().id)).toBe(4);
  expect(await stock(shop, lot.id, oats)).toBe(3);
  expect(await entries(shop)).toBe(before + 1);
  const legs = await legsOfEntries(shop.dataSource.manager, shop.home.id, [done.id]);
  expect(legs.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['goodsGiven', 2n],
    ['lotStock', -2n],
    ['wallet', 16n],
    ['creditsRedeemed', -16n],
  ]);
});

test('the wallet may reach exactly zero, and not one credit less', async () => {
  const broke = residentOf(shop, 4);
  await fillWallet(shop, broke.id, 15);
  await expect(exchange(shop, basketOf(shop, broke, rice, 2))).rejects.toMatchObject({
    code: 'INSUFFICIENT_CREDITS',
    facts: { available: 15, required: 16 },
    path: ['lines'],
  });
  await fillWallet(shop, broke.id, 1);
  await exchange(shop, basketOf(shop, broke, rice, 2));
  expect(await wallet(shop, broke.id)).toBe(0);
});

test('someone who never earned has nothing to give', async () => {
  const empty = residentOf(shop, 4, 2);
  await expect(exchange(shop, basketOf(shop, empty, rice, 1))).rejects.toMatchObject({
    code: 'INSUFFICIENT_CREDITS',
    facts: { available: 0, required: 8 },
  });
});

test('a lot may reach exactly zero; one more is refused with what is there', async () => {
  await fillWallet(shop, who().id, 100);
  const oil = await newProduct(shop, { name: 'Oil', price: 1 });
  await receive(shop, oil, 2);
  const last = await receive(shop, oil, 1, { expiresOn: day(5) });
  const refused = exchange(shop, basketOf(shop, who(), oil, 4));
  await expect(refused).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
    facts: { product: oil, available: 3, required: 4 },
    path: ['lines', '0', 'quantity'],
  });
  await exchange(shop, basketOf(shop, who(), oil, 3));
  expect(await stock(shop, last.id, oil)).toBe(0);
  await expect(exchange(shop, basketOf(shop, who(), oil, 1))).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
    facts: { available: 0 },
  });
});

test('first expiring first, over several lots; what keeps comes last', async () => {
  await fillWallet(shop, who().id, 100);
  const tea = await newProduct(shop, { name: 'Tea', price: 1 });
  const keeps = await receive(shop, tea, 5);
  const later = await receive(shop, tea, 2, { expiresOn: day(20) });
  const soon = await receive(shop, tea, 2, { expiresOn: day(3) });
  const alike = await receive(shop, tea, 1, { expiresOn: day(20) });
  const done = await exchange(shop, basketOf(shop, who(), tea, 7));
  expect(done.lines.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
    [soon.id, 2],
    [later.id, 2],
    [alike.id, 1],
    [keeps.id, 2],
  ]);
  expect(done.credits).toBe(7);
});

test('what had expired on the day is passed over, what was still good is not', async () => {
  await fillWallet(shop, who().id, 100);
  const milk = await newProduct(shop, { name: 'Milk', price: 1 });
  const weekAgo = new Date(Date.now() - 7 * 24 * HOUR);
  const old = await receive(shop, milk, 5, { expiresOn: day(-2) }, weekAgo);
  await expect(exchange(shop, basketOf(shop, who(), milk, 1))).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
    facts: { available: 0 },
  });
  const good = await receive(shop, milk, 5, { expiresOn: day() });
  const done = await exchange(shop, basketOf(shop, who(), milk, 1));
  expect(done.lines).toMatchObject([{ lotId: good.id }]);
  // Recorded late: two days ago the old lot was good to the end of its last day.
  const lastDay = new Date(`${day(-2)}T23:59:59.999+08:00`);
  const late = { ...basketOf(shop, who(), milk, 1), occurredAt: lastDay };
  expect((await exchange(shop, late)).lines).toMatchObject([{ lotId: old.id }]);
});

test('the price is that of the moment, not of the recording', async () => {
  await fillWallet(shop, who().id, 100);
  const soap = await newProduct(shop, { name: 'Soap', price: 3 });
  await receive(shop, soap, 10);
  const officer = shop.world.officer.actor;
  const changed = new Date();
  const input = { productId: productId(soap), price: 5 };
  await run(shop, officer, (work) => setPrice(work, { ...input, from: changed }), changed);
  const at = async (moment: number) =>
    (
      await exchange(shop, {
        ...basketOf(shop, who(), soap, 1),
        occurredAt: new Date(moment),
      })
    ).credits;
  expect(await at(changed.getTime() - 1)).toBe(3);
  expect(await at(changed.getTime())).toBe(5);
});

test('lines of one product are added up', async () => {
  await fillWallet(shop, who().id, 100);
  const done = await exchange(shop, {
    ...basketOf(shop, who(), rice, 1),
    lines: [1, 2, 1].map((quantity) => ({ productId: productId(rice), quantity })),
  });
  expect(done.lines).toMatchObject([{ quantity: 4, credits: 32 }]);
});

test('for the operator’s own goods the pool comes to owe what they cost', async () => {
  await fillWallet(shop, who().id, 100);
  const nuts = await newProduct(shop, { name: 'Nuts', price: 1 });
  const unitCost = { amount: '12.34', currency: 'CNY' as const };
  const paidByPoolId = shop.poolId;
  await receive(shop, nuts, 1, { expiresOn: day(1) });
  await receive(shop, nuts, 1, {
    ...{ source: 'PURCHASED', unitCost, paidByPoolId },
    expiresOn: day(2),
  });
  await receive(shop, nuts, 5, { source: 'OPERATOR_OWNED', unitCost });
  const [before, had] = [await owed(shop, day().slice(0, 7)), await pooled(shop)];
  await exchange(shop, basketOf(shop, who(), nuts, 4));
  expect((await owed(shop, day().slice(0, 7))) - before).toBe(2468);
  expect(had - (await pooled(shop))).toBe(2468);
});

test('a pool that cannot pay the operator lets nothing go', async () => {
  await fillWallet(shop, who().id, 100);
  const { home, world, dataSource } = shop;
  const poor = { ...shop, ...(await openShop(dataSource, world, home, 'POOR')) };
  const gold = await newProduct(shop, { name: 'Gold', price: 1 });
  const unitCost = { amount: '10000.01', currency: 'CNY' as const };
  await receive(poor, gold, 2, { source: 'OPERATOR_OWNED', unitCost });
  await expect(exchange(poor, basketOf(poor, who(), gold, 1))).rejects.toMatchObject({
    code: 'POOL_SHORT',
    facts: { available: '10000.00', required: '10000.01' },
  });
});

const line = (id: string, quantity = 1) => ({ productId: id, quantity });
const lines = (n: number) => Array.from({ length: n }, () => line(productId(rice)));
test.each<[string, string[], () => Partial<RecordExchange>]>([
  ['KEY_UNUSABLE', ['idempotencyKey'], () => ({ idempotencyKey: 'a b c d e f' })],
  ['ID_UNKNOWN', ['storeId'], () => ({ storeId: 'x' })],
  ['ID_UNKNOWN', ['storeId'], () => ({ storeId: toGlobalId('Store', shop.home.id, randomUUID()) })],
  ['ID_UNKNOWN', ['residentId'], () => ({ residentId: shop.storeId })],
  [
    'ID_UNKNOWN',
    ['residentId'],
    () => ({ residentId: toGlobalId('Resident', shop.home.id, randomUUID()) }),
  ],
  [
    'OTHER_COMMUNITY',
    ['residentId'],
    () => ({ residentId: shop.world.other.households[0]!.residents[1]!.globalId }),
  ],
  ['NO_LINES', ['lines'], () => ({ lines: [] })],
  ['TOO_MANY_LINES', ['lines'], () => ({ lines: lines(101) })],
  ['TOO_MANY_LINES', ['lines'], () => ({ lines: lines(10_000) })],
  [
    'QUANTITY_OUT_OF_RANGE',
    ['lines', '1', 'quantity'],
    () => ({ lines: [line(productId(rice)), line(productId(rice), 0)] }),
  ],
  [
    'QUANTITY_OUT_OF_RANGE',
    ['lines', '0', 'quantity'],
    () => ({ lines: [line(productId(rice), -1)] }),
  ],
  [
    'QUANTITY_OUT_OF_RANGE',
    ['lines', '0', 'quantity'],
    () => ({ lines: [line(productId(rice), 1001)] }),
  ],
  [
    'QUANTITY_OUT_OF_RANGE',
    ['lines', '0', 'quantity'],
    () => ({ lines: [line(productId(rice), 0.5)] }),
  ],
  ['ID_UNKNOWN', ['lines', '0', 'productId'], () => ({ lines: [line(shop.poolId)] })],
  [
    'ID_UNKNOWN',
    ['lines', '1', 'productId'],
    () => ({
      lines: [line(productId(rice)), line(toGlobalId('Product', shop.home.id, randomUUID()))],
    }),
  ],
  [
    'OTHER_COMMUNITY',
    ['lines', '0', 'productId'],
    () => ({ lines: [line(toGlobalId('Product', shop.world.other.id, rice.id))] }),
  ],
  [
    'OCCURRED_TOO_LONG_AGO',
    ['occurredAt'],
    () => ({ occurredAt: new Date(Date.now() - 72 * HOUR - 1000) }),
  ],
  ['OCCURRED_IN_FUTURE', ['occurredAt'], () => ({ occurredAt: new Date(Date.now() + HOUR) })],
])('%s at %j leaves the books alone', async (code, path, wrong) => {
  const before = await entries(shop);
  const input = { ...basketOf(shop, who(), rice, 1), ...wrong() };
  await expect(exchange(shop, input)).rejects.toMatchObject({ code, path });
  expect(await entries(shop)).toBe(before);
});

test('a hundred lines and 72 hours are allowed', async () => {
  const rich = residentOf(shop, 0);
  await fillWallet(shop, rich.id, 10_000);
  const now = new Date();
  await exchange(
    shop,
    {
      ...basketOf(shop, rich, rice, 1),
      lines: lines(100),
      occurredAt: new Date(now.getTime() - 72 * HOUR),
    },
    undefined,
    now,
  );
});

test('who has moved out exchanges nothing from that day on', async () => {
  const gone = residentOf(shop, 2);
  await fillWallet(shop, gone.id, 100);
  await shop.dataSource.query('update resident set moved_out = $2 where id = $1', [gone.id, day()]);
  await expect(exchange(shop, basketOf(shop, gone, rice, 1))).rejects.toMatchObject({
    code: 'NOT_A_RESIDENT',
    path: ['residentId'],
  });
  const before = new Date(`${day(-1)}T23:59:59+08:00`);
  await exchange(shop, { ...basketOf(shop, gone, rice, 1), occurredAt: before });
});

test('a community without a credit scheme exchanges nothing', async () => {
  const { rows } = { rows: await shop.dataSource.query('select id, place_id from credit_scheme') };
  await shop.dataSource.query('update credit_scheme set place_id = $1', [shop.world.other.id]);
  await expect(exchange(shop, basketOf(shop, who(), rice, 1))).rejects.toMatchObject({
    code: 'NO_SCHEME',
  });
  await shop.dataSource.query('update credit_scheme set place_id = $1', [rows[0].place_id]);
});

test('the operator’s staff serve; nobody serves themselves', async () => {
  const { home, world } = shop;
  await fillWallet(shop, home.leader.resident.id, 100);
  const basket = () => basketOf(shop, home.leader.resident, rice, 1);
  await exchange(shop, basket(), home.storekeeper.actor);
  for (const { actor } of [home.cadre, world.officer, home.treasurer, world.other.clerk])
    await expect(exchange(shop, basket(), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const stranger = exchange(shop, basket(), STRANGER);
  await expect(stranger).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const clerkOnTheSide: Actor = {
    ...home.leader.actor,
    standings: [...home.leader.actor.standings, ...home.clerk.actor.standings],
  };
  const own = { code: 'OWN_EXCHANGE', path: ['residentId'] };
  await expect(exchange(shop, basket(), clerkOnTheSide)).rejects.toMatchObject(own);
  // By the register's link alone, too.
  const unlinked = exchange(shop, basket(), { ...clerkOnTheSide, residences: [] });
  await expect(unlinked).rejects.toMatchObject(own);
});

test('a repeat gives the same exchange whatever has changed since', async () => {
  await fillWallet(shop, who().id, 8);
  const salt = await newProduct(shop, { name: 'Salt', price: 8 });
  await receive(shop, salt, 1);
  const input = { ...basketOf(shop, who(), salt, 1), idempotencyKey: key() };
  const first = await exchange(shop, input);
  const again = await exchange(shop, input, shop.home.storekeeper.actor);
  expect(again).toEqual(first);
  const muchLater = new Date(Date.now() + 100 * HOUR);
  expect(await exchange(shop, input, undefined, muchLater)).toEqual(first);
  const other = { ...input, lines: [{ productId: productId(salt), quantity: 2 }] };
  await expect(exchange(shop, other)).rejects.toMatchObject({
    code: 'KEY_REUSED',
    path: ['idempotencyKey'],
  });
  await expect(exchange(shop, input, shop.home.cadre.actor)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('five reads before the statement that posts, however many lines, and none after', async () => {
  const rich = residentOf(shop, 0);
  await fillWallet(shop, rich.id, 10_000);
  await newClass(shop, 'counted', 100);
  const products: ProductRow[] = [];
  for (let i = 0; i < 8; i += 1)
    products.push(await newProduct(shop, { name: `P${i}`, allowanceClass: 'counted' }));
  for (const product of products) await receive(shop, product, 3, { expiresOn: day(i(product)) });
  const serve = async (n: number) => {
    const lines = products.slice(0, n).map((each) => line(productId(each)));
    const input = { ...basketOf(shop, rich, rice, 1), lines };
    return (await countQueries(shop.dataSource, () => exchange(shop, input))).statements;
  };
  const one = await serve(1);
  expect(one.findIndex((text) => /post_(batch|walked)/.test(text))).toBe(5);
  expect(one).toHaveLength(6);
  expect(one.some((text) => /^\s*(start transaction|begin|commit)/i.test(text))).toBe(false);
  expect(await serve(8)).toHaveLength(6);
});

test('a refused exchange opens no allowance: the books are as they were', async () => {
  const poor = residentOf(shop, 4, 2);
  await newClass(shop, 'unopened', 100);
  const product = await newProduct(shop, { name: 'Unopened', allowanceClass: 'unopened' });
  await receive(shop, product, 3);
  const before = await entries(shop);
  const input = { ...basketOf(shop, poor, rice, 1), lines: [line(productId(product))] };
  await expect(exchange(shop, input)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
  expect(await entries(shop)).toBe(before);
});

const i = (product: ProductRow) => product.name.charCodeAt(1) - 40;
