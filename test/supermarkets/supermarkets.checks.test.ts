import { toGlobalId } from '../../src/kernel/global-id';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { approveStockTake } from '../../src/supermarkets/approve-stock-take';
import { closeStockTake } from '../../src/supermarkets/close-stock-take';
import type { Lot } from '../../src/supermarkets/lot.reader';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { recordCount } from '../../src/supermarkets/record-count';
import { startStockTake } from '../../src/supermarkets/start-stock-take';
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
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

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
  ['lots-received', [`delete from lot where source = 'DONATED' and recalled_at is null`]],
  [
    'stock-within-lots',
    [`update ledger_account set debits = debits + 100 where kind = 'lotStock'`],
  ],
  ['stock-takes', [`update stock_count set pieces = pieces + 1`]],
  [
    'lots-recalled',
    [`update lot set recalled_at = null, recalled_by = null, recall_reason = null`],
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
