import { graphql, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  openShop,
  productId,
  receive,
  residentOf,
  type Shop,
} from './shop';

const schema = createSchema();
let shop: Shop;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 500, 3);
  rice = await newProduct(shop, { price: 2, allowanceClass: 'grain', ean: '4006381333931' });
  await receive(shop, rice, 30, { expiresOn: day(5), donorName: 'Grandma Xu' });
  await receive(shop, rice, 500, {
    source: 'OPERATOR_OWNED',
    unitCost: { amount: '1.50', currency: 'CNY' },
  });
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = ExecutionResult<any>;

async function ask(
  source: string,
  variableValues: Record<string, unknown>,
  actor: Actor = shop.home.clerk.actor,
  language: 'en' | 'zh-CN' = 'en',
): Promise<Answer> {
  const contextValue = new Context(shop.dataSource, actor, language, session);
  return await graphql({ schema, source, variableValues, contextValue });
}

const RECORD = `mutation ($input: RecordExchangeInput!) {
  recordExchange(input: $input) {
    exchange {
      id number credits
      lines { product { name } quantity credits lot { expiresOn source } }
      wallet { balance expiringSoon { credits on } }
      household { allowance { productClass remaining until } }
      entry { id rule says legs { account { path } debit credit asset { code } } }
      occurredAt voided { reason }
    }
    userErrors {
      code message path
      ... on InsufficientCredits { required available }
      ... on AllowanceExceeded { productClass remaining until }
      ... on OutOfStock { product { id name } available }
    }
  }
}`;

const inputOf = (quantity: number, household = 0) => {
  const input = basketOf(shop, residentOf(shop, household), rice, quantity);
  return { ...input, occurredAt: input.occurredAt.toISOString() };
};

test('the till’s mutation answers what the screen needs, as the contract says', async () => {
  await fillWallet(shop, residentOf(shop, 0).id, 100);
  const input = inputOf(2);
  const { data, errors } = await ask(RECORD, { input });
  expect(errors).toBeUndefined();
  const { exchange: done, userErrors } = data.recordExchange;
  expect(userErrors).toEqual([]);
  expect(done).toMatchObject({
    credits: 4,
    lines: [
      {
        product: { name: 'Rice' },
        quantity: 2,
        credits: 4,
        lot: { expiresOn: day(5), source: 'DONATED' },
      },
    ],
    wallet: { balance: 96 },
    household: { allowance: [{ productClass: 'grain', remaining: 498 }] },
    entry: { rule: 'goodsExchanged' },
    voided: null,
  });
  expect(done.number).toMatch(new RegExp(`^YL1-${day().replaceAll('-', '')}-[0-9A-Z]{6}$`));
  expect(done.entry.legs).toHaveLength(6);
  // A repeat gives the same exchange.
  const again = await ask(RECORD, { input });
  expect(again.data.recordExchange.exchange.id).toBe(done.id);
  const node = `query ($id: ID!) { node(id: $id) { id ... on Exchange { number credits } } }`;
  const found = await ask(node, { id: done.id });
  expect(found.data.node).toEqual({ id: done.id, number: done.number, credits: 4 });
});

test('refusals carry their facts and speak both languages', async () => {
  const poor = await ask(RECORD, { input: inputOf(3, 1) });
  expect(poor.data.recordExchange).toEqual({
    exchange: null,
    userErrors: [
      {
        code: 'INSUFFICIENT_CREDITS',
        message: 'The wallet holds 0 credits; 6 are needed.',
        path: ['lines'],
        required: 6,
        available: 0,
      },
    ],
  });
  await fillWallet(shop, residentOf(shop, 1).id, 5000);
  const much = { ...inputOf(1, 1), lines: [{ productId: productId(rice), quantity: 600 }] };
  const few = await ask(RECORD, { input: much }, undefined, 'zh-CN');
  expect(few.data.recordExchange.userErrors).toMatchObject([
    {
      code: 'OUT_OF_STOCK',
      message: expect.stringContaining('需要 600 件'),
      product: { id: productId(rice), name: 'Rice' },
      available: 528,
    },
  ]);
  const more = { ...inputOf(1, 1), lines: [{ productId: productId(rice), quantity: 501 }] };
  const over = await ask(RECORD, { input: more });
  expect(over.data.recordExchange.userErrors).toMatchObject([
    { code: 'ALLOWANCE_EXCEEDED', productClass: 'grain', remaining: 500 },
  ]);
  const wrong = await ask(RECORD, { input: { ...inputOf(1), lines: 'none' } });
  expect(wrong.errors?.[0]?.message).toContain('ExchangeLineInput');
});

test('the preview shows everything at once and records nothing', async () => {
  const { idempotencyKey: _key, ...input } = inputOf(501, 2);
  const { data } = await ask(
    `query ($input: PreviewExchangeInput!) { previewExchange(input: $input) {
      preview { credits walletAfter lines { product { name } quantity lot { id } }
        allowanceAfter { productClass remaining until } }
      userErrors { code ... on OutOfStock { available } } } }`,
    { input },
  );
  expect(data.previewExchange).toMatchObject({
    preview: {
      credits: 1002,
      walletAfter: -1002,
      allowanceAfter: [{ productClass: 'grain', remaining: -1 }],
    },
    userErrors: [{ code: 'INSUFFICIENT_CREDITS' }, { code: 'ALLOWANCE_EXCEEDED' }],
  });
});

test('a voided exchange tells why, and the store what it owes', async () => {
  await fillWallet(shop, residentOf(shop, 3).id, 100);
  const done = await exchange(shop, basketOf(shop, residentOf(shop, 3), rice, 1));
  const input = {
    idempotencyKey: key(),
    exchangeId: toGlobalId('Exchange', shop.home.id, done.id),
    reason: 'Changed her mind',
  };
  const { data, errors } = await ask(
    `mutation ($input: VoidExchangeInput!) { voidExchange(input: $input) {
      exchange { voided { reason at entry { rule reversalOf { id } } } wallet { balance } }
      userErrors { code } } }`,
    { input },
    shop.home.storekeeper.actor,
  );
  expect(errors).toBeUndefined();
  expect(data.voidExchange).toMatchObject({
    exchange: {
      voided: { reason: 'Changed her mind', entry: { rule: 'reversal' } },
      wallet: { balance: 100 },
    },
    userErrors: [],
  });
});

const LIST = `query ($id: ID!, $first: Int!, $after: String) { node(id: $id) { ... on Store {
  exchanges(first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id number credits occurredAt store { name } resident { name wallet { balance } }
      household { address allowance { productClass remaining } } voided { reason }
      entry { id rule legs { debit account { title } } }
      lines { quantity product { name price allowanceClass { code } }
        lot { expiresOn source stock unitCost { amount } } } } } } } } }`;

test('fifty exchanges take as many statements as five', async () => {
  for (let i = 0; i < 5; i += 1) await fillWallet(shop, residentOf(shop, i).id, 500);
  for (let i = 0; i < 55; i += 1)
    await exchange(shop, basketOf(shop, residentOf(shop, i % 5), rice, 1));
  const listed = async (first: number) => {
    const { result, statements } = await countQueries(shop.dataSource, () =>
      ask(LIST, { id: shop.storeId, first }),
    );
    expect(result.errors).toBeUndefined();
    expect(result.data.node.exchanges.edges).toHaveLength(first);
    return statements;
  };
  const [five, fifty] = [await listed(5), await listed(50)];
  // Two reads that are ready in the same moment may share a statement or not; rows never add one.
  expect(Math.abs(fifty.length - five.length)).toBeLessThanOrEqual(2);
  expect(fifty.length).toBeLessThanOrEqual(24);
});

test('pages go through all exchanges once, the last recorded first', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Answer = await ask(LIST, { id: shop.storeId, first: 7, after });
    const page = data.node.exchanges;
    seen.push(...page.edges.map((edge: { node: { id: string } }) => edge.node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  const rows = await shop.dataSource.query(
    `select id from ledger_entry where community_id = $1 and rule = 'goodsExchanged'
     order by recorded_at desc, id desc`,
    [shop.home.id],
  );
  const ids = rows.map(({ id }: { id: string }) => toGlobalId('Exchange', shop.home.id, id));
  expect(seen).toEqual(ids);
  const bad = await ask(LIST, { id: shop.storeId, first: 7, after: 'bm9uc2Vuc2U' });
  expect(bad.errors).toHaveLength(1);
});

test('a resident finds the own exchanges, and only those', async () => {
  const { leader } = shop.home;
  const source = `query ($id: ID!) { node(id: $id) { ... on Resident {
    exchanges(first: 3) { edges { node { credits resident { id } wallet { balance } } } } } } }`;
  const done = await exchange(
    shop,
    basketOf(shop, { globalId: leader.resident.globalId }, rice, 1),
    shop.home.storekeeper.actor,
  ).catch(() => null);
  expect(done).toBeNull();
  await fillWallet(shop, leader.resident.id, 10);
  await exchange(shop, basketOf(shop, leader.resident, rice, 1));
  const own = await ask(source, { id: leader.resident.globalId }, leader.actor);
  expect(own.errors).toBeUndefined();
  expect(own.data.node.exchanges.edges).toEqual([
    { node: { credits: 2, resident: { id: leader.resident.globalId }, wallet: { balance: 8 } } },
  ]);
  const neighbour = await ask(source, { id: leader.resident.globalId }, shop.home.members[0].actor);
  expect(neighbour.errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
});

describe('who sees what', () => {
  const sees = async (source: string, id: string, actor: Actor) => {
    const { errors } = await ask(source, { id }, actor);
    return (errors ?? []).length === 0;
  };
  const people = () => {
    const { home, world } = shop;
    return {
      stranger: STRANGER,
      outsider: world.outsider.actor,
      neighbour: home.members[0].actor,
      clerk: home.clerk.actor,
      storekeeper: home.storekeeper.actor,
      cadre: home.cadre.actor,
      treasurer: home.treasurer.actor,
      officer: world.officer.actor,
      auditor: world.auditor.actor,
      clerkElsewhere: world.other.clerk.actor,
      cadreElsewhere: world.other.cadre.actor,
    };
  };
  const whoSees = async (source: string, id: string) => {
    const found: string[] = [];
    for (const [name, actor] of Object.entries(people()))
      if (await sees(source, id, actor)) found.push(name);
    return found;
  };
  const EVERYBODY = [
    'stranger',
    'outsider',
    'neighbour',
    'clerk',
    'storekeeper',
    'cadre',
    'treasurer',
    'officer',
    'auditor',
    'clerkElsewhere',
    'cadreElsewhere',
  ];

  test('products, prices, stock and lots: anyone', async () => {
    const source = `query ($id: ID!) { node(id: $id) { ... on Store { name code
      place { stores { edges { node { id } } } product(ean: "4006381333931") { name }
        allowanceClasses { code rule { pieces extraPieces fromMonth } latestRule { pieces } } }
      operator { name } premisesOwner { name } pool { name }
      products { edges { node { name price ean unit stock(storeId: $id) } } }
      expiringLots(withinDays: 5) { edges { node { stock quantity expiresOn } } }
      lots { edges { node { stock product { name } store { id } } } } } } }`;
    await receive(shop, rice, 1, { expiresOn: day(5) });
    await receive(shop, rice, 1, { expiresOn: day(6) });
    expect(await whoSees(source, shop.storeId)).toEqual(EVERYBODY);
    const { data } = await ask(source, { id: shop.storeId }, STRANGER);
    expect(data.node.place.product.name).toBe('Rice');
    const expiring = data.node.expiringLots.edges.map(
      (edge: { node: { expiresOn: string } }) => edge.node.expiresOn,
    );
    expect(new Set(expiring)).toEqual(new Set([day(5)]));
    const total = data.node.lots.edges.reduce(
      (sum: number, edge: { node: { stock: number } }) => sum + edge.node.stock,
      0,
    );
    expect(data.node.products.edges).toMatchObject([{ node: { price: 2, stock: total } }]);
  });

  test('what goods cost and what is owed: the store’s staff and readers of the books', async () => {
    const staff = ['clerk', 'storekeeper', 'treasurer', 'officer', 'auditor'];
    const costs = `query ($id: ID!) { node(id: $id) { ... on Store {
      lots { edges { node { unitCost { amount } paidBy { name } } } } } } }`;
    expect(await whoSees(costs, shop.storeId)).toEqual(staff);
    const owes = `query ($id: ID!) { node(id: $id) { ... on Store { owed(month: "2024-01") {
      amount } } } }`;
    expect(await whoSees(owes, shop.storeId)).toEqual(staff);
  });

  test('who gave, and who took: the store’s staff, cadres, officers and auditors', async () => {
    const some = ['clerk', 'storekeeper', 'cadre', 'officer', 'auditor'];
    const donors = `query ($id: ID!) { node(id: $id) { ... on Store {
      lots { edges { node { donorName } } } } } }`;
    expect(await whoSees(donors, shop.storeId)).toEqual(some);
    const list = `query ($id: ID!) { node(id: $id) { ... on Store {
      exchanges { edges { node { credits } } } } } }`;
    expect(await whoSees(list, shop.storeId)).toEqual(some);
    const { leader } = shop.home;
    const [row] = await shop.dataSource.query(
      `select id from ledger_entry where rule = 'goodsExchanged' and facts ->> 'residentId' = $1`,
      [leader.resident.id],
    );
    const id = toGlobalId('Exchange', shop.home.id, row.id);
    const one = `query ($id: ID!) { node(id: $id) { ... on Exchange {
      credits number lines { quantity product { name } } } } }`;
    expect(await whoSees(one, id)).toEqual(some);
    expect(await sees(one, id, leader.actor)).toBe(true);
    // What does not concern somebody is null, and the rest is there.
    const both = `query ($id: ID!) { node(id: $id) { ... on Exchange { credits entry { id } } } }`;
    const part = await ask(both, { id }, leader.actor);
    expect(part.data.node).toEqual({ credits: 2, entry: null });
    expect(part.errors).toHaveLength(1);
    const purse = `query ($id: ID!) { node(id: $id) { ... on Exchange { wallet { balance } } } }`;
    expect(await whoSees(purse, id)).toEqual(['clerk', 'storekeeper', 'cadre', 'officer']);
  });
});

test('a lot of which nothing is left is on no shelf, also before anyone has marked it', async () => {
  const salt = await newProduct(shop, { name: 'Salt', price: 1 });
  await receive(shop, salt, 2);
  const source = `query ($id: ID!) { node(id: $id) { ... on Store {
    lots(first: 100) { edges { node { product { name } stock } } } } } }`;
  const shelf = async () => {
    const { data } = await ask(source, { id: shop.storeId });
    const lots: { node: { product: { name: string }; stock: number } }[] = data.node.lots.edges;
    return lots.filter(({ node }) => node.product.name === 'Salt').map(({ node }) => node.stock);
  };
  expect(await shelf()).toEqual([2]);
  await fillWallet(shop, residentOf(shop, 4).id, 2);
  await exchange(shop, basketOf(shop, residentOf(shop, 4), salt, 2));
  expect(await shelf()).toEqual([]);
});

test('pages go through all lots once, first expiring first, what keeps last', async () => {
  const source = `query ($id: ID!, $after: String) { node(id: $id) { ... on Store {
    lots(first: 2, after: $after) { pageInfo { hasNextPage endCursor }
      edges { node { id expiresOn } } } } } }`;
  for (const days of [9, 2, null, 2, null])
    await receive(shop, rice, 1, { expiresOn: days === null ? null : day(days) });
  const seen: { id: string; expiresOn: string | null }[] = [];
  let after: string | null = null;
  do {
    const { data }: Answer = await ask(source, { id: shop.storeId, after });
    const page = data.node.lots;
    for (const { node } of page.edges) seen.push(node);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen.length).toBeGreaterThanOrEqual(5);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  const expiries = seen.map(({ expiresOn }) => expiresOn ?? 'infinity');
  expect(expiries).toEqual([...expiries].sort());
});

test('another store of the community keeps to itself', async () => {
  const { dataSource, world, home } = shop;
  const second = await openShop(dataSource, world, home, 'TWO');
  const { data } = await ask(LIST, { id: second.storeId, first: 5 });
  expect(data.node.exchanges.edges).toEqual([]);
});
