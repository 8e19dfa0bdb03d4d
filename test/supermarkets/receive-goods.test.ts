import { randomUUID } from 'node:crypto';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { legsOfEntries } from '../../src/ledger/leg.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import type { ReceiveGoods } from '../../src/supermarkets/goods-intake';
import { receiveGoods } from '../../src/supermarkets/receive-goods';
import {
  balance,
  booksAreRight,
  CNY,
  day,
  entries,
  fillPool,
  key,
  newPool,
  newProduct,
  newShop,
  pooled,
  productId,
  receive,
  run,
  stock,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  rice = await newProduct(shop);
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });

test('gifts are shelved, and nothing is paid', async () => {
  const before = await pooled(shop);
  const lot = await receive(shop, rice, 40, {
    donorName: 'Grandma Xu',
    donorOrganisationId: shop.home.enterprise.globalId,
    expiresOn: day(30),
  });
  expect(lot).toMatchObject({
    quantity: 40,
    stock: 40,
    source: 'DONATED',
    unitCost: null,
    poolId: null,
    donorName: 'Grandma Xu',
    donorOrganisationId: shop.home.enterprise.id,
    expiresOn: day(30),
    emptiedAt: null,
  });
  const legs = await legsOfEntries(shop.dataSource.manager, shop.home.id, [lot.entryId]);
  expect(legs.map(({ kind, about, amount }) => [kind, about, amount])).toEqual([
    ['lotStock', '', 40n],
    ['goodsReceived', 'DONATED', -40n],
  ]);
  expect(await pooled(shop)).toBe(before);
});

test('bought goods are paid by the pool in the same entry, to the last fen', async () => {
  const before = await pooled(shop);
  const paid = { unitCost: cny('28.35'), paidByPoolId: shop.poolId };
  const lot = await receive(shop, rice, 3, { source: 'PURCHASED', ...paid });
  expect(lot).toMatchObject({ unitCost: '2835', poolId: shop.pool.id, stock: 3 });
  expect(before - (await pooled(shop))).toBe(8505);
  const expense = account('goodsExpense', shop.pool.id, shop.store.id);
  expect(await balance(shop, expense, CNY.id)).toBe(8505);
});

test('the operator’s own goods cost nothing until they are exchanged', async () => {
  const before = await pooled(shop);
  const lot = await receive(shop, rice, 5, { source: 'OPERATOR_OWNED', unitCost: cny('20') });
  expect(lot).toMatchObject({ unitCost: '2000', poolId: shop.pool.id });
  expect(await pooled(shop)).toBe(before);
});

test('a pool pays exactly all it has, and not a fen more', async () => {
  const pool = await newPool(shop.dataSource, shop.home);
  await fillPool(shop.dataSource, pool, 1000n);
  const paidByPoolId = toGlobalId('Pool', shop.home.id, pool.id);
  const buy = (unitCost: string) =>
    receive(shop, rice, 10, { source: 'PURCHASED', unitCost: cny(unitCost), paidByPoolId });
  const [lots] = await shop.dataSource.query('select count(*)::int as n from lot');
  await expect(buy('1.01')).rejects.toMatchObject({
    code: 'POOL_SHORT',
    facts: { available: '10.00', required: '10.10' },
  });
  expect(await shop.dataSource.query('select count(*)::int as n from lot')).toEqual([lots]);
  await buy('1.00');
  expect(await balance(shop, account('poolAvailable', pool.id), CNY.id)).toBe(0);
});

test('what is good until today is received, what was good until yesterday is not', async () => {
  await receive(shop, rice, 1, { expiresOn: day() });
  await expect(receive(shop, rice, 1, { expiresOn: day(-1) })).rejects.toMatchObject({
    code: 'LOT_EXPIRED',
    path: ['expiresOn'],
    facts: { expiresOn: day(-1) },
  });
  // Midnight is that of the community: in Shanghai the first of the month has begun.
  const midnight = new Date('2026-05-31T16:00:00Z');
  const late = receive(shop, rice, 1, { expiresOn: '2026-05-31' }, midnight);
  await expect(late).rejects.toMatchObject({ code: 'LOT_EXPIRED' });
  const before = new Date(midnight.getTime() - 1);
  await receive(shop, rice, 1, { expiresOn: '2026-05-31' }, before);
});

const bought = { source: 'PURCHASED' as const };
const own = { source: 'OPERATOR_OWNED' as const };
test.each<[string, string[], () => Partial<ReceiveGoods>]>([
  ['KEY_UNUSABLE', ['idempotencyKey'], () => ({ idempotencyKey: 'short' })],
  ['ID_UNKNOWN', ['storeId'], () => ({ storeId: 'x' })],
  ['ID_UNKNOWN', ['storeId'], () => ({ storeId: toGlobalId('Store', shop.home.id, randomUUID()) })],
  ['ID_UNKNOWN', ['productId'], () => ({ productId: shop.storeId })],
  [
    'ID_UNKNOWN',
    ['productId'],
    () => ({ productId: toGlobalId('Product', shop.home.id, randomUUID()) }),
  ],
  [
    'OTHER_COMMUNITY',
    ['productId'],
    () => ({ productId: toGlobalId('Product', shop.world.other.id, rice.id) }),
  ],
  ['QUANTITY_OUT_OF_RANGE', ['quantity'], () => ({ quantity: 0 })],
  ['QUANTITY_OUT_OF_RANGE', ['quantity'], () => ({ quantity: -1 })],
  ['QUANTITY_OUT_OF_RANGE', ['quantity'], () => ({ quantity: 100_001 })],
  ['QUANTITY_OUT_OF_RANGE', ['quantity'], () => ({ quantity: 1.5 })],
  ['DAY_UNREADABLE', ['expiresOn'], () => ({ expiresOn: '2026-02-30' })],
  ['NOT_FOR_SOURCE', ['unitCost'], () => ({ unitCost: cny('1') })],
  ['NOT_FOR_SOURCE', ['paidByPoolId'], () => ({ paidByPoolId: shop.poolId })],
  ['NEEDED_FOR_SOURCE', ['unitCost'], () => ({ ...bought, paidByPoolId: shop.poolId })],
  ['NEEDED_FOR_SOURCE', ['paidByPoolId'], () => ({ ...bought, unitCost: cny('1') })],
  ['NEEDED_FOR_SOURCE', ['unitCost'], () => own],
  [
    'NOT_FOR_SOURCE',
    ['paidByPoolId'],
    () => ({ ...own, unitCost: cny('1'), paidByPoolId: shop.poolId }),
  ],
  ['NOT_FOR_SOURCE', ['donorName'], () => ({ ...own, unitCost: cny('1'), donorName: 'Xu' })],
  [
    'NOT_FOR_SOURCE',
    ['donorOrganisationId'],
    () => ({ ...own, unitCost: cny('1'), donorOrganisationId: shop.home.team.globalId }),
  ],
  ['TEXT_LENGTH', ['donorName'], () => ({ donorName: 'x'.repeat(101) })],
  ['ID_UNKNOWN', ['donorOrganisationId'], () => ({ donorOrganisationId: 'x' })],
  [
    'ID_UNKNOWN',
    ['paidByPoolId'],
    () => ({ ...bought, unitCost: cny('1'), paidByPoolId: shop.storeId }),
  ],
  ['AMOUNT_TOO_FINE', ['unitCost', 'amount'], () => ({ ...own, unitCost: cny('0.001') })],
  ['AMOUNT_NOT_POSITIVE', ['unitCost', 'amount'], () => ({ ...own, unitCost: cny('0') })],
  ['AMOUNT_NOT_POSITIVE', ['unitCost', 'amount'], () => ({ ...own, unitCost: cny('-1') })],
  ['AMOUNT_UNREADABLE', ['unitCost', 'amount'], () => ({ ...own, unitCost: cny('ten') })],
  [
    'AMOUNT_TOO_LARGE',
    ['unitCost', 'amount'],
    () => ({ ...bought, quantity: 100_000, paidByPoolId: shop.poolId, unitCost: cny('1000001') }),
  ],
  [
    'WRONG_CURRENCY',
    ['unitCost', 'currency'],
    () => ({ ...own, unitCost: { amount: '1', currency: 'USD' as const } }),
  ],
])('%s at %j', async (code, path, wrong) => {
  const before = await entries(shop);
  await expect(receive(shop, rice, 1, wrong())).rejects.toMatchObject({ code, path });
  expect(await entries(shop)).toBe(before);
});

test('another community’s pool and a closed one do not pay', async () => {
  const away = await newPool(shop.dataSource, shop.world.other);
  const pay = (pool: { communityId: string; id: string }) =>
    receive(shop, rice, 1, {
      ...bought,
      unitCost: cny('1'),
      paidByPoolId: toGlobalId('Pool', pool.communityId, pool.id),
    });
  await expect(pay(away)).rejects.toMatchObject({
    code: 'OTHER_COMMUNITY',
    path: ['paidByPoolId'],
  });
  const closed = await newPool(shop.dataSource, shop.home);
  await shop.dataSource.query(`update pool set closed_on = '2026-01-01' where id = $1`, [
    closed.id,
  ]);
  await expect(pay(closed)).rejects.toMatchObject({ code: 'POOL_CLOSED', path: ['paidByPoolId'] });
});

test('staff of the operator may, others may not', async () => {
  const input = (): ReceiveGoods => ({
    idempotencyKey: key(),
    storeId: shop.storeId,
    productId: productId(rice),
    quantity: 1,
    source: 'DONATED',
  });
  const { home, world } = shop;
  await run(shop, home.clerk.actor, (work) => receiveGoods(work, input()));
  for (const { actor } of [home.cadre, world.officer, home.treasurer, world.other.storekeeper]) {
    const tried = run(shop, actor, (work) => receiveGoods(work, input()));
    await expect(tried).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  const tried = run(shop, STRANGER, (work) => receiveGoods(work, input()));
  await expect(tried).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('the same key fifty times at once is one lot; with another body it is refused', async () => {
  const once = { idempotencyKey: key(), expiresOn: day(3) };
  const before = await entries(shop);
  const lots = await Promise.all(Array.from({ length: 50 }, () => receive(shop, rice, 7, once)));
  expect(lots.every((lot) => JSON.stringify(lot) === JSON.stringify(lots[0]))).toBe(true);
  expect(await entries(shop)).toBe(before + 1);
  expect(await stock(shop, lots[0]!.id, rice)).toBe(7);
  const [{ n }] = await shop.dataSource.query(
    'select count(*)::int as n from lot where entry_id = $1',
    [lots[0]!.entryId],
  );
  expect(n).toBe(1);
  await expect(receive(shop, rice, 8, once)).rejects.toMatchObject({
    code: 'KEY_REUSED',
    path: ['idempotencyKey'],
  });
});
