import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { setMinimumStock, type SetMinimumStock } from '../../src/supermarkets/set-minimum-stock';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { countQueries, JOINED } from '../support/queries';
import {
  basketOf,
  day,
  exchange,
  fillWallet,
  key,
  newProduct,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import { arrive, inBoth, lotId, newShops, send, type OtherShop } from './stores';

let shop: Shop;
let other: OtherShop;
beforeAll(async () => {
  ({ shop, other } = await newShops());
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
afterAll(() => shop.database.drop());

const minimum = (
  product: ProductRow,
  pieces: number,
  more: Partial<SetMinimumStock> = {},
  by: Actor = shop.home.storekeeper.actor,
) =>
  run(shop, by, (work) =>
    setMinimumStock(work, {
      ...{ storeId: shop.storeId, productId: productId(product), pieces },
      ...more,
    }),
  );

const schema = createSchema();
const BOARD = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Store {
  lowStock(first: $first, after: $after) {
    edges { node { product { name } minimum shelf coming } }
    pageInfo { hasNextPage endCursor } } } } }`;

async function board(
  { storeId, actor, after, now }: { storeId: string; actor: Actor; after?: string; now?: Date },
  first = 50,
) {
  const cookie = { set: () => {}, clear: () => {} };
  const session = { tokenHash: null, cookie, address: '' };
  const contextValue = new Context(shop.dataSource, actor, 'en', session, now);
  const variableValues = { id: storeId, first, after };
  const { data, errors } = await graphql({ schema, source: BOARD, variableValues, contextValue });
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const { edges, pageInfo } = (data as any).node.lowStock;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const rows = edges.map(({ node }: any) => [
    ...[node.product.name, node.minimum, node.shelf, node.coming],
  ]);
  return { rows, pageInfo };
}
const here = () => board({ storeId: shop.storeId, actor: shop.home.clerk.actor });

test('what is below its minimum is listed with what lies there and what is coming', async () => {
  const [rice, riceThere] = await inBoth(shop, other, 'Rice', '6901234567892');
  const soap = await newProduct(shop, { name: 'Soap', price: 1 });
  await minimum(rice, 10);
  await minimum(soap, 3);
  await run(shop, other.at.storekeeper.actor, (work) =>
    setMinimumStock(work, {
      ...{ storeId: other.storeId, productId: productId(riceThere), pieces: 5 },
    }),
  );
  const lot = await receive(shop, rice, 10);
  await receive(shop, soap, 3);
  expect((await here()).rows).toEqual([]);
  await exchange(shop, basketOf(shop, residentOf(shop, 0), soap, 1));
  const sent = await send(shop, other, [[lot, 4]]);
  expect((await here()).rows).toEqual([
    ['Rice', 10, 6, 0],
    ['Soap', 3, 2, 0],
  ]);
  const there = () => board({ storeId: other.storeId, actor: other.at.clerk.actor });
  expect((await there()).rows).toEqual([['Rice', 5, 0, 4]]);
  await arrive(shop, other.at.clerk.actor, sent, [[lot, 4]]);
  expect((await there()).rows).toEqual([['Rice', 5, 4, 0]]);
  await minimum(rice, 0);
  await minimum(soap, 0);
  expect((await here()).rows).toEqual([]);
});

test('what has expired or is called back does not count; a minimum holds from its day', async () => {
  const milk = await newProduct(shop, { name: 'Milk', price: 1 });
  await minimum(milk, 4, { validFrom: day(2) });
  await minimum(milk, 2);
  const bad = await receive(shop, milk, 3);
  await receive(shop, milk, 2, { expiresOn: day(0) });
  expect((await here()).rows).toEqual([]);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: lotId(bad), reason: 'Sour' }),
  );
  expect((await here()).rows).toEqual([]);
  const at = { storeId: shop.storeId, actor: shop.home.clerk.actor };
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect((await board({ ...at, now: tomorrow })).rows).toEqual([['Milk', 2, 0, 0]]);
  const later = new Date(Date.now() + 2 * 86_400_000);
  expect((await board({ ...at, now: later })).rows).toEqual([['Milk', 4, 0, 0]]);
});

test('pages follow one another and cost the same statements, however long they are', async () => {
  for (let i = 10; i < 22; i += 1) {
    const product = await newProduct(shop, { name: `Tin ${i}`, price: 1 });
    await minimum(product, 5);
    await receive(shop, product, i % 2 === 0 ? 5 : 4);
  }
  const at = { storeId: shop.storeId, actor: shop.home.treasurer.actor };
  const all = (await board(at)).rows;
  expect(all).toHaveLength(6);
  const paged = [];
  for (let after: string | undefined, more = true; more;) {
    const { rows, pageInfo } = await board({ ...at, after }, 4);
    paged.push(...rows);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(paged).toEqual(all);
  const few = await countQueries(shop.dataSource, () => board(at, 1));
  const many = await countQueries(shop.dataSource, () => board(at, 6));
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});

test('bad input is refused, and so is whoever may not', async () => {
  const tea = await newProduct(shop, { name: 'Tea', price: 1 });
  const [, theirs] = await inBoth(shop, other, 'Theirs');
  const bad: [() => Promise<unknown>, string, string[]][] = [
    [() => minimum(tea, -1), 'MINIMUM_RANGE', ['pieces']],
    [() => minimum(tea, 1.5), 'MINIMUM_RANGE', ['pieces']],
    [() => minimum(tea, 100_001), 'MINIMUM_RANGE', ['pieces']],
    [() => minimum(tea, 1, { validFrom: day(-1) }), 'MINIMUM_IN_PAST', ['validFrom']],
    [() => minimum(tea, 1, { validFrom: '2026-02-30' }), 'DAY_UNREADABLE', ['validFrom']],
    [() => minimum(theirs, 1), 'OTHER_COMMUNITY', ['productId']],
    [() => minimum(tea, 1, { productId: shop.storeId }), 'ID_UNKNOWN', ['productId']],
    [() => minimum(tea, 1, { storeId: productId(tea) }), 'ID_UNKNOWN', ['storeId']],
  ];
  for (const [act, code, path] of bad) await expect(act()).rejects.toMatchObject({ code, path });
  for (const actor of [shop.home.clerk.actor, other.at.storekeeper.actor])
    await expect(minimum(tea, 1, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(minimum(tea, 1, {}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
