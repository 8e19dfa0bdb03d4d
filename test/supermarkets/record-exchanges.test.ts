import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER } from '../../src/kernel/actor';
import type { Refusal } from '../../src/kernel/refusal';
import { toGlobalId } from '../../src/kernel/global-id';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import { createSchema } from '../../src/server/schema';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { resolveTillTask } from '../../src/supermarkets/resolve-till-task';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  entries,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);

const send = (exchanges: readonly RecordExchange[], actor = shop.home.clerk.actor, now?: Date) =>
  run(shop, actor, (work) => recordExchanges(work, { exchanges }), now);

const said = (results: Awaited<ReturnType<typeof send>>) =>
  results.map(({ exchange: done, refusal }) => done?.credits ?? refusal?.code);

async function stocked(pieces: number, price = 1, more = {}): Promise<ProductRow> {
  const product = await newProduct(shop, { price, name: key(), ...more });
  if (pieces > 0) await receive(shop, product, pieces, {}, hoursAgo(80));
  return product;
}

test('each exchange is answered by itself, and the whole batch again is answered the same', async () => {
  const who = residentOf(shop, 0);
  await fillWallet(shop, who.id, 10);
  const rice = await stocked(100, 2);
  const at = (hours: number, more: Partial<RecordExchange> = {}) => ({
    ...basketOf(shop, who, rice, 1),
    occurredAt: hoursAgo(hours),
    ...more,
  });
  const unknown = toGlobalId('Resident', shop.home.id, shop.store.id);
  const batch = [
    at(70),
    at(73),
    at(-24),
    at(3, { residentId: unknown }),
    at(2, { lines: [] }),
    at(2, { lines: [{ productId: productId(rice), quantity: 5 }] }),
    at(1),
    at(1, { storeId: 'elsewhere' }),
    at(1, { idempotencyKey: 'short' }),
  ];
  const first = await send(batch);
  expect(said(first)).toEqual([
    2,
    'OCCURRED_TOO_LONG_AGO',
    'OCCURRED_IN_FUTURE',
    'ID_UNKNOWN',
    'NO_LINES',
    'INSUFFICIENT_CREDITS',
    2,
    'ID_UNKNOWN',
    'KEY_UNUSABLE',
  ]);
  expect(await wallet(shop, who.id)).toBe(6);
  // Of what has no store, or no key to ask for it again, there is no task.
  expect(first.map(({ task }) => task !== null)).toEqual(
    [0, 1, 1, 1, 1, 1, 0, 0, 0].map((task) => task === 1),
  );
  expect(first[5]!.task).toMatchObject({ storeId: shop.store.id, code: 'INSUFFICIENT_CREDITS' });

  // By now there would be enough: the answer is what it was.
  await fillWallet(shop, who.id, 100);
  const before = await entries(shop);
  const again = await send(batch);
  expect(said(again)).toEqual(said(first));
  expect(again.map(({ exchange: done, task }) => [done?.id, task?.id])).toEqual(
    first.map(({ exchange: done, task }) => [done?.id, task?.id]),
  );
  expect(again[5]!.refusal).toMatchObject({ facts: { available: 8, required: 10 } });
  expect(await entries(shop)).toBe(before);
});

test('one by one and all at once are the same requests', async () => {
  const who = residentOf(shop, 1);
  await fillWallet(shop, who.id, 10);
  const oats = await stocked(10);
  const input = basketOf(shop, who, oats, 1);
  const done = await exchange(shop, input);
  const [told] = await send([input]);
  expect(told!.exchange).toMatchObject({ id: done.id });
  const [other] = await send([{ ...input, lines: [{ ...input.lines[0]!, quantity: 2 }] }]);
  expect(other).toMatchObject({ exchange: null, refusal: { code: 'KEY_REUSED' }, task: null });
});

test('the same key twice in one batch is one exchange; with another body it is refused', async () => {
  const who = residentOf(shop, 1, 2);
  await fillWallet(shop, who.id, 10);
  const beans = await stocked(10);
  const input = basketOf(shop, who, beans, 1);
  const other = { ...input, lines: [{ ...input.lines[0]!, quantity: 3 }] };
  const empty = { ...input, lines: [] };
  const results = await send([input, input, other, empty]);
  expect(said(results)).toEqual([1, 1, 'KEY_REUSED', 'KEY_REUSED']);
  expect(results.map(({ task }) => task)).toEqual([null, null, null, null]);
  expect(results[1]!.exchange!.id).toBe(results[0]!.exchange!.id);
  expect(await wallet(shop, who.id)).toBe(9);
});

test('the last pieces go to who took them first; what an earlier one gives back, a later one gets', async () => {
  const [rich, poor] = [residentOf(shop, 2), residentOf(shop, 2, 2)];
  await fillWallet(shop, rich.id, 100);
  const few = await stocked(3, 4);
  const of = (who: typeof rich, quantity: number) => basketOf(shop, who, few, quantity);
  const results = await send([of(poor, 3), of(rich, 2), of(rich, 2), of(rich, 1)]);
  expect(said(results)).toEqual(['INSUFFICIENT_CREDITS', 8, 'OUT_OF_STOCK', 4]);
  expect(results[2]!.refusal).toMatchObject({
    facts: { available: 1, required: 2 },
    path: ['lines', '0', 'quantity'],
  });
});

test("a resident's credits and a household's allowance go in the order of the batch", async () => {
  const [one, two] = [residentOf(shop, 3), residentOf(shop, 3, 2)];
  await newClass(shop, 'oil', 3);
  const oil = await stocked(10, 1, { allowanceClass: 'oil' });
  await fillWallet(shop, one.id, 10);
  await fillWallet(shop, two.id, 10);
  const results = await send([
    basketOf(shop, one, oil, 2),
    basketOf(shop, two, oil, 2),
    basketOf(shop, two, oil, 1),
  ]);
  expect(said(results)).toEqual([2, 'ALLOWANCE_EXCEEDED', 1]);
});

test('two hundred cost no more statements than twenty', async () => {
  const people = [0, 1, 2, 3].map((n) => residentOf(shop, n));
  for (const { id } of people) await fillWallet(shop, id, 1000);
  const rice = await stocked(1000);
  const batch = (n: number) =>
    Array.from({ length: n }, (_, i) => basketOf(shop, people[i % people.length]!, rice, 1));
  const few = await countQueries(shop.dataSource, () => send(batch(20)));
  const many = await countQueries(shop.dataSource, () => send(batch(200)));
  expect(said(many.result).every((each) => each === 1)).toBe(true);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 3);
  expect(many.statements.length).toBeLessThanOrEqual(20);
});

test('two hundred who ask for one piece each of a single one end in a bounded time', async () => {
  const last = await stocked(1);
  const who = residentOf(shop, 0);
  const batch = Array.from({ length: 60 }, () => basketOf(shop, who, last, 1));
  const { result, statements } = await countQueries(shop.dataSource, () => send(batch));
  expect(said(result)).toEqual([1, ...Array.from({ length: 59 }, () => 'OUT_OF_STOCK')]);
  expect(statements.length).toBeLessThanOrEqual(30);
});

test('equal batches at the same moment record once and keep one task', async () => {
  const who = residentOf(shop, 1);
  const tea = await stocked(2);
  const batch = [basketOf(shop, who, tea, 2), basketOf(shop, who, tea, 1)];
  const all = await Promise.all([1, 2, 3, 4].map(() => send(batch)));
  for (const each of all) expect(said(each)).toEqual([2, 'OUT_OF_STOCK']);
  expect(new Set(all.map(([done]) => done!.exchange!.id)).size).toBe(1);
  expect(new Set(all.map(([, lost]) => lost!.task!.id)).size).toBe(1);
});

test('the whole is refused where it is empty, too long, or not for this clerk', async () => {
  const who = residentOf(shop, 0);
  const salt = await stocked(5);
  await expect(send([])).rejects.toMatchObject({ code: 'NO_EXCHANGES' });
  const many = Array.from({ length: 201 }, () => basketOf(shop, who, salt, 1));
  await expect(send(many)).rejects.toMatchObject({ code: 'TOO_MANY_EXCHANGES' });
  const before = await entries(shop);
  for (const actor of [STRANGER, shop.home.cadre.actor, shop.world.other.clerk.actor])
    await expect(send(many.slice(0, 2), actor)).rejects.toMatchObject({
      code: actor === STRANGER ? 'UNAUTHENTICATED' : 'FORBIDDEN',
    });
  expect(await entries(shop)).toBe(before);
});

test('a storekeeper says once what became of what could not be recorded', async () => {
  const who = residentOf(shop, 0);
  const none = await stocked(0);
  const [lost] = await send([basketOf(shop, who, none, 1)]);
  const taskId = toGlobalId('TillTask', shop.home.id, lost!.task!.id);
  const resolve = (actor = shop.home.storekeeper.actor, note = 'Brought back.') =>
    run(shop, actor, (work) => resolveTillTask(work, { taskId, note }));
  await expect(resolve(shop.home.clerk.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(resolve(undefined, ' ')).rejects.toMatchObject({ code: 'TEXT_LENGTH' });
  const outcomes = await Promise.allSettled([resolve(), resolve(), resolve()]);
  const done = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(done).toHaveLength(1);
  for (const each of outcomes)
    if (each.status === 'rejected') expect((each.reason as Refusal).code).toBe('TASK_RESOLVED');
});

const SEND = `mutation ($input: RecordExchangesInput!) {
  recordExchanges(input: $input) {
    results {
      exchange { number } refusal { code message path ... on OutOfStock { available } }
      task {
        id refusal { code ... on OutOfStock { available product { name } } }
        resident { displayName } lines { quantity product { name } } reportedBy { id }
      }
    }
    userErrors { code path }
  }
}`;

test('the API tells each answer, and the store lists what waits', async () => {
  const who = residentOf(shop, 0);
  await fillWallet(shop, who.id, 10);
  const flour = await stocked(1, 1, { name: 'Flour' });
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(shop.dataSource, shop.home.clerk.actor, 'zh-CN', session);
  const exchanges = [1, 2].map((quantity) => {
    const { occurredAt, ...rest } = basketOf(shop, who, flour, quantity);
    return { ...rest, occurredAt: occurredAt.toISOString() };
  });
  const ask = async (source: string, variableValues: Record<string, unknown>) =>
    JSON.parse(
      JSON.stringify(
        await graphql({ schema: createSchema(), source, variableValues, contextValue }),
      ),
    );
  const { data, errors } = await ask(SEND, { input: { exchanges } });
  expect(errors).toBeUndefined();
  const [done, lost] = data.recordExchanges.results;
  expect(done).toMatchObject({
    exchange: { number: expect.any(String) },
    refusal: null,
    task: null,
  });
  expect(lost).toMatchObject({
    exchange: null,
    refusal: { code: 'OUT_OF_STOCK', available: 0, path: ['lines', '0', 'quantity'] },
    task: {
      refusal: { code: 'OUT_OF_STOCK', available: 0, product: { name: 'Flour' } },
      lines: [{ quantity: 2, product: { name: 'Flour' } }],
      reportedBy: { id: expect.any(String) },
    },
  });
  const list = `query ($id: ID!) {
    node(id: $id) { ... on Store { tillTasks(first: 100) { edges { node { id } } } } } }`;
  const listed = await ask(list, { id: shop.storeId });
  const ids = listed.data.node.tillTasks.edges.map(
    (edge: { node: { id: string } }) => edge.node.id,
  );
  expect(ids.at(-1)).toBe(lost.task.id);
});
