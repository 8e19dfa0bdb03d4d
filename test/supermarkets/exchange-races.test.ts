import type { Exchange } from '../../src/supermarkets/exchange.reader';
import {
  allowance,
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  openShop,
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
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const many = <T>(n: number, act: (i: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: n }, (_, i) => act(i)));

function sorted<T>(tries: PromiseSettledResult<T>[]) {
  const done = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const codes = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  return { done, codes };
}

test('of 64 exchanges at once for a wallet that affords 10, exactly 10 succeed', async () => {
  const who = residentOf(shop, 0);
  await fillWallet(shop, who.id, 85);
  const rice = await newProduct(shop, { price: 8 });
  const lot = await receive(shop, rice, 1000);
  const before = await entries(shop);
  const { done, codes } = sorted(
    await many(64, () => exchange(shop, basketOf(shop, who, rice, 1))),
  );
  expect(done).toHaveLength(10);
  expect(new Set(codes)).toEqual(new Set(['INSUFFICIENT_CREDITS']));
  expect(await wallet(shop, who.id)).toBe(5);
  expect(await stock(shop, lot.id, rice)).toBe(990);
  expect(await entries(shop)).toBe(before + 10);
});

test('the same key fifty times at once is one exchange with fifty equal answers', async () => {
  const who = residentOf(shop, 1);
  await fillWallet(shop, who.id, 100);
  const rice = await newProduct(shop, { price: 8 });
  const lot = await receive(shop, rice, 100);
  const input = { ...basketOf(shop, who, rice, 3), idempotencyKey: key() };
  const before = await entries(shop);
  const { done, codes } = sorted(await many(50, () => exchange(shop, input)));
  expect(codes).toEqual([]);
  expect(done.every((each) => JSON.stringify(each) === JSON.stringify(done[0]))).toBe(true);
  expect(await entries(shop)).toBe(before + 1);
  expect(await wallet(shop, who.id)).toBe(76);
  expect(await stock(shop, lot.id, rice)).toBe(97);
});

test('a repeat is not refused for the last piece that it took itself', async () => {
  const who = residentOf(shop, 1);
  await newClass(shop, 'single', 1);
  for (let round = 0; round < 5; round += 1) {
    const cake = await newProduct(shop, { price: 1, name: `Cake ${round}` });
    await receive(shop, cake, 1);
    const input = { ...basketOf(shop, who, cake, 1), idempotencyKey: key() };
    const { done, codes } = sorted(await many(16, () => exchange(shop, input)));
    expect(codes).toEqual([]);
    expect(new Set(done.map(({ id }: Exchange) => id)).size).toBe(1);
  }
});

test('of two bodies under one key at once, one is done and the other refused', async () => {
  const who = residentOf(shop, 1);
  await fillWallet(shop, who.id, 1000);
  const rice = await newProduct(shop, { price: 1 });
  await receive(shop, rice, 100);
  const input = { ...basketOf(shop, who, rice, 1), idempotencyKey: key() };
  const lines = [{ ...input.lines[0]!, quantity: 2 }];
  const { done, codes } = sorted(
    await many(20, (i) => exchange(shop, i % 2 ? input : { ...input, lines })),
  );
  expect(new Set(done.map(({ id }) => id)).size).toBe(1);
  expect(done).toHaveLength(10);
  expect(codes).toEqual(Array.from({ length: 10 }, () => 'KEY_REUSED'));
});

test('one key in two stores at once is one exchange', async () => {
  const who = residentOf(shop, 1);
  const { dataSource, world, home } = shop;
  const second = { ...shop, ...(await openShop(dataSource, world, home, 'TWO')) };
  const rice = await newProduct(shop, { price: 1 });
  await receive(shop, rice, 100);
  await receive(second, rice, 100);
  const someone = residentOf(shop, 2);
  await fillWallet(shop, someone.id, 100);
  for (let round = 0; round < 10; round += 1) {
    const idempotencyKey = key();
    const { done, codes } = sorted(
      await many(2, (i) =>
        exchange(shop, {
          ...basketOf(i ? second : shop, i ? someone : who, rice, 1),
          idempotencyKey,
        }),
      ),
    );
    expect([done.length, codes]).toEqual([1, ['KEY_REUSED']]);
  }
});

test('the last pieces go to as many as there are, lot after lot', async () => {
  const rice = await newProduct(shop, { price: 1 });
  const residents = [0, 1, 2, 3].flatMap((household) => [
    residentOf(shop, household),
    residentOf(shop, household, 2),
  ]);
  for (const each of residents) await fillWallet(shop, each.id, 100);
  const stocks = [1, 2, 3, 1, 5];
  const lots = [];
  for (const [i, pieces] of stocks.entries())
    lots.push(await receive(shop, rice, pieces, { expiresOn: day(10 + i) }));
  const { done, codes } = sorted(
    await many(40, (i) => exchange(shop, basketOf(shop, residents[i % 8]!, rice, 1))),
  );
  expect(done).toHaveLength(12);
  expect(new Set(codes)).toEqual(new Set(['OUT_OF_STOCK']));
  for (const lot of lots) expect(await stock(shop, lot.id, rice)).toBe(0);
});

test('the members of a household share one allowance also at once', async () => {
  const oil = await newProduct(shop, {
    price: 1,
    allowanceClass: (await newClass(shop, 'oil', 5)).code,
  });
  await receive(shop, oil, 100);
  const household = 4;
  for (const person of [0, 1, 2])
    await fillWallet(shop, residentOf(shop, household, person).id, 100);
  const { done, codes } = sorted(
    await many(24, (i) =>
      exchange(shop, basketOf(shop, residentOf(shop, household, i % 3), oil, 1)),
    ),
  );
  expect(done).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(['ALLOWANCE_EXCEEDED']));
  const { householdId } = residentOf(shop, household);
  expect(await allowance(shop, householdId, day().slice(0, 7), oil.allowanceClassId!)).toBe(0);
});
