import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import { declineStockTake } from '../../src/supermarkets/decline-stock-take';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recordCount, type RecordCount } from '../../src/supermarkets/record-count';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import type { StockTakeRow } from '../../src/supermarkets/stock-take.entity';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { countQueries, JOINED } from '../support/queries';
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
  openShop,
  productId,
  receive,
  residentOf,
  run,
  stock,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
let soap: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  rice = await newProduct(shop, { price: 1 });
  soap = await newProduct(shop, { name: 'Soap', price: 1 });
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const as = <T>(actor: Actor, command: Parameters<typeof run<T>>[2], now?: Date) =>
  run(shop, actor, command, now);
const idOf = ({ communityId, id }: StockTakeRow) => toGlobalId('StockTake', communityId, id);
const lotId = ({ communityId, id }: Lot) => toGlobalId('Lot', communityId, id);
const line = (product: ProductRow, lot: Lot, pieces: number) => ({
  productId: productId(product),
  lotId: lotId(lot),
  pieces,
});

/** A minute ago, so that what the tests do now comes after it. */
const earlier = (minutes = 1) => new Date(Date.now() - minutes * 60_000);

const start = (now = earlier(5)) =>
  as(shop.home.storekeeper.actor, (work) => startStockTake(work, { storeId: shop.storeId }), now);
const count = (take: StockTakeRow, lines: RecordCount['lines'], countedAt = earlier()) =>
  as(shop.home.clerk.actor, (work) =>
    recordCount(work, { stockTakeId: idOf(take), countedAt, lines }),
  );
const close = (take: StockTakeRow) =>
  as(shop.home.storekeeper.actor, (work) => closeStockTake(work, { stockTakeId: idOf(take) }));
const approve = (take: StockTakeRow, actor = shop.home.treasurer.actor, idempotencyKey = key()) =>
  as(actor, (work) => approveStockTake(work, { idempotencyKey, stockTakeId: idOf(take) }));
const decline = (take: StockTakeRow) =>
  as(shop.home.storekeeper.actor, (work) =>
    declineStockTake(work, { stockTakeId: idOf(take), reason: 'We count anew.' }),
  );
const differences = (product: ProductRow) =>
  balance(shop, account('stockDifferences', shop.store.id), product.id);
const old = (product: ProductRow, quantity: number) =>
  receive(shop, product, quantity, {}, earlier(60));
const take = (product: ProductRow, quantity: number, occurredAt = new Date()) =>
  exchange(shop, { ...basketOf(shop, residentOf(shop, 0), product, quantity), occurredAt });

test('what is missing and what was found is adjusted by a second person, once', async () => {
  const [less, more] = [await old(rice, 10), await old(soap, 4)];
  const counting = await start();
  await count(counting, [line(rice, less, 7), line(soap, more, 5)]);
  await close(counting);
  const again = key();
  const done = await approve(counting, undefined, again);
  expect(done).toMatchObject({ state: 'approved', decidedBy: shop.home.treasurer.id });
  expect(await stock(shop, less.id, rice)).toBe(7);
  expect(await stock(shop, more.id, soap)).toBe(5);
  expect([await differences(rice), await differences(soap)]).toEqual([3, -1]);
  const before = await entries(shop);
  expect(await approve(counting, undefined, again)).toEqual(done);
  await expect(approve(counting, shop.home.storekeeper.actor)).rejects.toMatchObject({
    code: 'STOCK_TAKE_DECIDED',
  });
  expect(await entries(shop)).toBe(before);
});

test('what left after the count is no difference, and what was voided after it neither', async () => {
  const tea = await newProduct(shop, { name: 'Tea', price: 1 });
  const lot = await old(tea, 10);
  const taken = await take(tea, 2, earlier(4));
  const counting = await start();
  await count(counting, [line(tea, lot, 8)], earlier(1));
  await take(tea, 3);
  const exchangeId = toGlobalId('Exchange', shop.home.id, taken.id);
  await as(shop.home.storekeeper.actor, (work) =>
    voidExchange(work, { idempotencyKey: key(), exchangeId, reason: 'Brought back' }),
  );
  await close(counting);
  const before = await entries(shop);
  expect(await approve(counting)).toMatchObject({ state: 'approved' });
  expect(await entries(shop)).toBe(before);
  expect(await stock(shop, lot.id, tea)).toBe(7);
  expect(await differences(tea)).toBe(0);
});

test('what a till sends in late left before the count: it is worked out anew', async () => {
  const salt = await newProduct(shop, { name: 'Salt', price: 1 });
  const lot = await old(salt, 10);
  const counting = await start();
  await count(counting, [line(salt, lot, 8)], earlier(1));
  await close(counting);
  await take(salt, 2, earlier(3));
  await expect(approve(counting)).rejects.toMatchObject({
    code: 'LOT_MOVED',
    facts: { lot: { id: lot.id } },
  });
  expect(await stock(shop, lot.id, salt)).toBe(8);
  await close(counting);
  await approve(counting);
  expect(await stock(shop, lot.id, salt)).toBe(8);
  expect(await differences(salt)).toBe(0);
});

test('a lot from which more left than was counted moved against the count', async () => {
  const flour = await newProduct(shop, { name: 'Flour', price: 1 });
  const lot = await old(flour, 10);
  const counting = await start();
  await count(counting, [line(flour, lot, 3)]);
  await close(counting);
  await take(flour, 5);
  await expect(approve(counting)).rejects.toMatchObject({
    code: 'LOT_MOVED',
    facts: { lot: { id: lot.id } },
  });
  expect(await stock(shop, lot.id, flour)).toBe(5);
  await decline(counting);
});

test('found goods of a lot that was used up stand at the till again', async () => {
  const oil = await newProduct(shop, { name: 'Oil', price: 1 });
  const lot = await old(oil, 2);
  await take(oil, 2, earlier(30));
  // Marks the first lot as emptied.
  await old(oil, 1);
  const counting = await start();
  await count(counting, [line(oil, lot, 1)]);
  await close(counting);
  await approve(counting, shop.home.treasurer.actor);
  expect(await stock(shop, lot.id, oil)).toBe(1);
  expect((await take(oil, 2)).lines).toHaveLength(2);
});

test('a store has one undecided stock-take; a declined one changes nothing', async () => {
  const lot = await old(rice, 3);
  const first = await start();
  await expect(start()).rejects.toMatchObject({ code: 'STOCK_TAKE_OPEN', path: ['storeId'] });
  await expect(close(first)).rejects.toMatchObject({ code: 'NOTHING_COUNTED' });
  await count(first, [line(rice, lot, 1)]);
  await expect(approve(first)).rejects.toMatchObject({ code: 'STOCK_TAKE_NOT_CLOSED' });
  await close(first);
  await expect(count(first, [line(rice, lot, 1)])).rejects.toMatchObject({
    code: 'STOCK_TAKE_CLOSED',
  });
  await expect(approve(first, shop.home.storekeeper.actor)).rejects.toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  const declined = await decline(first);
  expect(declined).toMatchObject({ state: 'declined', declineReason: 'We count anew.' });
  expect(await stock(shop, lot.id, rice)).toBe(3);
  for (const late of [close(first), decline(first), approve(first)])
    await expect(late).rejects.toMatchObject({ code: 'STOCK_TAKE_DECIDED' });
  // Many who start at once start one.
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => start()));
  const started = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(started).toHaveLength(1);
  await decline(started[0]!);
});

test('counts are refused for what cannot be counted', async () => {
  const counting = await start();
  const lot = await old(rice, 3);
  const over = await receive(
    shop,
    rice,
    3,
    { expiresOn: day(-1) },
    new Date(Date.now() - 3 * 86_400_000),
  );
  const other = await openShop(shop.dataSource, shop.world, shop.home, 'YL2');
  const away = await receive(shop, rice, 1, { storeId: other.storeId }, earlier(60));
  const fresh = await receive(shop, rice, 1);
  const unknown = { ...line(rice, lot, 1), lotId: productId(rice) };
  const foreign = toGlobalId('Lot', shop.world.other.id, lot.id);
  const cases: [string, string[], RecordCount['lines'], Date?][] = [
    ['NO_LINES', ['lines'], []],
    ['TOO_MANY_LINES', ['lines'], Array.from({ length: 101 }, () => line(rice, lot, 1))],
    ['COUNT_RANGE', ['lines', '0', 'pieces'], [line(rice, lot, -1)]],
    ['COUNT_RANGE', ['lines', '0', 'pieces'], [line(rice, lot, 0.5)]],
    ['COUNT_RANGE', ['lines', '0', 'pieces'], [line(rice, lot, 100_001)]],
    ['ID_UNKNOWN', ['lines', '0', 'lotId'], [unknown]],
    ['OTHER_COMMUNITY', ['lines', '0', 'lotId'], [{ ...unknown, lotId: foreign }]],
    ['ID_UNKNOWN', ['lines', '0', 'productId'], [{ ...line(rice, lot, 1), productId: 'x' }]],
    ['LOT_OF_OTHER_PRODUCT', ['lines', '0', 'productId'], [line(soap, lot, 1)]],
    ['LOT_ELSEWHERE', ['lines', '0', 'lotId'], [line(rice, away, 1)]],
    ['LOT_PAST_ITS_DAY', ['lines', '0', 'lotId'], [line(rice, over, 1)]],
    ['COUNTED_TOO_EARLY', ['lines', '0', 'lotId'], [line(rice, fresh, 1)]],
    ['COUNTED_TOO_EARLY', ['countedAt'], [line(rice, lot, 1)], earlier(10)],
    ['OCCURRED_IN_FUTURE', ['countedAt'], [line(rice, lot, 1)], earlier(-10)],
    ['COUNTED_BEFORE', ['lines', '1', 'lotId'], [line(rice, lot, 1), line(rice, lot, 1)]],
  ];
  for (const [code, path, lines, at] of cases)
    await expect(count(counting, lines, at)).rejects.toMatchObject({ code, path });
  await count(counting, [line(rice, lot, 1)]);
  await expect(count(counting, [line(rice, lot, 2)])).rejects.toMatchObject({
    code: 'COUNTED_BEFORE',
  });
  await decline(counting);
});

test('clerks count, storekeepers start and close, others may nothing', async () => {
  const { home, world } = shop;
  const counting = await start();
  const stockTakeId = idOf(counting);
  const lines = [line(rice, await old(rice, 1), 1)];
  const acts: [Actor[], Parameters<typeof run>[2]][] = [
    [
      [home.clerk.actor, home.treasurer.actor, world.officer.actor],
      (work) => startStockTake(work, { storeId: shop.storeId }),
    ],
    [
      [home.treasurer.actor, home.cadre.actor, world.other.clerk.actor],
      (work) => recordCount(work, { stockTakeId, lines }),
    ],
    [[home.clerk.actor, home.treasurer.actor], (work) => closeStockTake(work, { stockTakeId })],
    [
      [home.clerk.actor, home.chair.actor, world.other.treasurer.actor],
      (work) => approveStockTake(work, { idempotencyKey: key(), stockTakeId }),
    ],
    [
      [home.clerk.actor, world.other.storekeeper.actor],
      (work) => declineStockTake(work, { stockTakeId, reason: 'No' }),
    ],
  ];
  for (const [actors, act] of acts) {
    for (const actor of actors)
      await expect(as(actor, act)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(as(STRANGER, act)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  await decline(counting);
});

test('two approvals at once adjust once', async () => {
  const tofu = await newProduct(shop, { name: 'Tofu', price: 1 });
  const lot = await old(tofu, 9);
  const counting = await start();
  await count(counting, [line(tofu, lot, 4)]);
  await close(counting);
  const once = key();
  // All are told how it ended, also whoever asked while it was still being done.
  const told = await Promise.all(
    [once, once, once, key(), key()].map((each) => approve(counting, undefined, each)),
  );
  const [first] = told;
  expect(first).toMatchObject({ state: 'approved', decidedBy: shop.home.treasurer.id });
  expect(told).toEqual(told.map(() => first));
  expect(await stock(shop, lot.id, tofu)).toBe(4);
  expect(await differences(tofu)).toBe(5);
});

const schema = createSchema();
const SEEN = `query ($id: ID!, $first: Int) { node(id: $id) { ... on Store { stockTakes(first: 1) {
  edges { node { state startedBy { name } counts(first: $first) { edges { node {
    pieces book difference lot { product { name } } countedBy { name } } }
    pageInfo { hasNextPage endCursor } } } } } } } }`;

test('counters see no figure of the books until it is closed; a page costs a few statements', async () => {
  const nuts = await newProduct(shop, { name: 'Nuts', price: 1 });
  const lots = [];
  for (let i = 0; i < 12; i += 1) lots.push(await old(nuts, 5));
  const counting = await start();
  await count(
    counting,
    lots.map((lot) => line(nuts, lot, 4)),
  );
  const ask = async (first: number, actor = shop.home.clerk.actor) => {
    const cookie = { set: () => {}, clear: () => {} };
    const session = { tokenHash: null, cookie, address: '' };
    const contextValue = new Context(shop.dataSource, actor, 'en', session);
    const variableValues = { id: shop.storeId, first };
    const { data, errors } = await graphql({ schema, source: SEEN, variableValues, contextValue });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { errors, take: (data as any)?.node?.stockTakes?.edges[0]?.node };
  };
  const open = await ask(2);
  expect(open.errors).toBeUndefined();
  expect(open.take.counts.edges[0].node).toEqual({
    ...{ pieces: 4, book: null, difference: null },
    ...{ lot: { product: { name: 'Nuts' } }, countedBy: { name: 'Clerk Wei' } },
  });
  expect(open.take.counts.pageInfo.hasNextPage).toBe(true);
  await close(counting);
  const closed = await ask(1, shop.home.treasurer.actor);
  expect(closed.take).toMatchObject({ state: 'CLOSED' });
  expect(closed.take.counts.edges[0].node).toMatchObject({ book: 5, difference: -1 });
  const few = await countQueries(shop.dataSource, () => ask(2));
  const many = await countQueries(shop.dataSource, () => ask(12));
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect((await ask(1, shop.home.leader.actor)).take).toBeUndefined();
  await decline(counting);
});
