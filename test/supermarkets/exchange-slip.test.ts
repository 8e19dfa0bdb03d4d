import { graphql, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context';
import type { Actor } from '../../src/kernel/actor';
import { addMonths } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setTillRule } from '../../src/supermarkets/set-till-rule';
import { countQueries, JOINED } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

const schema = createSchema();
let shop: Shop;
let rice: ProductRow;
let soap: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 60);
  rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  soap = await newProduct(shop, { name: 'Soap', price: 1 });
  for (const product of [rice, soap]) await receive(shop, product, 500);
  for (const n of [0, 1, 2]) await fillWallet(shop, residentOf(shop, n).id, 200);
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = ExecutionResult<any>;
const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
async function ask(source: string, variableValues: object, actor: Actor = shop.home.clerk.actor) {
  const contextValue = new Context(shop.dataSource, actor, 'en', session);
  return (await graphql({
    ...{ schema, source, contextValue },
    variableValues: variableValues as Record<string, unknown>,
  })) as Answer;
}

const LEFT = `slip walletAfter allowanceAfter { productClass name before remaining until }`;

test('what an exchange left stays what it was, whatever comes later', async () => {
  const who = residentOf(shop, 0);
  await exchange(shop, basketOf(shop, who, rice, 2));
  const done = await exchange(shop, {
    ...basketOf(shop, who, rice, 1),
    lines: [rice, soap].map((product) => ({ productId: productId(product), quantity: 3 })),
  });
  await exchange(shop, basketOf(shop, who, rice, 5));
  await fillWallet(shop, who.id, 7);
  const id = toGlobalId('Exchange', shop.home.id, done.id);
  const source = `query ($id: ID!) { node(id: $id) { ... on Exchange { ${LEFT} } } }`;
  const { data, errors } = await ask(source, { id });
  expect(errors).toBeUndefined();
  const until = addMonths(`${day().slice(0, 7)}-01`, 1);
  const left = { productClass: 'grain', name: 'Class grain', before: 58, remaining: 55, until };
  const slip = `/slips/${id}.html`;
  expect(data.node).toEqual({ slip, walletAfter: 187, allowanceAfter: [left] });
  const audited = await ask(source, { id }, shop.world.auditor.actor);
  expect(audited.data.node).toEqual({ slip, walletAfter: null, allowanceAfter: null });
});

test('forty exchanges with what they left take as many statements as four', async () => {
  for (let n = 0; n < 45; n += 1)
    await exchange(shop, basketOf(shop, residentOf(shop, n % 3), rice, 1));
  const source = `query ($id: ID!, $first: Int!) { node(id: $id) { ... on Store {
    exchanges(first: $first) { edges { node { ${LEFT} } } } } } }`;
  const cost = async (first: number) => {
    const { result, statements } = await countQueries(shop.dataSource, () =>
      ask(source, { id: shop.storeId, first }),
    );
    expect(result.errors).toBeUndefined();
    expect(result.data.node.exchanges.edges).toHaveLength(first);
    return statements.length;
  };
  const [four, forty] = [await cost(4), await cost(40)];
  expect(forty).toBeLessThanOrEqual(four + JOINED);
  expect(forty).toBeLessThanOrEqual(12);
});

test('the preview’s new parts come through the API, in a bounded number of statements', async () => {
  await run(shop, shop.home.cadre.actor, (work) =>
    setTillRule(work, {
      ...{ communityId: shop.home.place.globalId, kind: 'usual_quantity', value: 4 },
    }),
  );
  const source = `query ($input: PreviewExchangeInput!) { previewExchange(input: $input) {
    preview { allowances { productClass before remaining } expiring { on credits spent }
      warnings { quantity usual product { name } rule { kind value } } }
    userErrors { code } } }`;
  const preview = async (products: readonly ProductRow[]) => {
    const { idempotencyKey: _key, ...basket } = basketOf(shop, residentOf(shop, 1), rice, 1);
    const lines = products.map((product) => ({ productId: productId(product), quantity: 5 }));
    const input = { ...basket, lines, occurredAt: basket.occurredAt.toISOString() };
    return await countQueries(shop.dataSource, () => ask(source, { input }));
  };
  const both = await preview([rice, soap]);
  expect(both.result.errors).toBeUndefined();
  const warning = (name: string) => ({
    ...{ quantity: 5, usual: 4, product: { name } },
    rule: { kind: 'USUAL_QUANTITY', value: 4 },
  });
  expect(both.result.data.previewExchange).toMatchObject({
    preview: {
      allowances: [{ productClass: 'grain', before: 45, remaining: 40 }],
      expiring: [],
      warnings: [warning('Rice'), warning('Soap')],
    },
    userErrors: [],
  });
  const one = await preview([rice]);
  expect(both.statements.length).toBeLessThanOrEqual(one.statements.length + JOINED);
});
