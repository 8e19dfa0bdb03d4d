import { randomUUID } from 'node:crypto';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { settleOperator, type SettleOperator } from '../../src/supermarkets/settle-operator';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { accept } from './statements';
import {
  balance,
  basketOf,
  booksAreRight,
  CNY,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  owed,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
let figs: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  figs = await newProduct(shop, { name: 'Figs', price: 1 });
  const unitCost = { amount: '1.25', currency: 'CNY' as const };
  await receive(shop, figs, 1000, { source: 'OPERATOR_OWNED', unitCost });
  await fillWallet(shop, residentOf(shop, 3).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const take = (at: Date, quantity = 1, recordedAt = at) =>
  exchange(
    shop,
    { ...basketOf(shop, residentOf(shop, 3), figs, quantity), occurredAt: at },
    undefined,
    recordedAt,
  );
const asked = (month: string, more: Partial<SettleOperator> = {}): SettleOperator => ({
  idempotencyKey: key(),
  storeId: shop.storeId,
  month,
  ...more,
});
const settle = (input: SettleOperator, actor: Actor = shop.home.treasurer.actor, now?: Date) =>
  run(shop, actor, (work) => settleOperator(work, input), now);
const at = (day: string, time = '10:00:00') => new Date(`${day}T${time}+08:00`);
const bank = () => balance(shop, account('bank', shop.home.foundation.id), CNY.id);

test('the foundation pays exactly what a month’s exchanges of the operator’s goods cost', async () => {
  await take(at('2024-01-05'), 3);
  await take(at('2024-01-31', '23:59:59'), 1);
  await take(at('2024-02-01', '00:00:00'), 7);
  await accept(shop, '2024-01');
  const before = await bank();
  const done = await settle(asked('2024-01'));
  expect(done).toMatchObject({
    storeId: shop.store.id,
    operatorId: shop.home.operator.id,
    month: '2024-01',
    amount: { asset: CNY, minor: 500n },
  });
  expect(before - (await bank())).toBe(500);
  expect([await owed(shop, '2024-01'), await owed(shop, '2024-02')]).toEqual([0, 875]);
});

test('a month is settled when it has ended in Shanghai, not a moment before', async () => {
  await take(at('2024-03-05'));
  const input = asked('2024-03');
  const end = at('2024-04-01', '00:00:00');
  const early = settle(input, undefined, new Date(end.getTime() - 1));
  await expect(early).rejects.toMatchObject({
    code: 'MONTH_OPEN',
    path: ['month'],
    facts: { month: '2024-03' },
  });
  await expect(settle(input, undefined, end)).rejects.toMatchObject({ code: 'NOTHING_CHECKED' });
  await accept(shop, '2024-03', end);
  await settle(input, undefined, end);
});

test('what comes in late is paid by settling again', async () => {
  await take(at('2024-05-31', '22:00:00'), 2);
  const june = at('2024-06-02');
  await accept(shop, '2024-05', june);
  expect((await settle(asked('2024-05'), undefined, june)).amount.minor).toBe(250n);
  await expect(settle(asked('2024-05'), undefined, june)).rejects.toMatchObject({
    code: 'NOTHING_OWED',
    path: ['month'],
  });
  await take(at('2024-05-31', '23:00:00'), 4, june);
  await accept(shop, '2024-05', june);
  expect((await settle(asked('2024-05'), undefined, june)).amount.minor).toBe(500n);
});

test('the same key fifty times at once pays once, and ten keys at once pay once', async () => {
  await take(at('2023-07-05'), 8);
  await accept(shop, '2023-07');
  const input = asked('2023-07');
  const before = await entries(shop);
  const done = await Promise.all(Array.from({ length: 50 }, () => settle(input)));
  expect(new Set(done.map(({ id }) => id)).size).toBe(1);
  expect(done.every(({ amount }) => amount.minor === 1000n)).toBe(true);
  expect(await entries(shop)).toBe(before + 1);
  await take(at('2023-08-05'), 8);
  await accept(shop, '2023-08');
  const paid = await bank();
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => settle(asked('2023-08'))),
  );
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused).toHaveLength(9);
  expect(refused.every(({ code }) => code === 'NOTHING_OWED')).toBe(true);
  expect(paid - (await bank())).toBe(1000);
  await expect(settle({ ...input, month: '2023-08' })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

test('voids and exchanges while it is settled: in the end what is owed is paid, no fen more', async () => {
  const month = '2023-09';
  const when = at('2023-09-20');
  const done = await Promise.all(Array.from({ length: 8 }, () => take(when, 2)));
  await accept(shop, month);
  const undo = (id: string) =>
    run(shop, shop.home.storekeeper.actor, (work) =>
      voidExchange(work, {
        idempotencyKey: key(),
        exchangeId: toGlobalId('Exchange', shop.home.id, id),
        reason: 'A slip',
      }),
    );
  const before = await bank();
  const [settled, ...undone] = await Promise.allSettled([
    settle(asked(month)),
    ...done.map(({ id }) => undo(id)),
    ...Array.from({ length: 4 }, () => take(when, 2)),
  ]);
  for (const each of undone)
    if (each.status === 'rejected') expect(each.reason.code).toBe('OPERATOR_SETTLED');
  if (settled.status === 'rejected') expect(settled.reason.code).toMatch(/^NOTHING_/);
  // The four that came meanwhile, and what was voided, stand in the next statement.
  await accept(shop, month);
  await settle(asked(month)).catch(({ code }: { code: string }) =>
    expect(code).toBe('NOTHING_OWED'),
  );
  expect(await owed(shop, month)).toBe(0);
  const stands = 12 - undone.slice(0, 8).filter((each) => each.status === 'fulfilled').length;
  // What was voided after it had been paid could not be; so all that stands is paid, and only that.
  expect(before - (await bank())).toBe(stands * 250);
});

test('a bank that holds less pays nothing', async () => {
  await take(at('2023-10-05'), 8);
  await accept(shop, '2023-10');
  const cash = await bank();
  const holder = shop.home.foundation.id;
  // Money that went elsewhere: the bank holds less than the pool believes it has.
  await shop.dataSource.query(
    `update ledger_account set credits = credits + $1 where holder_id = $2 and kind = 'bank'`,
    [cash - 999, holder],
  );
  await expect(settle(asked('2023-10'))).rejects.toMatchObject({
    code: 'BANK_SHORT',
    facts: { available: '9.99', required: '10.00' },
  });
  await shop.dataSource.query(
    `update ledger_account set credits = credits - $1 where holder_id = $2 and kind = 'bank'`,
    [cash - 999, holder],
  );
  await settle(asked('2023-10'));
});

test('only the treasurer of the pool’s foundation may', async () => {
  const { home, world } = shop;
  for (const { actor } of [home.chair, home.storekeeper, world.officer, world.other.treasurer])
    await expect(settle(asked('2024-01'), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(settle(asked('2024-01'), STRANGER)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test.each<[string, string, () => Partial<SettleOperator>]>([
  ['ID_UNKNOWN', 'storeId', () => ({ storeId: 'x' })],
  ['ID_UNKNOWN', 'storeId', () => ({ storeId: toGlobalId('Store', shop.home.id, randomUUID()) })],
  ['MONTH_UNREADABLE', 'month', () => ({ month: '2024-13' })],
  ['MONTH_UNREADABLE', 'month', () => ({ month: 'March' })],
  ['NOTHING_OWED', 'month', () => ({ month: '2019-01' })],
  ['KEY_UNUSABLE', 'idempotencyKey', () => ({ idempotencyKey: 'x' })],
])('%s at %s', async (code, field, wrong) => {
  await expect(settle(asked('2024-01', wrong()))).rejects.toMatchObject({ code, path: [field] });
});
