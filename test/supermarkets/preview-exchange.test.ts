import { STRANGER } from '../../src/kernel/actor';
import { addMonths, startOf } from '../../src/kernel/calendar';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import { previewExchange } from '../../src/supermarkets/preview-exchange';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { setTillRule } from '../../src/supermarkets/set-till-rule';
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
let soap: ProductRow;
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
  soap = await newProduct(shop, { name: 'Soap', price: 1 });
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
    { communityId: shop.home.id, productId: soap.id, quantity: 3, usual: 2, ruleId: null },
  ]);
});

test('what may still be taken is told of every class, and what ends soon is spent first', async () => {
  const who = residentOf(shop, 3);
  const { dataSource, home } = shop;
  await newClass(shop, 'oil', 2);
  await dataSource.query('update credit_scheme set expiry_months = 6');
  // Only here may a line be as old as the test wants it.
  for (const table of ['ledger_leg', 'ledger_entry'])
    await dataSource.query(`alter table ${table} disable trigger ${table}_stays`);
  const ends = [5, 20].map((days) => addMonths(addMonths(day(days), -6), 6));
  for (const [i, credits] of [20, 10, 15].entries()) {
    await fillWallet(shop, who.id, credits);
    const on = ends[i];
    if (on === undefined) continue;
    const aged = `recorded_at = $3 where community_id = $1`;
    const legs = `select leg.entry_id from ledger_leg leg join ledger_account account
      on account.id = leg.account_id where account.holder_id = $2 and account.kind = 'wallet'
        and leg.recorded_at > now() - interval '1 day'`;
    const values = [home.id, who.id, startOf(addMonths(on, -6), 'Asia/Shanghai')];
    const found = await dataSource.query(
      `update ledger_entry set ${aged} and id in (${legs})
      returning id`,
      values,
    );
    await dataSource.query(`update ledger_leg set recorded_at = $2 where entry_id = $1`, [
      found[0][0].id,
      values[2],
    ]);
  }
  await receive(shop, grain, 20);
  const seen = await preview(basketOf(shop, who, grain, 3));
  expect(seen.expiring).toEqual([
    { on: ends[0], credits: 20, spent: 20 },
    { on: ends[1], credits: 10, spent: 4 },
  ]);
  const until = addMonths(`${day().slice(0, 7)}-01`, 1);
  expect(seen.allowances).toEqual([
    { productClass: 'grain', name: 'Class grain', before: 4, remaining: 1, until },
    { productClass: 'oil', name: 'Class oil', before: 2, remaining: 2, until },
  ]);
  expect(seen.allowanceAfter).toEqual(seen.allowances.slice(0, 1));
  await dataSource.query('update credit_scheme set expiry_months = null');
});

test('where a rule says how much is usual, it does and not the custom', async () => {
  const who = residentOf(shop, 4);
  const [salt, sugar] = [
    await newProduct(shop, { name: 'Salt', price: 1, allowanceClass: 'grain' }),
    await newProduct(shop, { name: 'Sugar', price: 1, allowanceClass: 'grain' }),
  ];
  const basket = (quantities: readonly number[]) => ({
    ...basketOf(shop, who, salt, 1),
    lines: [salt, sugar, soap].flatMap((product, i) =>
      quantities[i] ? [{ productId: productId(product), quantity: quantities[i] }] : [],
    ),
  });
  const rule = (more: object) =>
    run(shop, shop.home.cadre.actor, (work) =>
      setTillRule(work, {
        ...{ communityId: shop.home.place.globalId, kind: 'usual_quantity', ...more },
      }),
    );
  const warned = async (...quantities: number[]) =>
    (await preview(basket(quantities))).warnings.map(({ communityId: _at, ...each }) => each);
  const [soapId, saltId, sugarId] = [soap.id, salt.id, sugar.id];
  expect(await warned(9, 9, 9)).toEqual([
    { productId: soapId, quantity: 9, usual: 2, ruleId: null },
  ]);
  const general = await rule({ value: 5 });
  expect(await warned(5, 5, 5)).toEqual([]);
  expect(await warned(6, 5, 7)).toEqual([
    { productId: saltId, quantity: 6, usual: 5, ruleId: general.id },
    { productId: soapId, quantity: 7, usual: 5, ruleId: general.id },
  ]);
  const ofClass = await rule({ value: 8, productClass: 'grain' });
  expect(await warned(4, 4, 5)).toEqual([]);
  expect(await warned(4, 5)).toEqual([
    { productId: sugarId, quantity: 9, usual: 8, ruleId: ofClass.id },
  ]);
  // A store's own goes before the community's; taken back, the custom counts again.
  const own = await rule({ value: 20, productClass: 'grain', storeId: shop.storeId });
  expect(await warned(10, 10)).toEqual([]);
  expect(await warned(10, 11)).toMatchObject([{ usual: 20, ruleId: own.id }]);
  await rule({});
  expect(await warned(0, 0, 3)).toEqual([
    { productId: soapId, quantity: 3, usual: 2, ruleId: null },
  ]);
  // It warns, and refuses nothing, and no exchange says that it was decided by it.
  await fillWallet(shop, who.id, 100);
  await receive(shop, salt, 4);
  await rule({ value: 1, productClass: 'grain', storeId: shop.storeId });
  const done = await exchange(shop, basketOf(shop, who, salt, 4));
  expect(done.decidedBy?.rules).toBeUndefined();
});
