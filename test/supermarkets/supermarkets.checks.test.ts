import { toGlobalId } from '../../src/kernel/global-id';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { approveWriteOff } from '../../src/supermarkets/approve-write-off';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import type { Lot } from '../../src/supermarkets/lot.reader';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { recordCount } from '../../src/supermarkets/record-count';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
import { writeOffGoods } from '../../src/supermarkets/write-off-goods';
import { SUPERMARKET_CHECKS } from '../../src/supermarkets/supermarkets.checks';
import {
  basketOf,
  booksAreRight,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  openShop,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import { arrive, inBoth, send } from './stores';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 5);
  const rice = await newProduct(shop, { price: 1, allowanceClass: 'grain' });
  const unitCost = { amount: '1.50', currency: 'CNY' as const };
  await receive(shop, rice, 3, { source: 'OPERATOR_OWNED', unitCost });
  await receive(shop, rice, 10);
  await fillWallet(shop, residentOf(shop, 0).id, 100);
  await exchange(shop, basketOf(shop, residentOf(shop, 0), rice, 4));
  await countAndRecall(await receive(shop, rice, 5));
  await sendAndWriteOff();
});
afterAll(() => shop.database.drop());

/** Two of a lot are missing, and the rest of it is called back. */
async function countAndRecall({ communityId, id, productId }: Lot): Promise<void> {
  const { storekeeper, treasurer } = shop.home;
  const lotId = toGlobalId('Lot', communityId, id);
  const line = { lotId, productId: toGlobalId('Product', communityId, productId), pieces: 3 };
  await run(shop, storekeeper.actor, async (work) => {
    const started = await startStockTake(work, { storeId: shop.storeId });
    const stockTakeId = toGlobalId('StockTake', communityId, started.id);
    await recordCount(work, { stockTakeId, lines: [line] });
    await closeStockTake(work, { stockTakeId });
  });
  const [take] = await shop.dataSource.query('select id from stock_take');
  const stockTakeId = toGlobalId('StockTake', communityId, take.id);
  await run(shop, treasurer.actor, (work) =>
    approveStockTake(work, { idempotencyKey: key(), stockTakeId }),
  );
  await run(shop, storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId, reason: 'Mould' }),
  );
}

/** Of two lots a part goes to another store, one has arrived; and a piece is written off. */
async function sendAndWriteOff(): Promise<void> {
  const { world, dataSource } = shop;
  const opened = await openShop(dataSource, world, world.other, 'HP1');
  const other = { at: world.other, ...opened };
  const [tea] = await inBoth(shop, other, 'Tea', '6901234567892');
  const lot = await receive(shop, tea, 9);
  const sent = await send(shop, other, [[lot, 4]]);
  await arrive(shop, other.at.clerk.actor, sent, [[lot, 3]]);
  await send(shop, other, [[lot, 2]]);
  const lotId = toGlobalId('Lot', lot.communityId, lot.id);
  const { communityId, id } = await run(shop, shop.home.clerk.actor, (work) =>
    writeOffGoods(work, { idempotencyKey: key(), lotId, quantity: 1, reason: 'damaged' }),
  );
  const writeOffId = toGlobalId('WriteOff', communityId, id);
  await run(shop, shop.home.treasurer.actor, (work) =>
    approveWriteOff(work, { idempotencyKey: key(), writeOffId }),
  );
}

/** The names of the checks that find something after a statement; nothing of it stays. */
async function found(...statements: string[]): Promise<string[]> {
  const runner = shop.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const statement of statements) await runner.query(statement);
    const names: string[] = [];
    for (const { name, sql } of SUPERMARKET_CHECKS)
      if ((await runner.query(`select * from (${sql}) found limit 10`)).length > 0)
        names.push(name);
    return names;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const free = 'alter table ledger_entry disable trigger ledger_entry_stays';

test('the books of an ordinary day are right', async () => {
  await booksAreRight(shop);
  expect(await runChecks(shop.dataSource, [...LEDGER_CHECKS, ...SUPERMARKET_CHECKS])).toEqual([]);
});

test.each<[string, string[]]>([
  ['lots-received', [`update lot set quantity = quantity + 1 where source = 'DONATED'`]],
  ['lots-received', [`delete from lot where source = 'DONATED' and quantity = 10`]],
  [
    'stock-within-lots',
    [`update ledger_account set debits = debits + 100 where kind = 'lotStock'`],
  ],
  ['stock-takes', [`update stock_count set pieces = pieces + 1`]],
  [
    'lots-recalled',
    [`update lot set recalled_at = null, recalled_by = null, recall_reason = null`],
  ],
  [
    'goods-in-transit',
    [`update ledger_account set debits = debits + 1 where kind = 'goodsInTransit'`],
  ],
  ['goods-in-transit', [`update stock_transfer_line set pieces = pieces + 1`]],
  [
    'goods-handed-over',
    [`update ledger_account set credits = credits + 1 where kind = 'goodsTakenOver'`],
  ],
  ['transfers-arrived', [`update stock_transfer_line set arrived = 2 where arrived = 3`]],
  ['transfers-arrived', [`update lot set expires_on = '2031-01-01' where transfer_id is not null`]],
  ['arrivals', [`update stock_arrival set open = not open`]],
  ['arrivals', [`update stock_arrival_line set pieces = pieces + 1`]],
  ['write-offs', [`update write_off set pieces = pieces + 1`]],
  [
    'write-offs',
    [
      `alter table write_off drop constraint write_off_reversed`,
      `update write_off set state = 'reversed'`,
    ],
  ],
  ['emptied-lots', [`update lot set emptied_at = received_at where source = 'DONATED'`]],
  [
    'allowances-granted',
    [`update ledger_account set credits = credits + 100 where kind = 'householdAllowance'`],
  ],
  ['allowances-granted', [free, `delete from ledger_entry where rule = 'allowanceOpened'`]],
  ['operator-goods', [`update lot set unit_cost = 151 where source = 'OPERATOR_OWNED'`]],
  [
    'exchange-facts',
    [
      free,
      `update ledger_entry set facts = jsonb_set(facts, '{lines,0,quantity,minor}', '"9"')
       where rule = 'goodsExchanged'`,
    ],
  ],
  [
    'exchange-facts',
    [
      free,
      `update ledger_entry set facts = jsonb_set(facts, '{lines,0,credits,minor}', '"9"')
       where rule = 'goodsExchanged'`,
    ],
  ],
])('%s goes red', async (name, statements) => {
  expect(await found(...statements)).toContain(name);
});
