import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { addProduct, type AddProduct } from '../../src/supermarkets/add-product';
import { priceOfProduct, productAt, productById } from '../../src/supermarkets/product.reader';
import { setPrice, type SetPrice } from '../../src/supermarkets/set-price';
import { newClass, newProduct, newShop, openShop, productId, run, type Shop } from './shop';

const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 4);
});
afterAll(() => shop.database.drop());

const asked = (more: Partial<AddProduct> = {}): AddProduct => ({
  communityId: shop.home.place.globalId,
  name: 'Rice',
  unit: 'bag of 5 kg',
  price: 8,
  ...more,
});
const add = (input: AddProduct, actor: Actor = shop.home.storekeeper.actor, now?: Date) =>
  run(shop, actor, (work) => addProduct(work, input), now);

/** An EAN-13 for a number, with its check digit. */
function ean(n: number): string {
  const twelve = String(690_000_000_000 + n);
  const sum = [...twelve].reduce((a, digit, i) => a + Number(digit) * (i % 2 ? 3 : 1), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

test('a storekeeper adds a product, whose pieces the books can hold', async () => {
  const product = await add(asked({ ean: ean(1), allowanceClass: 'grain' }));
  const { manager } = shop.dataSource;
  expect(await productById.read(manager, shop.home.id, [product.id])).toEqual([product]);
  expect(await manager.query('select kind, scale from asset where id = $1', [product.id])).toEqual([
    { kind: 'goods', scale: 0 },
  ]);
  expect(product.allowanceClassId).not.toBeNull();
});

test('officers may; clerks, cadres and storekeepers of other communities may not', async () => {
  await add(asked(), shop.world.officer.actor);
  const { home, world } = shop;
  for (const { actor } of [home.clerk, home.cadre, home.treasurer, world.other.storekeeper])
    await expect(add(asked(), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(add(asked(), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test.each<[string, string, Partial<AddProduct>]>([
  ['ID_UNKNOWN', 'communityId', { communityId: toGlobalId('Place', null, randomUUID()) }],
  ['TEXT_LENGTH', 'name', { name: '' }],
  ['TEXT_LENGTH', 'unit', { unit: 'x'.repeat(21) }],
  ['EAN_DIGITS', 'ean', { ean: '12345' }],
  ['EAN_CHECK_DIGIT', 'ean', { ean: '4006381333932' }],
  ['PRICE_RANGE', 'price', { price: 0 }],
  ['PRICE_RANGE', 'price', { price: -3 }],
  ['PRICE_RANGE', 'price', { price: 1.5 }],
  ['PRICE_RANGE', 'price', { price: 10_001 }],
  ['ALLOWANCE_UNKNOWN', 'allowanceClass', { allowanceClass: 'oil' }],
])('%s at %s: %j', async (code, field, wrong) => {
  await expect(add(asked(wrong), shop.world.officer.actor)).rejects.toMatchObject({
    code,
    path: [field],
  });
});

test('the limits of a price are allowed', async () => {
  await add(asked({ price: 1 }));
  await add(asked({ price: 10_000 }));
});

test('a bar code stands once in a community, also in a race, and again in another', async () => {
  const input = asked({ ean: ean(2) });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => add(input)));
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused).toHaveLength(7);
  expect(refused.every(({ code }) => code === 'EAN_TAKEN')).toBe(true);
  await openShop(shop.dataSource, shop.world, shop.world.other, 'HP1');
  const there = { ...input, communityId: shop.world.other.place.globalId };
  expect(await add(there, shop.world.other.storekeeper.actor)).toMatchObject({ ean: ean(2) });
  // A product that was refused left no asset behind.
  const [{ n }] = await shop.dataSource.query(`select count(*)::int as n from asset a
    where kind = 'goods' and not exists (select 1 from product where product.id = a.id)`);
  expect(n).toBe(0);
});

describe('a price', () => {
  const set = (input: SetPrice, now?: Date, actor: Actor = shop.home.storekeeper.actor) =>
    run(shop, actor, (work) => setPrice(work, input), now);
  const price = async (id: string, at: Date) => {
    const key = productAt(id, at);
    const [found] = await priceOfProduct.read(shop.dataSource.manager, shop.home.id, [key]);
    return found?.credits;
  };
  const at = (time: string) => new Date(`2026-03-10T${time}+08:00`);

  test('holds from its moment on and never rewrites the past', async () => {
    const product = await add(asked({ price: 8 }), undefined, at('08:00:00'));
    const input = { productId: productId(product), price: 10 };
    await set({ ...input, from: at('12:00:00') }, at('09:00:00'));
    await set({ ...input, price: 9 }, at('10:00:00'));
    const prices = ['07:00:00', '08:00:00', '09:59:59', '10:00:00', '11:59:59', '12:00:00'];
    expect(await Promise.all(prices.map((time) => price(product.id, at(time))))).toEqual([
      8, 8, 8, 9, 9, 10,
    ]);
    // Of two for one moment the later one holds.
    await set({ ...input, price: 11, from: at('12:00:00') }, at('11:00:00'));
    expect(await price(product.id, at('13:00:00'))).toBe(11);
  });

  test.each<[string, string, Partial<SetPrice>]>([
    ['PRICE_IN_PAST', 'from', { from: new Date(Date.now() - 1000) }],
    ['PRICE_RANGE', 'price', { price: 0 }],
    ['PRICE_RANGE', 'price', { price: 10_001 }],
    ['ID_UNKNOWN', 'productId', { productId: 'x' }],
    ['ID_UNKNOWN', 'productId', { productId: toGlobalId('Product', randomUUID(), randomUUID()) }],
  ])('%s at %s', async (code, field, wrong) => {
    const product = await newProduct(shop);
    const input = { productId: productId(product), price: 9, ...wrong };
    await expect(set(input)).rejects.toMatchObject({ code, path: [field] });
  });

  test('is set by storekeepers and officers only', async () => {
    const product = await newProduct(shop);
    const input = { productId: productId(product), price: 9 };
    await set(input, undefined, shop.world.officer.actor);
    for (const { actor } of [shop.home.clerk, shop.home.cadre, shop.world.other.storekeeper])
      await expect(set(input, undefined, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('goods are found at the till by any part of their name, in capitals or not', async () => {
  const named = ['东北大米 5kg', '大米粉', 'Soap FLAKES'];
  for (const name of named) await add(asked({ name }));
  const store = shop.storeId;
  const found = async (search: string | null) => {
    const contextValue = new Context(shop.dataSource, STRANGER, 'en', session);
    const answer = await graphql({
      schema: createSchema(),
      source: `query ($id: ID!, $search: String) { node(id: $id) { ... on Store {
        products(first: 100, search: $search) { edges { node { name } } } } } }`,
      variableValues: { id: store, search },
      contextValue,
    });
    const { products } = answer.data?.node as { products: { edges: { node: { name: string } }[] } };
    return products.edges.map(({ node }) => node.name);
  };
  expect(await found(' 大米')).toEqual(named.slice(0, 2));
  expect(await found('soap fl')).toEqual(named.slice(2));
  expect(await found('%')).toEqual([]);
  expect(await found('\0')).toEqual(await found(null));
  expect(await found('')).toEqual(expect.arrayContaining(named));
});
