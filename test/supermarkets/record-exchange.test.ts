import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { SUPERMARKET_CHECKS } from '../../src/supermarkets/supermarkets.checks';
import {
  basketOf,
  exchange,
  fillWallet,
  newProduct,
  newShop,
  receive,
  residentOf,
  stock,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});
afterAll(() => shop.database.drop());

test('an exchange takes goods from the lot and credits from the wallet in one entry', async () => {
  const who = residentOf(shop, 3);
  await fillWallet(shop, who.id, 20);
  const rice = await newProduct(shop);
  const lot = await receive(shop, rice, 5);
  const done = await exchange(shop, basketOf(shop, who, rice, 2));
  expect(done).toMatchObject({
    residentId: who.id,
    householdId: who.householdId,
    credits: 16,
    lines: [{ productId: rice.id, lotId: lot.id, quantity: 2, credits: 16 }],
  });
  expect(await wallet(shop, who.id)).toBe(4);
  expect(await stock(shop, lot.id, rice)).toBe(3);
  expect(await runChecks(shop.dataSource, [...LEDGER_CHECKS, ...SUPERMARKET_CHECKS])).toEqual([]);
});
