import { STRANGER } from '../../src/kernel/actor';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import { previewExchange } from '../../src/supermarkets/preview-exchange';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import {
  allowance,
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  openShop,
  productId,
  receive,
  residentOf,
  run,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
let grain: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 4);
  grain = await newProduct(shop, { price: 8, allowanceClass: 'grain' });
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const preview = (input: RecordExchange, actor = shop.home.clerk.actor, from: Shop = shop) =>
  run(from, actor, (work) => previewExchange(work, input));

test('it shows what recording then does, and posts nothing', async () => {
  const who = residentOf(shop, 0);
  await fillWallet(shop, who.id, 40);
  const soon = await receive(shop, grain, 1, { expiresOn: day(3) });
  const keeps = await receive(shop, grain, 10);
  const input = basketOf(shop, who, grain, 3);
  const before = await entries(shop);
  const seen = await preview(input);
  expect(seen).toMatchObject({
    credits: 24,
    walletAfter: 16,
    refusals: [],
    lines: [
      { lotId: soon.id, quantity: 1, credits: 8 },
      { lotId: keeps.id, quantity: 2, credits: 16 },
    ],
    allowanceAfter: [{ productClass: 'grain', remaining: 1 }],
  });
  expect(await entries(shop)).toBe(before);
  const done = await exchange(shop, input);
  expect(done.lines).toEqual(seen.lines);
  expect(await wallet(shop, who.id)).toBe(seen.walletAfter);
  const month = day().slice(0, 7);
  expect(await allowance(shop, who.householdId, month, grain.allowanceClassId!)).toBe(1);
  // With the allowance open it starts from what is left of it.
  expect(await preview(basketOf(shop, who, grain, 1))).toMatchObject({
    refusals: [],
    allowanceAfter: [{ remaining: 0 }],
  });
});

test('all that it would be refused for, at once, with how much lacks', async () => {
  const { dataSource, world, home } = shop;
  const poor = { ...shop, ...(await openShop(dataSource, world, home, 'POOR')) };
  const who = residentOf(shop, 1);
  await fillWallet(shop, who.id, 10);
  const unitCost = { amount: '6000', currency: 'CNY' as const };
  await receive(poor, grain, 2, { source: 'OPERATOR_OWNED', unitCost });
  const seen = await preview(basketOf(poor, who, grain, 5), undefined, poor);
  expect(seen).toMatchObject({
    credits: 40,
    walletAfter: -30,
    lines: [{ quantity: 2, credits: 16 }],
    allowanceAfter: [{ productClass: 'grain', remaining: -1 }],
  });
  expect(seen.refusals).toMatchObject([
    {
      code: 'OUT_OF_STOCK',
      facts: { product: grain, available: 2, required: 5 },
      path: ['lines', '0', 'quantity'],
    },
    { code: 'INSUFFICIENT_CREDITS', facts: { available: 10, required: 40 }, path: ['lines'] },
    { code: 'ALLOWANCE_EXCEEDED', facts: { remaining: 4, productClass: 'grain' } },
    { code: 'POOL_SHORT', facts: { available: '10000.00', required: '12000.00' } },
  ]);
});

test('it refuses the input that recording refuses, and whom it refuses', async () => {
  const input = basketOf(shop, residentOf(shop, 0), grain, 1);
  await expect(preview({ ...input, lines: [] })).rejects.toMatchObject({ code: 'NO_LINES' });
  const future = new Date(Date.now() + 3_600_000);
  await expect(preview({ ...input, occurredAt: future })).rejects.toMatchObject({
    code: 'OCCURRED_IN_FUTURE',
  });
  const lines = [{ productId: productId(grain), quantity: 0 }];
  await expect(preview({ ...input, lines })).rejects.toMatchObject({
    code: 'QUANTITY_OUT_OF_RANGE',
  });
  for (const { actor } of [shop.home.cadre, shop.world.officer, shop.world.other.clerk])
    await expect(preview(input, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(preview(input, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('more than the store usually gives is pointed out, once there is a custom', async () => {
  const who = residentOf(shop, 2);
  await fillWallet(shop, who.id, 500);
  const soap = await newProduct(shop, { name: 'Soap', price: 1 });
  // A product of two lots is taken as one quantity.
  await receive(shop, soap, 1, { expiresOn: day(3) });
  await receive(shop, soap, 900);
  const take = (quantities: readonly number[]) =>
    run(shop, shop.home.clerk.actor, (work) =>
      recordExchanges(work, { exchanges: quantities.map((n) => basketOf(shop, who, soap, n)) }),
    );
  await take(Array.from({ length: 19 }, () => 2));
  expect((await preview(basketOf(shop, who, soap, 50))).warnings).toEqual([]);
  await take([2]);
  expect((await preview(basketOf(shop, who, soap, 2))).warnings).toEqual([]);
  expect((await preview(basketOf(shop, who, soap, 3))).warnings).toEqual([
    { communityId: shop.home.id, productId: soap.id, quantity: 3, usual: 2 },
  ]);
});
