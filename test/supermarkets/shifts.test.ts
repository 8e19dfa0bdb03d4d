import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { createSchema } from '../../src/server/schema';
import { closeShift, type CloseShift } from '../../src/supermarkets/close-shift';
import { openShift } from '../../src/supermarkets/open-shift';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { settleShift, type SettleShift } from '../../src/supermarkets/settle-shift';
import { SHIFT_CHECKS } from '../../src/supermarkets/shift.checks';
import type { CountedProduct } from '../../src/supermarkets/shift-count';
import type { ShiftRow } from '../../src/supermarkets/shift.entity';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { countQueries, JOINED } from '../support/queries';
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
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
let soap: ProductRow;
let clerk: Actor;
let keeper: Actor;
beforeEach(async () => {
  shop = await newShop();
  clerk = shop.home.clerk.actor;
  keeper = shop.home.storekeeper.actor;
  await newClass(shop, 'grain', 100);
  rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  soap = await newProduct(shop, { name: 'Soap', price: 1 });
  await receive(shop, rice, 40);
  await receive(shop, soap, 20);
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
afterEach(async () => {
  expect(await runChecks(shop.dataSource, SHIFT_CHECKS)).toEqual([]);
  await booksAreRight(shop);
  await shop.database.drop();
});

const idOf = ({ communityId, id }: ShiftRow) => toGlobalId('Shift', communityId, id);
const open = (actor = clerk, counted?: CountedProduct[]) =>
  run(shop, actor, (work) => openShift(work, { storeId: shop.storeId, counted }));
const close = (shift: ShiftRow, more: Partial<CloseShift> = {}, actor = clerk) =>
  run(shop, actor, (work) => closeShift(work, { shiftId: idOf(shift), ...more }));
const settle = (shift: ShiftRow, more: Partial<SettleShift> = {}, actor = keeper) =>
  run(shop, actor, (work) =>
    settleShift(work, { shiftId: idOf(shift), note: 'Counted anew with the clerk', ...more }),
  );
const take = (product: ProductRow, quantity: number, actor = clerk) =>
  exchange(shop, basketOf(shop, residentOf(shop, 0), product, quantity), actor);
const takeBack = (id: string, actor = clerk) =>
  run(shop, actor, (work) =>
    voidExchange(work, {
      ...{ idempotencyKey: key(), exchangeId: toGlobalId('Exchange', shop.home.id, id) },
      reason: 'Brought back',
    }),
  );
const counted = (product: ProductRow, pieces: number) => ({
  productId: productId(product),
  pieces,
});
const refused = (promise: Promise<unknown>, code: string, path?: string[]) =>
  expect(promise).rejects.toMatchObject(path ? { code, path } : { code });

test('a shift adds up what its clerk did between its ends, and nothing else', async () => {
  await take(rice, 1);
  const shift = await open();
  const first = await take(rice, 3);
  await take(soap, 2);
  await take(rice, 5, keeper);
  await takeBack(first.id);
  await take(rice, 4);
  const closed = await close(shift);
  await take(soap, 9);
  const [grain] = await shop.dataSource.query('select id from allowance_class');
  expect(closed).toMatchObject({
    ...{ exchanges: 3, voids: 1, credits: '10', pieces: { [grain.id]: 4, '': 2 } },
    ...{ differs: false, closedBy: shop.home.clerk.id },
  });
});

test('the next shift begins where the last one ended', async () => {
  await close(await open());
  await take(soap, 1);
  const second = await open();
  const { id } = await take(soap, 2);
  await close(second);
  const third = await open();
  await takeBack(id);
  expect(await close(third)).toMatchObject({
    exchanges: 0,
    voids: 1,
    credits: '-2',
    pieces: { '': -2 },
  });
});

test('a clerk has one open shift at a store, also of two begun at once', async () => {
  const begun = await Promise.allSettled([open(), open()]);
  expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await refused(open(), 'SHIFT_OPEN', ['storeId']);
  await open(keeper);
});

test('what is counted is compared with the books, and a difference moves nothing', async () => {
  const shift = await open(clerk, [counted(rice, 40), counted(soap, 20)]);
  await take(rice, 3);
  await take(soap, 1);
  const before = await entries(shop);
  const closed = await close(shift, { slips: 2, counted: [counted(rice, 37), counted(soap, 18)] });
  expect(closed).toMatchObject({ slips: 2, exchanges: 2, differs: true });
  expect(await entries(shop)).toBe(before);
  expect(
    await shop.dataSource.query(
      'select at_end, pieces, book from shift_count order by at_end, pieces desc',
    ),
  ).toEqual([
    { at_end: false, pieces: 40, book: 40 },
    { at_end: false, pieces: 20, book: 20 },
    { at_end: true, pieces: 37, book: 37 },
    { at_end: true, pieces: 18, book: 19 },
  ]);
});

test('a slip too many is a difference, and one voided has its slip still', async () => {
  const one = await open();
  await takeBack((await take(soap, 1)).id);
  expect(await close(one, { slips: 1 })).toMatchObject({ differs: false });
  const other = await open();
  expect(await close(other, { slips: 1 })).toMatchObject({ differs: true });
});

test('what is not good any more, called back, or not there at all counts as the till sees it', async () => {
  const tea = await newProduct(shop, { name: 'Tea' });
  const late = { expiresOn: day(-5) };
  await receive(shop, soap, 6, late, new Date(Date.now() - 10 * 86_400_000));
  const shift = await open(clerk, [counted(soap, 20), counted(tea, 0)]);
  expect(await close(shift)).toMatchObject({ differs: false });
});

test('a forgotten shift is ended by a storekeeper with a note, and by no other clerk', async () => {
  const shift = await open();
  await refused(close(shift, {}, keeper), 'SHIFT_NOTE_NEEDED', ['note']);
  await refused(close(shift, { note: ' ' }, keeper), 'TEXT_LENGTH', ['note']);
  for (const actor of [shop.home.cadre.actor, shop.home.treasurer.actor, shop.world.officer.actor])
    await refused(close(shift, { note: 'Mine' }, actor), 'FORBIDDEN');
  const closed = await close(shift, { note: 'Went home' }, keeper);
  expect(closed).toMatchObject({ closedBy: shop.home.storekeeper.id, note: 'Went home' });
  await refused(close(shift), 'SHIFT_CLOSED', ['shiftId']);
  const own = await open(keeper);
  await refused(close(own, { note: 'Not mine' }), 'FORBIDDEN');
});

test('closed at once by two, it is closed once', async () => {
  const shift = await open();
  const done = await Promise.allSettled([close(shift), close(shift, { note: 'Both' }, keeper)]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('differences are settled once, by a second person, who may have the store counted', async () => {
  const shift = await open();
  await refused(settle(shift), 'SHIFT_NOT_CLOSED', ['shiftId']);
  await close(shift, { counted: [counted(rice, 39)] });
  await refused(settle(shift, {}, clerk), 'FORBIDDEN');
  await refused(settle(shift, { note: '' }), 'TEXT_LENGTH', ['note']);
  const settled = await settle(shift, { count: true });
  expect(settled).toMatchObject({ settledBy: shop.home.storekeeper.id });
  const [take] = await shop.dataSource.query('select id, state from stock_take');
  expect(take).toEqual({ id: settled.stockTakeId, state: 'counting' });
  await refused(settle(shift), 'SHIFT_SETTLED', ['shiftId']);
  const even = await open();
  await close(even);
  await refused(settle(even), 'NOTHING_DIFFERS', ['shiftId']);
  const again = await open();
  await close(again, { slips: 5 });
  await refused(settle(again, { count: true }), 'STOCK_TAKE_OPEN', ['count']);
  await settle(again, {}, shop.home.treasurer.actor);
  const own = await open(keeper);
  await close(own, { slips: 5 }, keeper);
  await refused(settle(own), 'SECOND_PERSON_NEEDED', ['shiftId']);
});

test('who ended a colleague’s shift by their own count does not settle it as well', async () => {
  const shift = await open();
  await close(shift, { note: 'Went home', counted: [counted(rice, 1)] }, keeper);
  await refused(settle(shift), 'SECOND_PERSON_NEEDED', ['shiftId']);
  const { treasurer } = shop.home;
  expect(await settle(shift, {}, treasurer.actor)).toMatchObject({ settledBy: treasurer.id });
});

test('what cannot be counted is refused by its place', async () => {
  const other = await openShop(shop.dataSource, shop.world, shop.world.other, 'OT1');
  const nothing = toGlobalId('Product', shop.home.id, shop.home.id);
  const elsewhere = toGlobalId('Product', shop.world.other.id, rice.id);
  const cases: [CountedProduct[], string, string[]][] = [
    [[counted(rice, -1)], 'COUNT_RANGE', ['counted', '0', 'pieces']],
    [[counted(rice, 1.5)], 'COUNT_RANGE', ['counted', '0', 'pieces']],
    [[counted(rice, 1), counted(rice, 2)], 'COUNTED_TWICE', ['counted', '1', 'productId']],
    [[{ productId: nothing, pieces: 1 }], 'ID_UNKNOWN', ['counted', '0', 'productId']],
    [[{ productId: elsewhere, pieces: 1 }], 'OTHER_COMMUNITY', ['counted', '0', 'productId']],
    [Array(51).fill(counted(rice, 1)), 'TOO_MANY_LINES', ['counted']],
  ];
  for (const [lines, code, path] of cases) await refused(open(clerk, lines), code, path);
  const shift = await open();
  for (const slips of [-1, 0.5, 100_001])
    await refused(close(shift, { slips }), 'COUNT_RANGE', ['slips']);
  await refused(close({ ...shift, id: shop.home.id }), 'ID_UNKNOWN', ['shiftId']);
  const elsewhereOpen = (actor: Actor) =>
    run(shop, actor, (work) => openShift(work, { storeId: other.storeId }));
  await refused(elsewhereOpen(clerk), 'FORBIDDEN');
  await refused(elsewhereOpen(STRANGER), 'UNAUTHENTICATED');
  expect((await close(shift)).differs).toBe(false);
});

const SESSION = {
  ...{ tokenHash: null, cookie: { set: () => undefined, clear: () => undefined } },
  address: '',
};
const schema = createSchema();
const ask = async (actor: Actor, text: string) => {
  const context = new Context(shop.dataSource, actor, 'en', SESSION);
  const result = await graphql({ schema, source: text, contextValue: context });
  return {
    codes: (result.errors ?? []).map(({ message }) => message),
    data: result.data,
  };
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const seen = async (actor: Actor): Promise<any> => {
  const { codes, data } = await ask(actor, STORE());
  expect(codes).toEqual([]);
  return data?.node;
};

const STORE = () => `{ node(id: "${shop.storeId}") { ... on Store {
  ownShift { id }
  shifts(first: 20) { edges { node { id differs slipDifference clerk { name }
    sums { exchanges voids credits pieces { pieces allowanceClass { code } } }
    counts { atEnd pieces book difference product { name } }
    exchanges(first: 5) { edges { node { credits lines { quantity } } } } } } } } } }`;

test('a store tells its shifts, blind while they are open', async () => {
  const shift = await open(clerk, [counted(rice, 38)]);
  await take(rice, 3);
  await take(soap, 1, keeper);
  const node = await seen(clerk);
  expect(node.ownShift).toEqual({ id: idOf(shift) });
  expect(node.shifts.edges.map((edge: { node: unknown }) => edge.node)).toMatchObject([
    {
      ...{ differs: null, slipDifference: null, clerk: { name: shop.home.clerk.name } },
      sums: {
        ...{ exchanges: 1, voids: 0, credits: 6 },
        pieces: [{ pieces: 3, allowanceClass: { code: 'grain' } }],
      },
      counts: [{ atEnd: false, pieces: 38, book: null, difference: null }],
      exchanges: { edges: [{ node: { credits: 6, lines: [{ quantity: 3 }] } }] },
    },
  ]);
  await close(shift, { slips: 0, counted: [counted(rice, 37)] });
  const after = await seen(keeper);
  expect(after.ownShift).toBeNull();
  expect(after.shifts.edges[0].node).toMatchObject({
    ...{ differs: true, slipDifference: -1 },
    counts: [
      { atEnd: false, pieces: 38, book: 40, difference: -2 },
      { atEnd: true, pieces: 37, book: 37, difference: 0 },
    ],
  });
  expect((await ask(STRANGER, STORE())).codes).toEqual(['UNAUTHENTICATED']);
  expect((await ask(shop.home.leader.actor, STORE())).codes).toEqual(['FORBIDDEN']);
});

test('many shifts take as many statements as one', async () => {
  const shift = await open(clerk, [counted(rice, 40)]);
  await take(rice, 1);
  await close(shift, { counted: [counted(rice, 39)] });
  const one = await countQueries(shop.dataSource, () => seen(keeper));
  for (let i = 0; i < 4; i += 1) {
    const more = await open(clerk, [counted(soap, 20)]);
    await take(rice, 1);
    await close(more, { counted: [counted(soap, 20)] });
  }
  const many = await countQueries(shop.dataSource, () => seen(keeper));
  expect(many.statements.length).toBeLessThanOrEqual(one.statements.length + JOINED);
});

test('verify sees a shift that tells something else than the books', async () => {
  const shift = await open();
  await take(rice, 1);
  await close(shift);
  await close(await open());
  const spoilt = [
    ['shifts-added-up', 'update shift set credits = credits + 1'],
    ['shifts-added-up', "update shift set pieces = '{}'"],
    ['shifts-differ', 'update shift set differs = not differs'],
    ['shifts-apart', 'update shift set until_seq = until_seq + 2'],
  ] as const;
  for (const [name, spoil] of spoilt) {
    const runner = shop.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(spoil);
    const rows: unknown[] = await runner.query(
      SHIFT_CHECKS.find((each) => each.name === name)!.sql,
    );
    await runner.rollbackTransaction();
    await runner.release();
    expect([name, rows.length]).not.toEqual([name, 0]);
  }
});
