import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { account } from '../../src/bookkeeping/chart';
import { goodsFollowed } from '../../src/disclosure/goods-followed.reader';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { clearRecalled } from '../../src/supermarkets/clear-recalled';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import {
  balance,
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  receive,
  residentOf,
  run,
  stock,
  type Shop,
} from './shop';

let shop: Shop;
let milk: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
beforeEach(async () => {
  milk = await newProduct(shop, { name: 'Milk', price: 1 });
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const idOf = ({ communityId, id }: Lot) => toGlobalId('Lot', communityId, id);
const keeper = () => shop.home.storekeeper.actor;
const treasurer = () => shop.home.treasurer.actor;
const recall = (lot: Lot, actor = keeper(), idempotencyKey = key()) =>
  run(shop, actor, (work) =>
    recallLot(work, { idempotencyKey, lotId: idOf(lot), reason: 'Glass was found in one.' }),
  );
const clear = (lot: Lot, quantity: number, end: 'written_off' | 'returned', actor = treasurer()) =>
  run(shop, actor, (work) =>
    clearRecalled(work, { idempotencyKey: key(), lotId: idOf(lot), quantity, end }),
  );
const take = (quantity: number) =>
  exchange(shop, basketOf(shop, residentOf(shop, 0), milk, quantity));
const recalled = (lot: Lot) => balance(shop, account('goodsRecalled', lot.id), milk.id);

test('what was called back leaves the shelf at once; the till takes the next lot', async () => {
  const bad = await receive(shop, milk, 10, { expiresOn: day(3) });
  const good = await receive(shop, milk, 5, { expiresOn: day(9) });
  await take(4);
  const once = key();
  const lot = await recall(bad, undefined, once);
  expect(lot).toMatchObject({ stock: 0, recallReason: 'Glass was found in one.' });
  expect(await recalled(bad)).toBe(6);
  const before = await entries(shop);
  expect(await recall(bad, undefined, once)).toEqual(lot);
  expect(await entries(shop)).toBe(before);
  expect((await take(2)).lines).toMatchObject([{ lotId: good.id }]);
  await expect(take(4)).rejects.toMatchObject({ code: 'OUT_OF_STOCK', facts: { available: 3 } });
});

test('what a voided exchange brings back stays off the shelf, and is moved by a recall', async () => {
  const bad = await receive(shop, milk, 3);
  const { communityId, id } = await take(2);
  await recall(bad);
  await run(shop, keeper(), (work) =>
    voidExchange(work, {
      ...{ idempotencyKey: key(), reason: 'Brought back' },
      exchangeId: toGlobalId('Exchange', communityId, id),
    }),
  );
  expect(await stock(shop, bad.id, milk)).toBe(2);
  await expect(take(1)).rejects.toMatchObject({ code: 'OUT_OF_STOCK', facts: { available: 0 } });
  await recall(bad);
  expect(await recalled(bad)).toBe(3);
  // Nothing is left to move, and it is no fault to ask.
  await recall(bad);
  expect(await stock(shop, bad.id, milk)).toBe(0);
});

test('pieces that were called back are thrown away or returned, never more than there are', async () => {
  const bad = await receive(shop, milk, 5);
  await expect(clear(bad, 1, 'returned')).rejects.toMatchObject({ code: 'LOT_NOT_RECALLED' });
  await recall(bad);
  // Or a recall would be a write-off of one's own.
  for (const end of ['written_off', 'returned'] as const)
    await expect(clear(bad, 2, end, keeper())).rejects.toMatchObject({
      ...{ code: 'SECOND_PERSON_NEEDED', path: ['lotId'] },
    });
  await clear(bad, 2, 'written_off');
  await clear(bad, 3, 'returned');
  const { id } = shop.store;
  expect(await balance(shop, account('goodsWrittenOff', id, 'recalled'), milk.id)).toBe(2);
  expect(await balance(shop, account('goodsReturned', id), milk.id)).toBe(3);
  await expect(clear(bad, 1, 'returned')).rejects.toMatchObject({
    ...{ code: 'RECALLED_SHORT', path: ['quantity'] },
    facts: { available: '0', required: '1' },
  });
  await expect(clear(bad, 0, 'returned')).rejects.toMatchObject({ code: 'QUANTITY_OUT_OF_RANGE' });
});

test('a recall among many exchanges: every piece was given before or is called back', async () => {
  const bad = await receive(shop, milk, 30);
  const tries = await Promise.allSettled([
    ...Array.from({ length: 20 }, () => take(1)),
    recall(bad),
    recall(bad),
  ]);
  const given = tries.slice(0, 20).filter(({ status }) => status === 'fulfilled').length;
  expect(tries.slice(20).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await recalled(bad)).toBe(30 - given);
  expect(await stock(shop, bad.id, milk)).toBe(0);
});

test('storekeepers call back, others may not', async () => {
  const lot = await receive(shop, milk, 1);
  const { home, world } = shop;
  const clearing = (one: Lot, actor: Actor) => clear(one, 1, 'returned', actor);
  for (const { actor } of [home.clerk, home.chair, world.other.storekeeper])
    for (const act of [recall, clearing])
      await expect(act(lot, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(recall(lot, treasurer())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const act of [recall, clearing])
    await expect(act(lot, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

const schema = createSchema();
const FIND = `query ($id: ID!) { node(id: $id) { ... on Lot { recalledAt recallReason recalled
  exchanges(first: 5) { edges { node { resident { name } lines { quantity } } } } } } }`;

test('who took from it is told to storekeepers alone; givers see what was called back', async () => {
  const lot = await receive(shop, milk, 9);
  await take(2);
  await recall(lot);
  const ask = async (actor: Actor) => {
    const cookie = { set: () => {}, clear: () => {} };
    const session = { tokenHash: null, cookie, address: '' };
    const contextValue = new Context(shop.dataSource, actor, 'en', session);
    const variableValues = { id: idOf(lot) };
    const { data } = await graphql({ schema, source: FIND, variableValues, contextValue });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return (data as any).node;
  };
  expect(await ask(keeper())).toMatchObject({
    ...{ recallReason: 'Glass was found in one.', recalled: 7 },
    exchanges: { edges: [{ node: { resident: { name: expect.any(String) } } }] },
  });
  for (const actor of [shop.home.clerk.actor, shop.home.cadre.actor, STRANGER])
    expect(await ask(actor)).toMatchObject({ recalled: 7, exchanges: null });
  const followed = await goodsFollowed.read(shop.dataSource.manager, lot.communityId, [lot.id]);
  expect(followed.map(({ pieces, stage }) => [pieces, stage]).sort()).toEqual([
    [2, 'exchanged'],
    [7, 'recalled'],
  ]);
});
