import { BRANCHES } from '../../src/inbox/branches';
import { inboxOf } from '../../src/inbox/inbox.reader';
import { toGlobalId } from '../../src/kernel/global-id';
import type { Actor } from '../../src/kernel/actor';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { approveWriteOff } from '../../src/supermarkets/approve-write-off';
import { clearRecalled } from '../../src/supermarkets/clear-recalled';
import { closeShift } from '../../src/supermarkets/close-shift';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import type { Lot } from '../../src/supermarkets/lot.reader';
import { openShift } from '../../src/supermarkets/open-shift';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { receiveTransfer } from '../../src/supermarkets/receive-transfer';
import { recordCount } from '../../src/supermarkets/record-count';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { resolveTillTask } from '../../src/supermarkets/resolve-till-task';
import { sendGoods } from '../../src/supermarkets/send-goods';
import { settleShift } from '../../src/supermarkets/settle-shift';
import { settleTransferDifference } from '../../src/supermarkets/settle-transfer-difference';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import { writeOffGoods } from '../../src/supermarkets/write-off-goods';
import { ask } from '../donations/ask';
import {
  basketOf,
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
  type Shop,
} from '../supermarkets/shop';
import {
  answer,
  check,
  decide,
  dispute,
  disputeId,
  issue,
  statementId,
} from '../supermarkets/statements';
import { countQueries } from '../support/queries';
import { planOf } from './waiting';

let shop: Shop;
let rice: ProductRow;
let lot: Lot;
beforeEach(async () => {
  shop = await newShop();
  rice = await newProduct(shop);
  lot = await receive(shop, rice, 100, {}, new Date(Date.now() - 3_600_000));
});
afterEach(() => shop.database.drop());

const INBOX = `{ me { inbox(first: 50) { edges { node { __typename
  ... on StockTakeToApprove { stockTake { id } }
  ... on ShiftToSettle { shift { id } }
  ... on TillTaskToResolve { task { id } }
  ... on WriteOffToApprove { writeOff { id } }
  ... on RecalledToClear { lot { id } }
  ... on TransferToReceive { transfer { id } }
  ... on TransferToSettle { transfer { id } }
  ... on StatementToCheck { statement { id } }
  ... on DisputeToAnswer { dispute { id } }
  ... on DisputeToSettle { dispute { id } } } } } } }`;

type Item = Readonly<Record<string, string | { readonly id: string }>>;

/** What waits for somebody, by its type, with the node that it leads to. */
async function inbox(actor: Actor): Promise<string[][]> {
  const { data, codes } = await ask<{ me: { inbox: { edges: { node: Item }[] } } }>(
    ...[shop.dataSource, actor, INBOX],
  );
  expect(codes).toEqual([]);
  return data.me.inbox.edges.map(({ node: { __typename, ...more } }) => [
    String(__typename),
    ...Object.values(more).map((node) => (typeof node === 'string' ? node : node.id)),
  ]);
}
const types = async (actor: Actor) => (await inbox(actor)).map(([type]) => type);
const id = (type: string, row: { communityId: string; id: string }) =>
  toGlobalId(type, row.communityId, row.id);
const as = <T>(actor: Actor, command: Parameters<typeof run<T>>[2], now?: Date) =>
  run(shop, actor, command, now);

const keeper = () => shop.home.storekeeper.actor;
const clerk = () => shop.home.clerk.actor;
const treasurer = () => shop.home.treasurer.actor;
const strangers = () => [
  ...[shop.world.other.storekeeper, shop.world.other.treasurer, shop.home.cadre],
  ...[shop.home.leader, shop.world.officer, shop.home.chair],
];

test('a stock-take waits for a second person, once it is closed', async () => {
  const take = await as(
    keeper(),
    (work) => startStockTake(work, { storeId: shop.storeId }),
    new Date(Date.now() - 60_000),
  );
  const stockTakeId = id('StockTake', take);
  const lines = [{ productId: productId(rice), lotId: id('Lot', lot), pieces: 99 }];
  await as(clerk(), (work) => recordCount(work, { stockTakeId, lines }));
  expect(await types(treasurer())).toEqual([]);
  await as(keeper(), (work) => closeStockTake(work, { stockTakeId }));
  expect(await inbox(treasurer())).toEqual([['StockTakeToApprove', stockTakeId]]);
  for (const actor of [keeper(), clerk()]) expect(await types(actor)).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  await as(treasurer(), (work) => approveStockTake(work, { idempotencyKey: key(), stockTakeId }));
  expect(await types(treasurer())).toEqual([]);
});

test('a shift that differs waits for its second person, and for nobody else', async () => {
  const shift = await as(clerk(), (work) => openShift(work, { storeId: shop.storeId }));
  const shiftId = id('Shift', shift);
  expect(await types(keeper())).toEqual([]);
  await as(clerk(), (work) => closeShift(work, { shiftId, slips: 3 }));
  for (const actor of [keeper(), treasurer()])
    expect(await inbox(actor)).toEqual([['ShiftToSettle', shiftId]]);
  expect(await types(clerk())).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  await as(treasurer(), (work) => settleShift(work, { shiftId, note: 'Three test slips' }));
  for (const actor of [keeper(), treasurer()]) expect(await types(actor)).toEqual([]);
});

test('a shift that a storekeeper has counted and ended for a clerk waits for another', async () => {
  const shift = await as(clerk(), (work) => openShift(work, { storeId: shop.storeId }));
  const shiftId = id('Shift', shift);
  await as(keeper(), (work) => closeShift(work, { shiftId, slips: 3, note: 'Went home' }));
  expect(await types(keeper())).toEqual([]);
  expect(await inbox(treasurer())).toEqual([['ShiftToSettle', shiftId]]);
  await as(treasurer(), (work) => settleShift(work, { shiftId, note: 'Three test slips' }));
});

test('what is nobody else’s may be settled by who is both storekeeper and treasurer, told once', async () => {
  const shift = await as(clerk(), (work) => openShift(work, { storeId: shop.storeId }));
  await as(clerk(), (work) => closeShift(work, { shiftId: id('Shift', shift), slips: 3 }));
  const both = { ...keeper(), standings: [...keeper().standings, ...treasurer().standings] };
  const page = await inboxOf(shop.dataSource.manager, both, { first: 10, after: null });
  expect(page.edges).toHaveLength(1);
});

test('pieces that were called back wait for another than who did it, until none is left', async () => {
  const lotId = id('Lot', lot);
  const reason = 'Glass was found in one.';
  await as(keeper(), (work) => recallLot(work, { idempotencyKey: key(), lotId, reason }));
  expect(await inbox(treasurer())).toEqual([['RecalledToClear', lotId]]);
  for (const actor of [keeper(), clerk()]) expect(await types(actor)).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  const clear = (quantity: number) =>
    as(treasurer(), (work) =>
      clearRecalled(work, { idempotencyKey: key(), lotId, quantity, end: 'returned' }),
    );
  await clear(99);
  expect(await types(treasurer())).toEqual(['RecalledToClear']);
  await clear(1);
  expect(await types(treasurer())).toEqual([]);
});

test('what a till could not record waits for the storekeepers', async () => {
  const basket = basketOf(shop, residentOf(shop, 0), rice, 2);
  const [result] = await as(clerk(), (work) => recordExchanges(work, { exchanges: [basket] }));
  const taskId = id('TillTask', result!.task!);
  expect(await inbox(keeper())).toEqual([['TillTaskToResolve', taskId]]);
  for (const actor of [clerk(), treasurer()]) expect(await types(actor)).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  await as(keeper(), (work) => resolveTillTask(work, { taskId, note: 'He brought them back' }));
  expect(await types(keeper())).toEqual([]);
});

test('goods that are sent wait at the other store, and what did not arrive at the first', async () => {
  const other = await openShop(shop.dataSource, shop.world, shop.home, 'YL2');
  const transfer = await as(keeper(), (work) =>
    sendGoods(work, {
      ...{ idempotencyKey: key(), fromStoreId: shop.storeId, toStoreId: other.storeId },
      lines: [{ lotId: id('Lot', lot), quantity: 10 }],
    }),
  );
  const transferId = id('StockTransfer', transfer);
  expect(await inbox(clerk())).toEqual([['TransferToReceive', transferId]]);
  for (const actor of [keeper(), treasurer()]) expect(await types(actor)).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  await as(clerk(), (work) =>
    receiveTransfer(work, {
      ...{ idempotencyKey: key(), transferId },
      lines: [{ lotId: id('Lot', lot), pieces: 9 }],
    }),
  );
  expect(await inbox(treasurer())).toEqual([['TransferToSettle', transferId]]);
  for (const actor of [keeper(), clerk()]) expect(await types(actor)).toEqual([]);
  await as(treasurer(), (work) =>
    settleTransferDifference(work, {
      ...{ idempotencyKey: key(), transferId, reason: 'Fell off the cart' },
      difference: 'lost',
    }),
  );
  expect(await types(treasurer())).toEqual([]);
});

test('a write-off beyond the limit waits for a second person', async () => {
  const asked = await as(clerk(), (work) =>
    writeOffGoods(work, {
      ...{ idempotencyKey: key(), lotId: id('Lot', lot), quantity: 90 },
      reason: 'damaged',
    }),
  );
  expect(asked.state).toBe('waiting');
  const writeOffId = id('WriteOff', asked);
  for (const actor of [keeper(), treasurer()])
    expect(await inbox(actor)).toEqual([['WriteOffToApprove', writeOffId]]);
  expect(await types(clerk())).toEqual([]);
  for (const { actor } of strangers()) expect(await types(actor)).toEqual([]);
  await as(keeper(), (work) => approveWriteOff(work, { idempotencyKey: key(), writeOffId }));
  expect(await types(treasurer())).toEqual([]);
});

test('a statement waits for the foundation, a disputed line for the operator, then for the board', async () => {
  const figs = await newProduct(shop, { name: 'Figs', price: 1 });
  const unitCost = { amount: '1.25', currency: 'CNY' as const };
  await receive(shop, figs, 20, { source: 'OPERATOR_OWNED', unitCost });
  await fillWallet(shop, residentOf(shop, 3).id, 50);
  const at = new Date('2026-03-15T10:00:00+08:00');
  const basket = { ...basketOf(shop, residentOf(shop, 3), figs, 4), occurredAt: at };
  await exchange(shop, basket, undefined, at);
  const stated = await issue(shop, '2026-03');
  const { chair, secretary, boardMembers } = shop.home;
  for (const { actor } of [chair, secretary])
    expect(await inbox(actor)).toEqual([['StatementToCheck', statementId(stated)]]);
  for (const actor of [keeper(), clerk(), treasurer(), boardMembers[0].actor])
    expect(await types(actor)).toEqual([]);
  const disputed = await dispute(shop, stated);
  expect(await inbox(keeper())).toEqual([['DisputeToAnswer', disputeId(disputed)]]);
  await check(shop, stated);
  for (const { actor } of [chair, secretary]) expect(await types(actor)).toEqual([]);
  await answer(shop, disputed);
  expect(await types(keeper())).toEqual([]);
  for (const { actor } of [chair, boardMembers[0]])
    expect(await inbox(actor)).toEqual([['DisputeToSettle', disputeId(disputed)]]);
  expect(await types(secretary.actor)).toEqual([]);
  await decide(shop, disputed);
  for (const { actor } of [chair, boardMembers[0]]) expect(await types(actor)).toEqual([]);
});

test('a page is one statement however much waits, and goes on after its cursor', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const shift = await as(clerk(), (work) => openShift(work, { storeId: shop.storeId }));
    await as(clerk(), (work) => closeShift(work, { shiftId: id('Shift', shift), slips: 1 }));
    ids.push(shift.id);
  }
  const { manager } = shop.dataSource;
  const read = (first: number, after: string | null = null) =>
    inboxOf(manager, keeper(), { first, after });
  const { result, statements } = await countQueries(shop.dataSource, () => read(2));
  expect(statements).toHaveLength(1);
  expect(result.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
  expect(result.pageInfo.hasNextPage).toBe(true);
  const rest = await read(2, result.pageInfo.endCursor);
  expect(rest.edges.map(({ node }) => node.id)).toEqual(ids.slice(2));
  const { statements: none } = await countQueries(shop.dataSource, () =>
    inboxOf(manager, shop.world.outsider.actor, { first: 5, after: null }),
  );
  expect(none).toEqual([]);
});

test('each branch walks indexes', async () => {
  for (const { sql } of BRANCHES)
    expect(await planOf(shop.dataSource, sql)).not.toMatch(/Seq Scan on (?!place)/);
});
