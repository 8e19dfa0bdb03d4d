import { addDays } from '../../src/kernel/calendar';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { setPrice } from '../../src/supermarkets/set-price';
import {
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  stock,
  wallet,
  type Shop,
} from './shop';

/** A till whose clock is a day off, in both directions, with a connection and without one. */

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  for (const household of [0, 1]) await fillWallet(shop, residentOf(shop, household).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const after = (ms: number) => new Date(Date.now() + ms);

/** Rice that cost 2 until this moment and costs 5 from now on, in a lot that was good yesterday. */
async function dearer(): Promise<{ rice: ProductRow; lotId: string }> {
  const rice = await newProduct(shop, { name: key(), price: 2 });
  await shop.dataSource.query(`update product_price set valid_from = $2 where product_id = $1`, [
    rice.id,
    after(-10 * DAY),
  ]);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    setPrice(work, { productId: productId(rice), price: 5 }),
  );
  const yesterday = addDays(day(), -1);
  const { id } = await receive(shop, rice, 10, { expiresOn: yesterday }, after(-2 * DAY));
  return { rice, lotId: id };
}

const taken = (rice: ProductRow, ms: number): RecordExchange => ({
  ...basketOf(shop, residentOf(shop, 0), rice, 1),
  occurredAt: after(ms),
});

const sendIn = (exchanges: readonly RecordExchange[]) =>
  run(shop, shop.home.clerk.actor, (work) => recordExchanges(work, { exchanges }));

test('a clock that is a day behind: yesterday’s price and day are asked, and the books say when it came', async () => {
  const { rice, lotId } = await dearer();
  const before = await wallet(shop, residentOf(shop, 0).id);
  const begun = Date.now();
  const told = await exchange(shop, taken(rice, -DAY));
  expect(told).toMatchObject({ credits: 2, lines: [{ lotId, quantity: 1 }] });
  expect(told.recordedAt.getTime()).toBeGreaterThan(begun - HOUR);
  expect(await wallet(shop, residentOf(shop, 0).id)).toBe(before - 2);
  // The right clock says that the lot is no longer good.
  await expect(exchange(shop, taken(rice, 0))).rejects.toMatchObject({ code: 'OUT_OF_STOCK' });
});

test('a clock that is a day ahead records nothing, and says which field is wrong', async () => {
  const rice = await newProduct(shop, { name: key(), price: 2 });
  const { id } = await receive(shop, rice, 10);
  const before = await entries(shop);
  for (const ahead of [DAY, HOUR, 6 * 60_000])
    await expect(exchange(shop, taken(rice, ahead))).rejects.toMatchObject({
      ...{ code: 'OCCURRED_IN_FUTURE', path: ['occurredAt'] },
    });
  expect([await entries(shop), await stock(shop, id, rice)]).toEqual([before, 10]);
  // A few minutes ahead is no wrong clock.
  await exchange(shop, taken(rice, 4 * 60_000));
});

test('offline, a day ahead or four behind stays as a task with its reason; a day behind is recorded', async () => {
  const rice = await newProduct(shop, { name: key(), price: 2 });
  const { id } = await receive(shop, rice, 10);
  const batch = [DAY, -DAY, -4 * DAY, 71 * -HOUR, 73 * -HOUR].map((ms) => taken(rice, ms));
  const told = await sendIn(batch);
  expect(told.map(({ refusal }) => refusal?.code)).toEqual([
    ...['OCCURRED_IN_FUTURE', undefined, 'OCCURRED_TOO_LONG_AGO', undefined],
    'OCCURRED_TOO_LONG_AGO',
  ]);
  expect(told.map(({ task }) => task?.code)).toEqual(told.map(({ refusal }) => refusal?.code));
  expect(told.map(({ exchange: done }) => done?.occurredAt)).toEqual(
    batch.map(({ occurredAt }, i) => (told[i]!.exchange ? occurredAt : undefined)),
  );
  expect(await stock(shop, id, rice)).toBe(8);
  // When its clock is right again, or three days have passed, the answer is still the same.
  const again = await run(
    shop,
    shop.home.clerk.actor,
    (work) => recordExchanges(work, { exchanges: batch }),
    after(2 * DAY),
  );
  expect(again).toEqual(told);
});
