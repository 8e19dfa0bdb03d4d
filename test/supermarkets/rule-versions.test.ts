import { graphql, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context';
import { RefusedQuery } from '../../src/api/refused-query';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { addMonths } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setAllowance } from '../../src/supermarkets/set-allowance';
import { setPrice } from '../../src/supermarkets/set-price';
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
  openShop,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

const schema = createSchema();
let shop: Shop;
let rice: ProductRow;
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);

beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 9, 0, hoursAgo(80));
  rice = await newProduct(shop, { price: 10, allowanceClass: 'grain', ean: '4006381333931' });
  await receive(shop, rice, 50, {}, hoursAgo(80));
  await fillWallet(shop, residentOf(shop, 0).id, 100);
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = ExecutionResult<any>;
const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
async function ask(
  source: string,
  variableValues: Record<string, unknown>,
  actor: Actor = shop.home.cadre.actor,
): Promise<Answer> {
  const contextValue = new Context(shop.dataSource, actor, 'en', session);
  return (await graphql({ schema, source, variableValues, contextValue })) as Answer;
}

const SEEN = `query ($store: ID!, $product: ID!, $exchange: ID!, $first: Int = 10) {
  store: node(id: $store) { ... on Store {
    tillRules { value }
    tillRuleVersions(first: $first) { edges { node { value kind validFrom validUntil store { code }
      setBy { name } } } }
    place { allowanceClasses { versions(first: $first) { edges { node { pieces validFrom
      setBy { name } } } } } } } }
  product: node(id: $product) { ... on Product { price
    prices(first: $first) { edges { node { credits validFrom setBy { name } } } } } }
  exchange: node(id: $exchange) { ... on Exchange { credits explain {
    prices { credits } allowances { pieces } rules { value } } } } }`;

test('a change adds a version, and leaves the past as it was', async () => {
  const { cadre, storekeeper } = shop.home;
  const rule = (value: number | null, actor: Actor, at: Date, storeId?: string) =>
    run(
      shop,
      actor,
      (work) =>
        setTillRule(work, {
          ...{ communityId: shop.home.place.globalId, kind: 'minimum_age', value, storeId },
        }),
      at,
    );
  await shop.dataSource.query(`update resident set birth_date = '1960-01-01'`);
  await rule(18, cadre.actor, hoursAgo(50));
  const done = await exchange(shop, basketOf(shop, residentOf(shop, 0), rice, 2));
  await rule(21, cadre.actor, hoursAgo(0));
  await rule(25, storekeeper.actor, hoursAgo(0), shop.storeId);
  await rule(null, storekeeper.actor, hoursAgo(0), shop.storeId);
  const elsewhere = await openShop(shop.dataSource, shop.world, shop.home, 'YL2');
  await rule(99, cadre.actor, hoursAgo(0), elsewhere.storeId);
  await run(shop, storekeeper.actor, (work) =>
    setPrice(work, { productId: productId(rice), price: 12 }),
  );
  await run(shop, cadre.actor, (work) =>
    setAllowance(work, {
      ...{ communityId: shop.home.place.globalId, code: 'grain', name: 'Grain' },
      ...{ pieces: 5, extraPieces: 0 },
    }),
  );
  const variables = {
    ...{ store: shop.storeId, product: productId(rice) },
    exchange: toGlobalId('Exchange', shop.home.id, done.id),
  };
  const { data, errors } = await ask(SEEN, variables, shop.world.officer.actor);
  expect(errors).toBeUndefined();
  const nodes = (page: { edges: { node: unknown }[] }) => page.edges.map(({ node }) => node);
  expect(nodes(data.store.tillRuleVersions)).toMatchObject([
    { value: null, store: { code: 'YL1' } },
    { value: 25, store: { code: 'YL1' } },
    { value: 21, store: null, setBy: { name: cadre.name } },
    { value: 18, store: null, kind: 'MINIMUM_AGE' },
  ]);
  expect(data.store.tillRules).toEqual([]);
  expect(nodes(data.product.prices)).toMatchObject([{ credits: 12 }, { credits: 10 }]);
  expect(data.product.price).toBe(12);
  const nextMonth = addMonths(`${day().slice(0, 7)}-01`, 1);
  expect(nodes(data.store.place.allowanceClasses[0].versions)).toMatchObject([
    { pieces: 5, validFrom: nextMonth, setBy: { name: cadre.name } },
    { pieces: 9, setBy: { name: cadre.name } },
  ]);
  expect(data.exchange).toEqual({
    credits: 20,
    explain: {
      prices: [{ credits: 10 }],
      allowances: [{ pieces: 9 }],
      rules: [{ value: 18 }],
    },
  });
});

test('pages of versions go through all of them once, and cost what one costs', async () => {
  for (let n = 1; n <= 12; n += 1)
    await run(shop, shop.home.storekeeper.actor, (work) =>
      setPrice(work, { productId: productId(rice), price: n }),
    );
  const page = `query ($id: ID!, $first: Int!, $after: String) { node(id: $id) { ... on Product {
    prices(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
      edges { node { credits setAt setBy { name } } } } } } }`;
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const { data }: Answer = await ask(page, { id: productId(rice), first: 5, after });
    const { prices } = data.node;
    seen.push(...prices.edges.map((edge: { node: { credits: number } }) => edge.node.credits));
    after = prices.pageInfo.hasNextPage ? prices.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 12, 10]);
  const cost = async (first: number) =>
    (await countQueries(shop.dataSource, () => ask(page, { id: productId(rice), first })))
      .statements.length;
  expect(await cost(14)).toBeLessThanOrEqual((await cost(2)) + JOINED);
});

test('versions are for anyone; who set them for whom the person concerns', async () => {
  const variables = { store: shop.storeId, product: productId(rice), exchange: shop.storeId };
  const { data } = await ask(SEEN, variables, STRANGER);
  expect(data.store.tillRuleVersions.edges).toHaveLength(4);
  for (const { node } of data.store.tillRuleVersions.edges)
    expect(node.setBy).toEqual({ name: null });
});

test('a scanned bar code finds goods; a slip in it, and one of no goods, are told apart', async () => {
  const scan = async (ean: string) => {
    const source = `query ($id: ID!, $ean: String!) { node(id: $id) { ... on Place {
      product(ean: $ean) { name } } } }`;
    const { data, errors } = await ask(source, { id: shop.home.place.globalId, ean }, STRANGER);
    const cause = errors?.[0]?.originalError;
    return cause instanceof RefusedQuery ? cause.refusal.code : (data.node.product?.name ?? null);
  };
  expect(await scan(' 4006381333931 ')).toBe('Rice');
  expect(await scan('96385074')).toBeNull();
  expect(await scan('4006381333932')).toBe('EAN_CHECK_DIGIT');
  for (const ean of ['', '400638133393', '40063813339311', '4006381333a31', '７'])
    expect(await scan(ean)).toBe('EAN_DIGITS');
});
