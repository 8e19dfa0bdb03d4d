import fc from 'fast-check';
import { account } from '../../src/bookkeeping/chart';
import { toGlobalId } from '../../src/kernel/global-id';
import { accountsById } from '../../src/ledger/account.reader';
import { accountId } from '../../src/ledger/account-ref';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import { declineStockTake } from '../../src/supermarkets/decline-stock-take';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { recordCount } from '../../src/supermarkets/record-count';
import { reverseWriteOff } from '../../src/supermarkets/reverse-write-off';
import { sendGoods } from '../../src/supermarkets/send-goods';
import { setWriteOffLimit } from '../../src/supermarkets/set-write-off-limit';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import type { StockTransferRow } from '../../src/supermarkets/stock-transfer.entity';
import { linesOfTransfer, transferById } from '../../src/supermarkets/stock-transfer.reader';
import { approveWriteOff } from '../../src/supermarkets/approve-write-off';
import { writeOffGoods } from '../../src/supermarkets/write-off-goods';
import type { WriteOffRow } from '../../src/supermarkets/write-off.entity';
import {
  basketOf,
  booksAreRight,
  exchange,
  fillWallet,
  key,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import {
  arrive,
  arrivedOf,
  cancel,
  inBoth,
  lotId,
  newShops,
  settle,
  type OtherShop,
} from './stores';

let shop: Shop;
let other: OtherShop;
let rice: readonly [ProductRow, ProductRow];
beforeAll(async () => {
  ({ shop, other } = await newShops());
  rice = await inBoth(shop, other, 'Rice', '6901234567892');
  await fillWallet(shop, residentOf(shop, 0).id, 100_000);
  for (const [by, storeId] of [
    [shop.home.treasurer.actor, shop.storeId],
    [other.at.treasurer.actor, other.storeId],
  ] as const)
    await run(shop, by, (work) => setWriteOffLimit(work, { storeId, pieces: 12 }));
});
afterAll(() => shop.database.drop());

const which = fc.nat();
const pieces = fc.integer({ min: 1, max: 6 });
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const act = fc.oneof(
  weighted(6, fc.record({ does: fc.constant('receive' as const), pieces })),
  weighted(5, fc.record({ does: fc.constant('exchange' as const), pieces })),
  weighted(6, fc.record({ does: fc.constant('send' as const), which, pieces })),
  weighted(
    5,
    fc.record({
      does: fc.constant('arrive' as const),
      ...{ which, missing: fc.integer({ min: 0, max: 3 }) },
    }),
  ),
  weighted(2, fc.record({ does: fc.constant('cancel' as const), which })),
  weighted(
    3,
    fc.record({
      does: fc.constant('settle' as const),
      ...{ which, as: fc.constantFrom('left_behind', 'lost', 'damaged') },
    }),
  ),
  weighted(4, fc.record({ does: fc.constant('write off' as const), which, pieces })),
  weighted(2, fc.record({ does: fc.constant('approve' as const), which })),
  weighted(2, fc.record({ does: fc.constant('reverse' as const), which })),
  weighted(
    3,
    fc.record({
      does: fc.constant('count' as const),
      ...{ which, off: fc.integer({ min: -2, max: 2 }) },
    }),
  ),
  weighted(1, fc.record({ does: fc.constant('recall' as const), which })),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What anyone may be told; anything else is a fault. */
const REFUSALS = [
  ...['OUT_OF_STOCK', 'LOT_SHORT', 'LOT_RECALLED', 'LOT_MOVED', 'STOCK_TAKE_OPEN'],
  ...['STOCK_TAKE_DECIDED', 'TRANSFER_RECEIVED', 'TRANSFER_CANCELLED', 'NO_DIFFERENCE'],
  ...['NOTHING_ARRIVED', 'WRITE_OFF_DECIDED', 'WRITE_OFF_NOT_POSTED', 'COUNTED_TOO_EARLY'],
];

/** What is there, of both stores. */
class Model {
  readonly lots: Lot[] = [];
  readonly transfers: StockTransferRow[] = [];
  readonly writeOffs: WriteOffRow[] = [];

  /** One of the latest: of the earliest lots nothing is left any more. */
  one<T>(from: readonly T[], at: number): T | undefined {
    const latest = from.slice(-8);
    return latest[at % (latest.length || 1)];
  }
}

/** The people and the store of the side that a lot or a transfer stands on. */
const sideOf = (communityId: string) =>
  communityId === shop.home.id
    ? { at: shop.home, storeId: shop.storeId, product: rice[0] }
    : { at: other.at, storeId: other.storeId, product: rice[1] };

async function play(model: Model, each: Act): Promise<void> {
  if (each.does === 'receive') {
    model.lots.push(await receive(shop, rice[0], each.pieces));
  } else if (each.does === 'exchange') {
    await exchange(shop, basketOf(shop, residentOf(shop, 0), rice[0], each.pieces));
  } else if (each.does === 'arrive' || each.does === 'cancel' || each.does === 'settle') {
    const transfer = model.one(model.transfers, each.which);
    if (transfer) await playTransfer(model, transfer, each);
  } else if (each.does === 'approve' || each.does === 'reverse') {
    const row = model.one(model.writeOffs, each.which);
    if (row) await playWriteOff(row, each.does);
  } else {
    const lot = model.one(model.lots, each.which);
    if (lot) await playLot(model, lot, each);
  }
}

type About<Does extends Act['does']> = Extract<Act, { does: Does }>;

async function playLot(
  model: Model,
  lot: Lot,
  each: About<'send' | 'write off' | 'count' | 'recall'>,
): Promise<void> {
  const { at, storeId } = sideOf(lot.communityId);
  const keeper = at.storekeeper.actor;
  if (each.does === 'send') {
    const toStoreId = storeId === shop.storeId ? other.storeId : shop.storeId;
    const lines = [{ lotId: lotId(lot), quantity: each.pieces }];
    const input = { idempotencyKey: key(), fromStoreId: storeId, toStoreId, lines };
    model.transfers.push(await run(shop, keeper, (work) => sendGoods(work, input)));
  } else if (each.does === 'write off') {
    const input = { idempotencyKey: key(), lotId: lotId(lot), quantity: each.pieces };
    model.writeOffs.push(
      await run(shop, at.clerk.actor, (work) =>
        writeOffGoods(work, { ...input, reason: 'damaged' }),
      ),
    );
  } else if (each.does === 'recall') {
    const input = { idempotencyKey: key(), lotId: lotId(lot), reason: 'Mould' };
    await run(shop, keeper, (work) => recallLot(work, input));
  } else await countLot(lot, each.off);
}

async function playTransfer(
  model: Model,
  transfer: StockTransferRow,
  each: About<'arrive' | 'cancel' | 'settle'>,
): Promise<void> {
  const there = sideOf(transfer.toCommunityId);
  if (each.does === 'cancel') await cancel(shop, there.at.storekeeper.actor, transfer);
  else if (each.does === 'settle') {
    const by = sideOf(transfer.communityId).at.treasurer.actor;
    await settle(shop, by, transfer, each.as as 'lost');
  } else {
    const { communityId, id } = transfer;
    const lines = await linesOfTransfer.read(shop.dataSource.manager, communityId, [id]);
    const counts = lines.map(
      ({ lotId: lot, pieces: sent }) =>
        [{ communityId, id: lot }, Math.max(0, sent - each.missing)] as const,
    );
    await arrive(shop, there.at.clerk.actor, transfer, counts);
    for (const lot of await arrivedOf(shop, transfer)) if (lot) model.lots.push(lot);
  }
}

async function playWriteOff(row: WriteOffRow, does: 'approve' | 'reverse'): Promise<void> {
  const { at } = sideOf(row.communityId);
  const input = {
    ...{ idempotencyKey: key(), writeOffId: toGlobalId('WriteOff', row.communityId, row.id) },
    reason: 'The wrong lot',
  };
  if (does === 'approve')
    await run(shop, at.treasurer.actor, (work) => approveWriteOff(work, input));
  else await run(shop, at.storekeeper.actor, (work) => reverseWriteOff(work, input));
}

async function countLot(lot: Lot, off: number): Promise<void> {
  const { at, storeId, product } = sideOf(lot.communityId);
  const keeper = at.storekeeper.actor;
  const take = await run(shop, keeper, (work) => startStockTake(work, { storeId }));
  const stockTakeId = toGlobalId('StockTake', take.communityId, take.id);
  const ref = accountId(lot.communityId, account('lotStock', lot.id), product.id);
  const [held] = await accountsById(shop.dataSource.manager, lot.communityId, [ref]);
  const line = {
    ...{ productId: productId(product), lotId: lotId(lot) },
    pieces: Math.max(0, Number(held?.balance ?? 0n) + off),
  };
  try {
    await run(shop, at.clerk.actor, (work) => recordCount(work, { stockTakeId, lines: [line] }));
    await run(shop, keeper, (work) => closeStockTake(work, { stockTakeId }));
    await run(shop, at.treasurer.actor, (work) =>
      approveStockTake(work, { idempotencyKey: key(), stockTakeId }),
    );
  } catch (error) {
    await run(shop, keeper, (work) => declineStockTake(work, { stockTakeId, reason: 'Anew.' }));
    throw error;
  }
}

/** What came in from outside is on a shelf, on its way, given, missing, recalled or thrown away. */
async function nothingIsAdrift(): Promise<void> {
  const adrift = await shop.dataSource.query(
    `select sum(debits - credits)::integer as pieces from ledger_account
     where kind in ('lotStock', 'goodsGiven', 'stockDifferences', 'goodsRecalled',
       'goodsWrittenOff', 'goodsReturned', 'goodsReceived', 'goodsInTransit')`,
  );
  expect(adrift).toEqual([{ pieces: 0 }]);
}

test('whatever is sent, counted, written off and called back at once, all is somewhere', async () => {
  const model = new Model();
  const did = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (acts) => {
      // A few at a time, so that later acts find what earlier ones have left.
      for (let from = 0; from < acts.length; from += 6) {
        const some = acts.slice(from, from + 6);
        const tries = await Promise.allSettled(some.map((each) => play(model, each)));
        for (const [i, each] of tries.entries()) {
          const does = some[i]?.does ?? '';
          if (each.status === 'fulfilled') did.set(does, (did.get(does) ?? 0) + 1);
          else if (!each.reason?.code) throw each.reason;
          else expect(REFUSALS).toContain(each.reason.code);
        }
      }
      await booksAreRight(shop);
      await nothingIsAdrift();
    }),
    { numRuns: 12, endOnFailure: true },
  );
  for (const does of ['send', 'arrive', 'cancel', 'write off', 'count', 'exchange'])
    expect([does, (did.get(does) ?? 0) > 0]).toEqual([does, true]);
  const ends = await transferById.read(
    shop.dataSource.manager,
    shop.home.id,
    model.transfers.map(({ id }) => id),
  );
  expect(new Set(ends.map(({ state }) => state)).size).toBeGreaterThan(1);
}, 90_000);
