import fc from 'fast-check';
import { account } from '../../src/bookkeeping/chart';
import { toGlobalId } from '../../src/kernel/global-id';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { clearRecalled } from '../../src/supermarkets/clear-recalled';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import { declineStockTake } from '../../src/supermarkets/decline-stock-take';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { recordCount } from '../../src/supermarkets/record-count';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import {
  balance,
  basketOf,
  booksAreRight,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
const products: ProductRow[] = [];
beforeAll(async () => {
  shop = await newShop();
  for (const name of ['Rice', 'Soap']) products.push(await newProduct(shop, { name, price: 1 }));
  for (const who of [0, 1]) await fillWallet(shop, residentOf(shop, who).id, 100_000);
});
afterAll(() => shop.database.drop());

const some = (most: number) => fc.integer({ min: 1, max: most });
const which = fc.nat();
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('exchange' as const),
      ...{ which, pieces: some(4) },
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('void' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('receive' as const), which, pieces: some(9) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('count' as const),
      /** How far what is counted is from what the books say. */
      off: fc.integer({ min: -3, max: 2 }),
      ...{ which, approved: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('recall' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('clear' as const),
      ...{ which, pieces: some(5), end: fc.constantFrom('written_off', 'returned') },
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What anyone may be told; anything else is a fault. */
const REFUSALS = [
  ...['OUT_OF_STOCK', 'ALREADY_VOIDED', 'STOCK_TAKE_OPEN', 'STOCK_TAKE_DECIDED', 'LOT_MOVED'],
  ...['LOT_RECALLED', 'LOT_NOT_RECALLED', 'RECALLED_SHORT'],
];

test('whatever is exchanged, counted and called back at once, every piece is somewhere', async () => {
  const lots: Lot[] = [];
  const stands: Exchange[] = [];
  const one = <T>(from: readonly T[], at: number) => from[at % (from.length || 1)];
  const keeper = shop.home.storekeeper.actor;
  const lotId = ({ communityId, id }: Lot) => toGlobalId('Lot', communityId, id);

  async function countLot(lot: Lot, off: number, approved: boolean): Promise<void> {
    const { communityId, id } = await run(shop, keeper, (work) =>
      startStockTake(work, { storeId: shop.storeId }),
    );
    const stockTakeId = toGlobalId('StockTake', communityId, id);
    const product = products.find((each) => each.id === lot.productId)!;
    const held = await balance(shop, account('lotStock', lot.id), product.id);
    try {
      await run(shop, shop.home.clerk.actor, (work) =>
        recordCount(work, {
          stockTakeId,
          lines: [
            {
              ...{ productId: productId(product), lotId: lotId(lot) },
              pieces: Math.max(0, held + off),
            },
          ],
        }),
      );
      await run(shop, keeper, (work) => closeStockTake(work, { stockTakeId }));
      if (approved)
        await run(shop, shop.home.treasurer.actor, (work) =>
          approveStockTake(work, { idempotencyKey: key(), stockTakeId }),
        );
      else throw new Error('declined');
    } catch (error) {
      await run(shop, keeper, (work) =>
        declineStockTake(work, { stockTakeId, reason: 'We count anew.' }),
      );
      if ((error as Error).message !== 'declined') throw error;
    }
  }

  async function play(each: Act): Promise<void> {
    const lot = one(lots, each.which);
    if (each.does === 'receive')
      lots.push(await receive(shop, one(products, each.which)!, each.pieces));
    else if (each.does === 'exchange') {
      const who = residentOf(shop, each.which % 2);
      const product = one(products, each.which)!;
      stands.push(await exchange(shop, basketOf(shop, who, product, each.pieces)));
    } else if (each.does === 'void') {
      const done = one(stands, each.which);
      if (!done) return;
      const exchangeId = toGlobalId('Exchange', done.communityId, done.id);
      const input = { idempotencyKey: key(), exchangeId, reason: 'A slip' };
      await run(shop, keeper, (work) => voidExchange(work, input));
    } else if (!lot) return;
    else if (each.does === 'count') await countLot(lot, each.off, each.approved);
    else if (each.does === 'recall') {
      const input = { idempotencyKey: key(), lotId: lotId(lot), reason: 'Mould' };
      await run(shop, keeper, (work) => recallLot(work, input));
    } else {
      const { pieces: quantity, end } = each;
      const input = { idempotencyKey: key(), lotId: lotId(lot), quantity, end };
      await run(shop, shop.home.treasurer.actor, (work) => clearRecalled(work, input as never));
    }
  }

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      const tries = await Promise.allSettled(acts.map(play));
      for (const each of tries)
        if (each.status === 'rejected') {
          if (!each.reason?.code) throw each.reason;
          expect(REFUSALS).toContain(each.reason.code);
        }
      await booksAreRight(shop);
      // What was received is on the shelf, given, missing, called back, thrown away or returned.
      const adrift = await shop.dataSource.query(
        `select asset_id, sum(debits - credits) from ledger_account
         where kind in ('lotStock', 'goodsGiven', 'stockDifferences', 'goodsRecalled',
           'goodsWrittenOff', 'goodsReturned', 'goodsReceived')
         group by asset_id having sum(debits - credits) <> 0`,
      );
      expect(adrift).toEqual([]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(stands.length).toBeGreaterThan(5);
}, 60_000);
