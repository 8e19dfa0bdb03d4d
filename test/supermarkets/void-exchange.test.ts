import { randomUUID } from 'node:crypto';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { reversalsOf } from '../../src/ledger/entry.reader';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import { lotById } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { settleOperator } from '../../src/supermarkets/settle-operator';
import { voidExchange, type VoidExchange } from '../../src/supermarkets/void-exchange';
import { accept } from './statements';
import {
  allowance,
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
  owed,
  pooled,
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
  rice = await newProduct(shop, { price: 1 });
  await receive(shop, rice, 1000);
  await fillWallet(shop, residentOf(shop, 3).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const who = () => residentOf(shop, 3);
const asked = (of: Exchange, more: Partial<VoidExchange> = {}): VoidExchange => ({
  idempotencyKey: key(),
  exchangeId: toGlobalId('Exchange', of.communityId, of.id),
  reason: 'Typed 3 for 1',
  ...more,
});
const take = (product = rice, quantity = 1, now?: Date, actor?: Actor) =>
  exchange(
    shop,
    { ...basketOf(shop, who(), product, quantity), occurredAt: now ?? new Date() },
    actor,
    now,
  );
const undo = (input: VoidExchange, actor: Actor = shop.home.storekeeper.actor, now?: Date) =>
  run(shop, actor, (work) => voidExchange(work, input), now);

test('credits, goods, allowance and what is owed are as if it had not been', async () => {
  const { code } = await newClass(shop, 'grain', 5);
  const oats = await newProduct(shop, { name: 'Oats', price: 2, allowanceClass: code });
  const unitCost = { amount: '3.50', currency: 'CNY' as const };
  const own = await receive(shop, oats, 2, { source: 'OPERATOR_OWNED', unitCost });
  const gift = await receive(shop, oats, 2);
  const month = day().slice(0, 7);
  const state = async () => ({
    wallet: await wallet(shop, who().id),
    stock: [await stock(shop, own.id, oats), await stock(shop, gift.id, oats)],
    owed: await owed(shop, month),
    pooled: await pooled(shop),
  });
  const before = await state();
  const done = await take(oats, 3);
  expect(await state()).not.toEqual(before);
  expect(await allowance(shop, who().householdId, month, oats.allowanceClassId!)).toBe(2);
  expect(await undo(asked(done))).toEqual(done);
  expect(await state()).toEqual(before);
  // The allowance stays open, and is whole again.
  expect(await allowance(shop, who().householdId, month, oats.allowanceClassId!)).toBe(5);
  const { manager } = shop.dataSource;
  expect(await reversalsOf(manager, shop.home.id, [done.id])).toMatchObject([
    { facts: { reason: 'Typed 3 for 1', rule: 'goodsExchanged' } },
  ]);
  await take(oats, 4);
});

test('once: the second is refused, a repeat of the first is not', async () => {
  const done = await take();
  const input = asked(done);
  const had = await entries(shop);
  const [first, again] = await Promise.all([undo(input), undo(input)]);
  expect(again).toEqual(first);
  expect(await undo(input)).toEqual(first);
  expect(await entries(shop)).toBe(had + 1);
  await expect(undo(asked(done))).rejects.toMatchObject({
    code: 'ALREADY_VOIDED',
    path: ['exchangeId'],
  });
  await expect(undo({ ...input, reason: 'Another' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('of twenty who take it back at once, one does', async () => {
  const done = await take();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => undo(asked(done))));
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused).toHaveLength(19);
  expect(refused.every(({ code }) => code === 'ALREADY_VOIDED')).toBe(true);
});

test('a clerk takes back what she recorded, until the day is over in Shanghai', async () => {
  const clerk = shop.home.clerk.actor;
  await undo(asked(await take()), clerk);
  const done = await take();
  const nextDay = new Date(`${day(1)}T00:00:00+08:00`);
  await expect(undo(asked(done), clerk, nextDay)).rejects.toMatchObject({
    code: 'DAY_OVER',
    path: ['exchangeId'],
  });
  await undo(asked(done), clerk, new Date(nextDay.getTime() - 1));
  // A storekeeper may at any time.
  await undo(asked(await take()), shop.home.storekeeper.actor, nextDay);
});

test('nobody else may', async () => {
  const done = await take(rice, 1, undefined, shop.home.storekeeper.actor);
  const { home, world } = shop;
  for (const { actor } of [home.clerk, home.cadre, world.officer, world.other.storekeeper])
    await expect(undo(asked(done), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(undo(asked(done), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const self: Actor = {
    ...home.storekeeper.actor,
    residences: [{ communityId: home.id, residentId: who().id }],
  };
  await expect(undo(asked(done), self)).rejects.toMatchObject({
    code: 'OWN_EXCHANGE',
    path: ['exchangeId'],
  });
});

test.each<[string, string, () => Partial<VoidExchange>]>([
  ['ID_UNKNOWN', 'exchangeId', () => ({ exchangeId: 'x' })],
  ['ID_UNKNOWN', 'exchangeId', () => ({ exchangeId: shop.storeId })],
  [
    'ID_UNKNOWN',
    'exchangeId',
    () => ({ exchangeId: toGlobalId('Exchange', shop.home.id, randomUUID()) }),
  ],
  ['TEXT_LENGTH', 'reason', () => ({ reason: ' ' })],
  ['TEXT_LENGTH', 'reason', () => ({ reason: 'x'.repeat(2001) })],
  ['KEY_UNUSABLE', 'idempotencyKey', () => ({ idempotencyKey: '' })],
])('%s at %s', async (code, field, wrong) => {
  const done = await take();
  await expect(undo(asked(done, wrong()))).rejects.toMatchObject({ code, path: [field] });
});

test('an entry of another kind is no exchange', async () => {
  const lot = await receive(shop, rice, 1);
  const exchangeId = toGlobalId('Exchange', shop.home.id, lot.entryId);
  const done = await take();
  await expect(undo(asked(done, { exchangeId }))).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
});

test('after the operator was settled it stays', async () => {
  const unitCost = { amount: '5', currency: 'CNY' as const };
  const figs = await newProduct(shop, { name: 'Figs', price: 1 });
  await receive(shop, figs, 5, { source: 'OPERATOR_OWNED', unitCost });
  const then = new Date('2024-03-20T10:00:00+08:00');
  const done = await take(figs, 2, then);
  const settle = { idempotencyKey: key(), storeId: shop.storeId, month: '2024-03' };
  await accept(shop, '2024-03');
  await run(shop, shop.home.treasurer.actor, (work) => settleOperator(work, settle));
  await expect(undo(asked(done))).rejects.toMatchObject({
    code: 'OPERATOR_SETTLED',
    path: ['exchangeId'],
  });
});

test('a lot that was marked as emptied is found again when goods come back to it', async () => {
  const jam = await newProduct(shop, { name: 'Jam', price: 1 });
  const first = await receive(shop, jam, 2, { expiresOn: day(9) });
  const done = await take(jam, 2);
  const second = await receive(shop, jam, 1);
  const lots = await lotById.read(shop.dataSource.manager, shop.home.id, [first.id, second.id]);
  const marked = new Map(lots.map((lot) => [lot.id, lot.emptiedAt !== null]));
  expect([marked.get(first.id), marked.get(second.id)]).toEqual([true, false]);
  await undo(asked(done));
  expect((await take(jam, 3)).lines.map(({ lotId }) => lotId)).toEqual([first.id, second.id]);
});

test('taking back and receiving at once lose no lot and do not lock each other for ever', async () => {
  const jam = await newProduct(shop, { name: 'More jam', price: 1 });
  for (let round = 0; round < 5; round += 1) {
    const lot = await receive(shop, jam, 1, { expiresOn: day(1) });
    const done = await take(jam, 1);
    await Promise.all([
      undo(asked(done)),
      receive(shop, jam, 1, {
        source: 'PURCHASED',
        unitCost: { amount: '1', currency: 'CNY' },
        paidByPoolId: shop.poolId,
      }),
      receive(shop, jam, 1),
    ]);
    expect((await take(jam, 1)).lines[0]?.lotId).toBe(lot.id);
  }
});
