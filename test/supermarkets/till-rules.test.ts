import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { previewExchange } from '../../src/supermarkets/preview-exchange';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { setPrice } from '../../src/supermarkets/set-price';
import { setTillRule, type SetTillRule } from '../../src/supermarkets/set-till-rule';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  openShop,
  prioritise,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
let wine: ProductRow;
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);
const inAnHour = () => new Date(Date.now() + HOUR);

const rule = (more: Partial<SetTillRule>, actor = shop.home.cadre.actor, now?: Date) =>
  run(
    shop,
    actor,
    (work) =>
      setTillRule(work, {
        communityId: shop.home.place.globalId,
        kind: 'minimum_age',
        ...more,
      }),
    now,
  );

const born = (residentId: string, date: string | null) =>
  shop.dataSource.query('update resident set birth_date = $3 where community_id = $1 and id = $2', [
    shop.home.id,
    residentId,
    date,
  ]);

const yearsAgo = (years: number, days = 0) =>
  `${Number(day(days).slice(0, 4)) - years}${day(days).slice(4)}`;

beforeEach(async () => {
  shop = await newShop();
  await newClass(shop, 'wine', 900, 0, hoursAgo(80));
  rice = await newProduct(shop, { price: 7 });
  wine = await newProduct(shop, { name: 'Wine', price: 10, allowanceClass: 'wine' });
  for (const each of [rice, wine]) await receive(shop, each, 500, {}, hoursAgo(80));
  for (const n of [0, 1]) await fillWallet(shop, residentOf(shop, n).id, 500);
});
afterEach(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

test('goods with an age are given from the birthday on, and only those goods are asked about', async () => {
  const who = residentOf(shop, 0);
  const set = await rule({ productClass: 'wine', value: 18 });
  const take = (product: ProductRow) => exchange(shop, basketOf(shop, who, product, 1));
  await born(who.id, null);
  await expect(take(wine)).rejects.toMatchObject({ code: 'AGE_UNKNOWN' });
  await born(who.id, yearsAgo(18, 1));
  await expect(take(wine)).rejects.toMatchObject({
    code: 'TOO_YOUNG',
    facts: { minimumAge: 18 },
    path: ['lines', '0'],
  });
  expect((await take(rice)).decidedBy?.rules).toBeUndefined();
  await born(who.id, yearsAgo(18));
  expect((await take(wine)).decidedBy?.rules).toEqual([set.id]);
  // Taken back, it is asked no more.
  await rule({ productClass: 'wine' });
  await born(who.id, null);
  await take(wine);
});

test('a blackout stands for a time, and what happened before it is recorded after all', async () => {
  const who = residentOf(shop, 0);
  const until = inAnHour();
  const before = { ...basketOf(shop, who, rice, 1), occurredAt: hoursAgo(1) };
  await rule({ kind: 'blackout', value: 1, until });
  await expect(exchange(shop, basketOf(shop, who, rice, 1))).rejects.toMatchObject({
    code: 'BLACKOUT',
    facts: { until },
    path: ['occurredAt'],
  });
  await exchange(shop, before);
  const later = new Date(until.getTime() + 1000);
  const after = { ...basketOf(shop, who, rice, 1), occurredAt: later };
  await exchange(shop, after, undefined, later);
});

test('a priority group pays its share, rounded up, the kindest of its groups', async () => {
  const [poor, other] = [residentOf(shop, 0), residentOf(shop, 1)];
  await prioritise(shop, poor.id, day(-10));
  const half = await rule({ kind: 'priority_price', priorityGroup: 'low_income', value: 50 });
  await rule({
    kind: 'priority_price',
    priorityGroup: 'low_income',
    value: 90,
    productClass: 'wine',
  });
  await rule({ kind: 'priority_price', priorityGroup: 'orphan', value: 1 });
  const done = await exchange(shop, basketOf(shop, poor, rice, 3));
  expect(done).toMatchObject({
    credits: 12,
    decidedBy: { priority: true, rules: [half.id] },
  });
  expect((await exchange(shop, basketOf(shop, other, rice, 3))).credits).toBe(21);
  expect((await exchange(shop, basketOf(shop, poor, wine, 1))).credits).toBe(5);
});

test("a store's own rule goes before the community's, also where it takes it back", async () => {
  const who = residentOf(shop, 0);
  await born(who.id, yearsAgo(30));
  const take = () => exchange(shop, basketOf(shop, who, rice, 1));
  await rule({ value: 60 });
  await expect(take()).rejects.toMatchObject({ facts: { minimumAge: 60 } });
  const own = { storeId: shop.storeId };
  await rule({ ...own, value: 40 }, shop.home.storekeeper.actor);
  await expect(take()).rejects.toMatchObject({ facts: { minimumAge: 40 } });
  await rule(own, shop.home.storekeeper.actor);
  await take();
});

test('what a till did offline is judged by the rules of its time', async () => {
  const who = residentOf(shop, 0);
  await born(who.id, yearsAgo(30));
  await rule({ value: 20 }, undefined, hoursAgo(60));
  await rule({ value: 40 }, undefined, hoursAgo(30));
  await rule({ value: 25 }, undefined, hoursAgo(10));
  const exchanges = [70, 50, 20, 5].map((hours) => ({
    ...basketOf(shop, who, rice, 1),
    occurredAt: hoursAgo(hours),
  }));
  const told = await run(shop, shop.home.clerk.actor, (work) =>
    recordExchanges(work, { exchanges }),
  );
  expect(told.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, null, 'TOO_YOUNG', null]);
});

test('rules cost the till no statement, and the preview tells all that they say', async () => {
  const who = residentOf(shop, 0);
  await born(who.id, yearsAgo(10));
  const once = () => exchange(shop, basketOf(shop, who, rice, 1));
  await once();
  const without = await countQueries(shop.dataSource, once);
  await rule({ value: 5 });
  const withRule = await countQueries(shop.dataSource, once);
  expect(withRule.statements.length).toBeLessThanOrEqual(without.statements.length);
  await rule({ value: 18, productClass: 'wine' });
  await rule({ kind: 'blackout', value: 1, productClass: 'wine' });
  const seen = await run(shop, shop.home.clerk.actor, (work) =>
    previewExchange(work, basketOf(shop, who, wine, 501)),
  );
  expect(seen.refusals.map(({ code }) => code).sort()).toEqual([
    'BLACKOUT',
    'INSUFFICIENT_CREDITS',
    'OUT_OF_STOCK',
    'TOO_YOUNG',
  ]);
});

test('a rule that makes no sense is refused, and so is who may not set it', async () => {
  const other = await openShop(shop.dataSource, shop.world, shop.world.other, 'OT1');
  const wrong: [Partial<SetTillRule>, string, string[]][] = [
    [{ value: 0 }, 'RULE_RANGE', ['value']],
    [{ value: 121 }, 'RULE_RANGE', ['value']],
    [{ kind: 'blackout', value: 2 }, 'RULE_RANGE', ['value']],
    [{ kind: 'usual_quantity', value: 1001 }, 'RULE_RANGE', ['value']],
    [{ kind: 'priority_price', value: 50 }, 'RULE_GROUP', ['priorityGroup']],
    [{ priorityGroup: 'orphan', value: 5 }, 'RULE_GROUP', ['priorityGroup']],
    [{ productClass: 'gold', value: 5 }, 'ALLOWANCE_UNKNOWN', ['productClass']],
    [{ storeId: other.storeId, value: 5 }, 'OTHER_COMMUNITY', ['storeId']],
    [
      { storeId: toGlobalId('Store', shop.home.id, shop.home.id), value: 5 },
      'ID_UNKNOWN',
      ['storeId'],
    ],
    [{ value: 5, from: hoursAgo(1) }, 'RULE_IN_PAST', ['from']],
    [{ value: 5, from: inAnHour(), until: new Date() }, 'RULE_ENDS_EARLY', ['until']],
  ];
  for (const [more, code, path] of wrong)
    await expect(rule(more)).rejects.toMatchObject({ code, path });
  const { clerk, storekeeper } = shop.home;
  await expect(rule({ value: 5 }, storekeeper.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const actor of [clerk.actor, shop.world.other.storekeeper.actor])
    await expect(rule({ value: 5, storeId: shop.storeId }, actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});

const EXPLAIN = `query ($id: ID!, $store: ID!) {
  exchange: node(id: $id) { ... on Exchange { credits explain {
    priority
    prices { credits validFrom product { name } }
    allowances { pieces extraPieces productClass { code } }
    rules { kind value priorityGroup productClass { code } store { code } }
  } } }
  store: node(id: $store) { ... on Store { tillRules { kind value } } }
}`;

test('an exchange explains which versions decided it, whatever has changed since', async () => {
  const who = residentOf(shop, 0);
  await prioritise(shop, who.id, day(-10));
  const price = { kind: 'priority_price', priorityGroup: 'low_income' } as const;
  await rule({ ...price, value: 50, productClass: 'wine' });
  const done = await exchange(shop, basketOf(shop, who, wine, 2));
  await rule({ ...price, value: 90, productClass: 'wine' });
  await run(shop, shop.home.storekeeper.actor, (work) =>
    setPrice(work, { productId: productId(wine), price: 99 }),
  );
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(shop.dataSource, shop.home.clerk.actor, 'en', session);
  const variableValues = {
    id: toGlobalId('Exchange', shop.home.id, done.id),
    store: shop.storeId,
  };
  const { data, errors } = JSON.parse(
    JSON.stringify(
      await graphql({ schema: createSchema(), source: EXPLAIN, variableValues, contextValue }),
    ),
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    exchange: {
      credits: 10,
      explain: {
        priority: true,
        prices: [{ credits: 10, validFrom: expect.any(String), product: { name: 'Wine' } }],
        allowances: [{ pieces: 900, extraPieces: 0, productClass: { code: 'wine' } }],
        rules: [
          {
            kind: 'PRIORITY_PRICE',
            value: 50,
            priorityGroup: 'LOW_INCOME',
            productClass: { code: 'wine' },
            store: null,
          },
        ],
      },
    },
    store: { tillRules: [{ kind: 'PRIORITY_PRICE', value: 90 }] },
  });
});
