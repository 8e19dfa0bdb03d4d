import { setTimeout as pause } from 'node:timers/promises';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { goodsFollowed } from '../../src/disclosure/goods-followed.reader';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { cancelTransfer } from '../../src/supermarkets/cancel-transfer';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import { declineStockTake } from '../../src/supermarkets/decline-stock-take';
import { lotById } from '../../src/supermarkets/lot.reader';
import { openStore } from '../../src/supermarkets/open-store';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { receiveGoods } from '../../src/supermarkets/receive-goods';
import { receiveTransfer } from '../../src/supermarkets/receive-transfer';
import { recordCount } from '../../src/supermarkets/record-count';
import { sendGoods } from '../../src/supermarkets/send-goods';
import { settleTransferDifference } from '../../src/supermarkets/settle-transfer-difference';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import type { StockTransferRow } from '../../src/supermarkets/stock-transfer.entity';
import { thankForGoods } from '../../src/supermarkets/thank-for-goods';
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
  openShop,
  productId,
  receive,
  residentOf,
  run,
  stock,
  type Shop,
} from './shop';
import {
  arrive,
  arrivedOf,
  cancel,
  inBoth,
  lotId,
  newShops,
  onTheWay,
  send,
  settle,
  transferId,
  type OtherShop,
} from './stores';

let shop: Shop;
let other: OtherShop;
beforeAll(async () => {
  ({ shop, other } = await newShops());
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const stockOf = async (communityId: string, id: string) =>
  (await lotById.read(shop.dataSource.manager, communityId, [id]))[0]?.stock;
const clerkThere = () => other.at.clerk.actor;

test('goods leave their lots, are on their way, and become lots like them in other books', async () => {
  const [rice, riceThere] = await inBoth(shop, other, 'Rice', '6901234567892');
  const donor = { donorName: 'Zhao', expiresOn: day(30) };
  const lot = await receive(shop, rice, 20, donor);
  const asked = key();
  const sent = await send(shop, other, [[lot, 8]], { idempotencyKey: asked });
  expect(sent).toMatchObject({ state: 'sent', storeId: shop.store.id, toStoreId: other.store.id });
  expect(await send(shop, other, [[lot, 8]], { idempotencyKey: asked })).toEqual(sent);
  expect(await stock(shop, lot.id, rice)).toBe(12);
  expect(await onTheWay(shop, sent, rice)).toBe(8);
  const again = key();
  const done = await arrive(shop, clerkThere(), sent, [[lot, 8]], { idempotencyKey: again });
  expect(done).toMatchObject({ state: 'settled', receivedBy: other.at.clerk.id });
  expect(await onTheWay(shop, sent, rice)).toBe(0);
  const [there] = await arrivedOf(shop, done);
  expect(there).toMatchObject({
    ...{ communityId: other.at.id, storeId: other.store.id, productId: riceThere.id },
    ...{ source: 'DONATED', quantity: 8, stock: 8, unitCost: null, poolId: null },
    ...{ donorName: 'Zhao', expiresOn: donor.expiresOn, recalledAt: null },
    ...{ fromCommunityId: shop.home.id, fromLotId: lot.id, transferId: sent.id },
  });
  const repeat = await arrive(shop, clerkThere(), sent, [[lot, 8]], { idempotencyKey: again });
  expect(repeat).toEqual(done);
  await expect(arrive(shop, clerkThere(), sent, [[lot, 8]])).rejects.toMatchObject({
    code: 'TRANSFER_RECEIVED',
  });
  // Whoever gave them is thanked where they gave them, and once.
  const thanks = {
    ...{ lotId: lotId(there!), thanks: 'acknowledgement' as const },
    residentId: other.at.households[0]!.residents[1]!.globalId,
  };
  await expect(
    run(shop, clerkThere(), (work) => thankForGoods(work, thanks)),
  ).rejects.toMatchObject({ code: 'LOT_CAME_FROM_STORE' });
});

test('between stores of the same books it is one entry, and what a pool bought may go', async () => {
  const second = await run(shop, shop.world.officer.actor, (work) =>
    openStore(work, {
      ...{ communityId: shop.home.place.globalId, name: 'Second', code: 'YL2' },
      ...{ operatorId: shop.home.operator.globalId, poolId: shop.poolId },
      premisesOwnerId: shop.home.committee.globalId,
    }),
  );
  const to = { storeId: toGlobalId('Store', shop.home.id, second.id) };
  const quilt = await newProduct(shop, { name: 'Quilt', price: 1 });
  const unitCost = { amount: '50.00', currency: 'CNY' as const };
  const bought = await receive(shop, quilt, 6, {
    ...{ source: 'PURCHASED', unitCost, paidByPoolId: shop.poolId },
  });
  const owned = await receive(shop, quilt, 5, { source: 'OPERATOR_OWNED', unitCost });
  const sent = await send(shop, to, [
    [bought, 4],
    [owned, 5],
  ]);
  const before = await entries(shop);
  const counts = [[bought, 4] as const, [owned, 5] as const];
  // One operator runs both, and who sent them does not count them.
  await expect(arrive(shop, shop.home.storekeeper.actor, sent, counts)).rejects.toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  await arrive(shop, shop.home.clerk.actor, sent, counts);
  expect(await entries(shop)).toBe(before + 1);
  const there = (await arrivedOf(shop, sent)).sort((a, b) => a!.quantity - b!.quantity);
  expect(there).toEqual([
    expect.objectContaining({ source: 'PURCHASED', poolId: shop.pool.id, unitCost: '5000' }),
    expect.objectContaining({ source: 'OPERATOR_OWNED', poolId: shop.pool.id, stock: 5 }),
  ]);
  // The pool owes for what is exchanged, wherever the goods have been.
  const input = { ...basketOf(shop, residentOf(shop, 0), quilt, 9), storeId: to.storeId };
  const done = await exchange(shop, input);
  expect(done.lines.map(({ quantity }) => quantity).sort()).toEqual([4, 5]);
});

test('what did not arrive waits for a third person: it never left, or it is written off', async () => {
  const [oil, oilThere] = await inBoth(shop, other, 'Oil');
  const lots = [await receive(shop, oil, 10), await receive(shop, oil, 10)] as const;
  const sendBoth = () =>
    send(shop, other, [
      [lots[0], 4, oilThere],
      [lots[1], 3, oilThere],
    ]);
  const first = await sendBoth();
  const short = await arrive(shop, clerkThere(), first, [
    [lots[0], 2],
    [lots[1], 3],
  ]);
  expect(short.state).toBe('received');
  expect(await onTheWay(shop, first, oil)).toBe(2);
  await expect(
    settle(shop, shop.home.storekeeper.actor, short, 'left_behind'),
  ).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  const again = key();
  const settled = await settle(shop, shop.home.treasurer.actor, short, 'left_behind', again);
  expect(settled).toMatchObject({ state: 'settled', difference: 'left_behind' });
  expect(await settle(shop, shop.home.treasurer.actor, short, 'left_behind', again)).toEqual(
    settled,
  );
  await expect(settle(shop, shop.home.treasurer.actor, short, 'lost')).rejects.toMatchObject({
    code: 'NO_DIFFERENCE',
  });
  expect(await stock(shop, lots[0].id, oil)).toBe(8);
  const second = await sendBoth();
  await arrive(shop, clerkThere(), second, [
    [lots[0], 0],
    [lots[1], 2],
  ]);
  await settle(shop, shop.home.treasurer.actor, second, 'damaged');
  const gone = account('goodsWrittenOff', shop.store.id, 'damaged');
  expect(await balance(shop, gone, oil.id)).toBe(5);
  expect(await onTheWay(shop, second, oil)).toBe(0);
  expect(await stock(shop, lots[0].id, oil)).toBe(4);
});

test('before it is counted either side may call it off; afterwards nobody', async () => {
  const [soap, soapThere] = await inBoth(shop, other, 'Soap');
  const lot = await receive(shop, soap, 5);
  const off = await send(shop, other, [[lot, 5, soapThere]]);
  // The emptied lot is marked, and shown to the till again when it comes back.
  await receive(shop, soap, 1);
  const again = key();
  const cancelled = await cancel(shop, other.at.storekeeper.actor, off, again);
  expect(cancelled).toMatchObject({ state: 'cancelled', endReason: 'The van broke down' });
  expect(await cancel(shop, other.at.storekeeper.actor, off, again)).toEqual(cancelled);
  expect(await stock(shop, lot.id, soap)).toBe(5);
  await expect(cancel(shop, shop.home.storekeeper.actor, off)).rejects.toMatchObject({
    code: 'TRANSFER_CANCELLED',
  });
  await expect(arrive(shop, clerkThere(), off, [[lot, 5]])).rejects.toMatchObject({
    code: 'TRANSFER_CANCELLED',
  });
  await exchange(shop, basketOf(shop, residentOf(shop, 0), soap, 6));
  const more = await receive(shop, soap, 2);
  const sent = await send(shop, other, [[more, 2, soapThere]]);
  await arrive(shop, clerkThere(), sent, [[more, 2]]);
  await expect(cancel(shop, shop.home.storekeeper.actor, sent)).rejects.toMatchObject({
    code: 'TRANSFER_RECEIVED',
  });
});

test('two who receive it at once make one lot of it', async () => {
  const [tea, teaThere] = await inBoth(shop, other, 'Tea');
  const lot = await receive(shop, tea, 5);
  const sent = await send(shop, other, [[lot, 5, teaThere]]);
  const same = key();
  const tries = await Promise.allSettled([
    arrive(shop, clerkThere(), sent, [[lot, 5]], { idempotencyKey: same }),
    arrive(shop, clerkThere(), sent, [[lot, 5]], { idempotencyKey: same }),
    arrive(shop, other.at.storekeeper.actor, sent, [[lot, 4]]),
    cancel(shop, shop.home.storekeeper.actor, sent),
  ]);
  const failed = tries.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []));
  expect(failed.length).toBeGreaterThanOrEqual(2);
  for (const code of failed) expect(['TRANSFER_RECEIVED', 'TRANSFER_CANCELLED']).toContain(code);
  const rows = await shop.dataSource.query('select id from lot where transfer_id = $1', [sent.id]);
  expect(rows.length).toBeLessThanOrEqual(1);
});

/** What happens between a command's reading and its writing, once. */
const meanwhile = (work: UnitOfWork, act: () => Promise<unknown>) => {
  const begin = work.begin.bind(work);
  work.begin = async () => {
    work.begin = begin;
    await act();
    return await begin();
  };
};

test('the same request twice at once sends once, and both are told the same', async () => {
  const [figs, figsThere] = await inBoth(shop, other, 'Figs');
  for (const pieces of [3, 7]) {
    const lot = await receive(shop, figs, 7);
    const more = { idempotencyKey: key() };
    const lines = [{ lotId: lotId(lot), quantity: pieces, asProductId: productId(figsThere) }];
    const input = { ...more, fromStoreId: shop.storeId, toStoreId: other.storeId, lines };
    let first: StockTransferRow | undefined;
    const second = await run(shop, shop.home.storekeeper.actor, async (work) => {
      if (!first)
        meanwhile(work, async () => {
          first = await send(shop, other, [[lot, pieces, figsThere]], more);
        });
      return await sendGoods(work, input);
    });
    expect(second).toEqual(first);
    expect(await onTheWay(shop, second, figs)).toBe(pieces);
  }
});

test('what was counted, settled or called off by the same request meanwhile is the answer', async () => {
  const [nuts, nutsThere] = await inBoth(shop, other, 'Nuts');
  const lot = await receive(shop, nuts, 20);
  const { clerk } = other.at;
  const { storekeeper, treasurer } = shop.home;
  const twice = async (
    actor: Actor,
    act: (work: UnitOfWork) => Promise<StockTransferRow>,
  ): Promise<StockTransferRow> => {
    const second = await run(shop, actor, async (work) => {
      meanwhile(work, () => run(shop, actor, act));
      return await act(work);
    });
    expect(second).toEqual(await run(shop, actor, act));
    return second;
  };
  const sent = await send(shop, other, [[lot, 5, nutsThere]]);
  const arrival = { idempotencyKey: key(), transferId: transferId(sent) };
  const lines = [{ lotId: lotId(lot), pieces: 4 }];
  await twice(clerk.actor, (work) => receiveTransfer(work, { ...arrival, lines }));
  const settling = { ...arrival, idempotencyKey: key(), reason: 'It was never loaded' };
  const difference = 'left_behind' as const;
  await twice(treasurer.actor, (work) =>
    settleTransferDifference(work, { ...settling, difference }),
  );
  const off = await send(shop, other, [[lot, 2, nutsThere]]);
  const calling = { ...settling, idempotencyKey: key(), transferId: transferId(off) };
  await twice(storekeeper.actor, (work) => cancelTransfer(work, calling));
  expect(await stock(shop, lot.id, nuts)).toBe(16);
});

test('of a sale and a sending of the last piece, one gets it', async () => {
  const [salt, saltThere] = await inBoth(shop, other, 'Salt');
  for (let i = 0; i < 4; i += 1) {
    const lot = await receive(shop, salt, 1);
    const both = await Promise.allSettled([
      exchange(shop, basketOf(shop, residentOf(shop, 0), salt, 1)),
      send(shop, other, [[lot, 1, saltThere]]),
    ]);
    const failed = both.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []));
    expect(failed).toHaveLength(1);
    expect(['OUT_OF_STOCK', 'LOT_SHORT']).toContain(failed[0]);
    expect(await stock(shop, lot.id, salt)).toBe(0);
  }
});

test('a lot that is called back is called back wherever it was sent on to', async () => {
  const [milk, milkThere] = await inBoth(shop, other, 'Milk');
  const lot = await receive(shop, milk, 20);
  const first = await send(shop, other, [[lot, 6, milkThere]]);
  await arrive(shop, clerkThere(), first, [[lot, 6]]);
  const [there] = await arrivedOf(shop, first);
  // A part goes on its way back, as a lot of its own.
  const back = await run(shop, other.at.storekeeper.actor, async (work) => {
    return await sendGoods(work, {
      ...{ idempotencyKey: key(), fromStoreId: other.storeId, toStoreId: shop.storeId },
      lines: [{ lotId: lotId(there!), quantity: 2, asProductId: productId(milk) }],
    });
  });
  await arrive(shop, shop.home.clerk.actor, back, [[there!, 2]]);
  const [returned] = await arrivedOf(shop, back);
  const onItsWay = await send(shop, other, [[lot, 3, milkThere]]);
  const calledOff = await send(shop, other, [[lot, 1, milkThere]]);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: lotId(lot), reason: 'Mould' }),
  );
  expect(await stockOf(shop.home.id, lot.id)).toBe(0);
  expect(await stockOf(other.at.id, there!.id)).toBe(0);
  expect(await stockOf(shop.home.id, returned!.id)).toBe(0);
  // What was on its way is called back where it arrives, or where it comes back to.
  await arrive(shop, clerkThere(), onItsWay, [[lot, 3]]);
  const [late] = await arrivedOf(shop, onItsWay);
  expect(late).toMatchObject({ stock: 0, quantity: 3, recallReason: 'Mould' });
  await cancel(shop, shop.home.storekeeper.actor, calledOff);
  expect(await stockOf(shop.home.id, lot.id)).toBe(0);
  const recalled = account('goodsRecalled', lot.id);
  expect(await balance(shop, recalled, milk.id)).toBe(11);
});

test('whoever is faster, a recall or a receipt: nothing of the lot stays on a shelf', async () => {
  const [eggs, eggsThere] = await inBoth(shop, other, 'Eggs');
  for (let i = 0; i < 6; i += 1) {
    const lot = await receive(shop, eggs, 5);
    const sent = await send(shop, other, [[lot, 3, eggsThere]]);
    const input = { idempotencyKey: key(), lotId: lotId(lot), reason: 'Salmonella' };
    await Promise.all([
      arrive(shop, clerkThere(), sent, [[lot, 3]]),
      run(shop, shop.home.storekeeper.actor, (work) => recallLot(work, input)),
    ]);
    const [there] = await arrivedOf(shop, sent);
    expect([there?.stock, there?.recallReason]).toEqual([0, 'Salmonella']);
  }
});

test('what a receipt two stores on is just making of a lot is called back with it', async () => {
  const [fish, fishThere] = await inBoth(shop, other, 'Fish');
  const lot = await receive(shop, fish, 9);
  const first = await send(shop, other, [[lot, 6, fishThere]]);
  await arrive(shop, clerkThere(), first, [[lot, 6]]);
  const [there] = await arrivedOf(shop, first);
  const third = await openShop(shop.dataSource, shop.world, shop.home, 'YL3');
  const on = await run(shop, other.at.storekeeper.actor, async (work) => {
    return await sendGoods(work, {
      ...{ idempotencyKey: key(), fromStoreId: other.storeId, toStoreId: third.storeId },
      lines: [{ lotId: lotId(there!), quantity: 2, asProductId: productId(fish) }],
    });
  });
  const input = { idempotencyKey: key(), lotId: lotId(lot), reason: 'Botulism' };
  let recall: Promise<unknown> = Promise.resolve();
  await run(shop, shop.home.clerk.actor, async (work) => {
    await receiveTransfer(work, {
      ...{ idempotencyKey: key(), transferId: transferId(on) },
      lines: [{ lotId: lotId(there!), pieces: 2 }],
    });
    // Nobody else sees it yet: the recall comes to the lot that it was, and waits there.
    recall = run(shop, shop.home.storekeeper.actor, (asking) => recallLot(asking, input));
    await waiting();
  });
  await recall;
  const [last] = await arrivedOf(shop, on);
  expect(last).toMatchObject({ quantity: 2, stock: 0, recallReason: 'Botulism' });
});

/** Until somebody waits for a lock. */
async function waiting(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const rows: unknown[] = await shop.dataSource.query(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await pause(20);
  }
  throw new Error('Nobody waits');
}

test('a giver follows goods through other stores to where they are', async () => {
  const [beans, beansThere] = await inBoth(shop, other, 'Beans');
  const lot = await receive(shop, beans, 30);
  const told = async () => {
    const { manager } = shop.dataSource;
    const parts = await goodsFollowed.read(manager, shop.home.id, [lot.id]);
    expect(parts.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(30);
    return Object.fromEntries(parts.map(({ stage, pieces }) => [stage, pieces]));
  };
  const sent = await send(shop, other, [[lot, 10, beansThere]]);
  expect(await told()).toEqual({ sent: 10, on_shelf: 20 });
  await arrive(shop, clerkThere(), sent, [[lot, 8]]);
  expect(await told()).toEqual({ sent: 2, on_shelf: 28 });
  await settle(shop, shop.home.treasurer.actor, sent, 'lost');
  const [there] = await arrivedOf(shop, sent);
  const input = {
    ...{ idempotencyKey: key(), fromStoreId: other.storeId, toStoreId: shop.storeId },
    lines: [{ lotId: lotId(there!), quantity: 5, asProductId: productId(beans) }],
  };
  const back = await run(shop, other.at.storekeeper.actor, (work) => sendGoods(work, input));
  await arrive(shop, shop.home.clerk.actor, back, [[there!, 5]]);
  const off = await send(shop, other, [[lot, 7, beansThere]]);
  await cancel(shop, shop.home.storekeeper.actor, off);
  await exchange(shop, basketOf(shop, residentOf(shop, 0), beans, 24));
  // 20 of the lot itself and 4 of what had been away.
  expect(await told()).toEqual({ exchanged: 24, written_off: 2, on_shelf: 4 });
});

test('a lot that is sent on while it is counted is no difference', async () => {
  const [flour, flourThere] = await inBoth(shop, other, 'Flour');
  const earlier = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const lot = await receive(shop, flour, 10, {}, earlier(60));
  const keeper = shop.home.storekeeper.actor;
  const take = await run(
    shop,
    keeper,
    (work) => startStockTake(work, { storeId: shop.storeId }),
    earlier(5),
  );
  const stockTakeId = toGlobalId('StockTake', take.communityId, take.id);
  const lines = [{ productId: productId(flour), lotId: lotId(lot), pieces: 9 }];
  await run(shop, shop.home.clerk.actor, (work) =>
    recordCount(work, { stockTakeId, lines, countedAt: earlier(1) }),
  );
  await run(shop, keeper, (work) => closeStockTake(work, { stockTakeId }));
  await send(shop, other, [[lot, 10, flourThere]]);
  const approve = () =>
    run(shop, shop.home.treasurer.actor, (work) =>
      approveStockTake(work, { idempotencyKey: key(), stockTakeId }),
    );
  // One was missing when it was counted, and all ten were sent: the count cannot stand.
  await expect(approve()).rejects.toMatchObject({ code: 'LOT_MOVED' });
  await run(shop, keeper, (work) =>
    declineStockTake(work, { stockTakeId, reason: 'It was sent on.' }),
  );
});

test('what may not go is refused, line by line, and nothing moves', async () => {
  const [wine, wineThere] = await inBoth(shop, other, 'Wine', '4006381333931');
  const [beer, beerThere] = await inBoth(shop, other, 'Beer', '5901234123457');
  const [loose, looseThere] = await inBoth(shop, other, 'Loose rice');
  const lot = await receive(shop, wine, 5);
  const unitCost = { amount: '2.00', currency: 'CNY' as const };
  const owned = await receive(shop, wine, 5, { source: 'OPERATOR_OWNED', unitCost });
  const bought = await receive(shop, wine, 5, {
    ...{ source: 'PURCHASED', unitCost, paidByPoolId: shop.poolId },
  });
  const unlabelled = await receive(shop, loose, 5);
  const past = new Date(Date.now() - 3 * 86_400_000);
  const expired = await receive(shop, wine, 5, { expiresOn: day(-1) }, past);
  const recalled = await receive(shop, wine, 5);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: lotId(recalled), reason: 'Glass' }),
  );
  const theirs = await run(shop, other.at.clerk.actor, async (work) => {
    return await receiveGoods(work, {
      ...{ idempotencyKey: key(), storeId: other.storeId, productId: productId(wineThere) },
      ...{ quantity: 5, source: 'DONATED' },
    });
  });
  const before = await entries(shop);
  const line = (field: string) => ['lines', '0', field];
  const toLot = (lot_: typeof lot, quantity = 1) => send(shop, other, [[lot_, quantity]]);
  const bad: [() => Promise<unknown>, string, string[]][] = [
    [() => toLot(lot, 0), 'QUANTITY_OUT_OF_RANGE', line('quantity')],
    [() => toLot(lot, 100_001), 'QUANTITY_OUT_OF_RANGE', line('quantity')],
    [() => toLot(lot, 6), 'LOT_SHORT', line('quantity')],
    [() => toLot(expired), 'LOT_EXPIRED', line('lotId')],
    [() => toLot(recalled), 'LOT_RECALLED', line('lotId')],
    [() => toLot(owned), 'OPERATOR_OWNS_GOODS', line('lotId')],
    [() => toLot(bought), 'POOL_OWNS_GOODS', line('lotId')],
    [() => toLot(theirs), 'OTHER_COMMUNITY', line('lotId')],
    [() => toLot(unlabelled), 'PRODUCT_UNMATCHED', line('asProductId')],
    [() => send(shop, other, [[lot, 1, beerThere]]), 'PRODUCT_DIFFERS', line('asProductId')],
    [() => send(shop, other, [[lot, 1, beer]]), 'OTHER_COMMUNITY', line('asProductId')],
    [() => send(shop, shop, [[lot, 1]]), 'SAME_STORE', ['toStoreId']],
    [() => send(shop, other, []), 'NO_LINES', ['lines']],
    [
      () =>
        send(shop, other, [
          [lot, 1],
          [lot, 1],
        ]),
      'LOT_TWICE',
      ['lines', '1', 'lotId'],
    ],
    [() => send(shop, { storeId: shop.poolId }, [[lot, 1]]), 'ID_UNKNOWN', ['toStoreId']],
    [() => send(shop, other, [[lot, 1]], { note: ' ' }), 'TEXT_LENGTH', ['note']],
  ];
  for (const [act, code, path] of bad) await expect(act()).rejects.toMatchObject({ code, path });
  for (const actor of [shop.home.clerk.actor, other.at.storekeeper.actor])
    await expect(send(shop, other, [[lot, 1]], {}, actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  await expect(send(shop, other, [[lot, 1]], {}, STRANGER)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await entries(shop)).toBe(before);
  const sent = await send(shop, other, [
    [lot, 3],
    [unlabelled, 2, looseThere],
  ]);
  const at = (...counts: [typeof lot, number][]) => arrive(shop, clerkThere(), sent, counts);
  const counted: [() => Promise<unknown>, string][] = [
    [() => at([lot, 3]), 'LOT_UNCOUNTED'],
    [() => at([lot, 4], [unlabelled, 2]), 'MORE_THAN_SENT'],
    [() => at([lot, -1], [unlabelled, 2]), 'COUNT_RANGE'],
    [() => at([lot, 3], [unlabelled, 1], [lot, 3]), 'LOT_TWICE'],
    [() => at([lot, 3], [owned, 1]), 'LOT_NOT_SENT'],
    [() => at([lot, 3], [theirs, 1]), 'OTHER_COMMUNITY'],
    [() => at([lot, 0], [unlabelled, 0]), 'NOTHING_ARRIVED'],
  ];
  for (const [act, code] of counted) await expect(act()).rejects.toMatchObject({ code });
  for (const actor of [shop.home.clerk.actor, shop.home.storekeeper.actor, other.at.chair.actor])
    await expect(arrive(shop, actor, sent, [[lot, 3]])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  for (const actor of [shop.home.clerk.actor, other.at.clerk.actor])
    await expect(cancel(shop, actor, sent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(settle(shop, other.at.treasurer.actor, sent, 'lost')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(settle(shop, shop.home.treasurer.actor, sent, 'lost')).rejects.toMatchObject({
    code: 'NO_DIFFERENCE',
  });
  await at([lot, 3], [unlabelled, 2]);
});
