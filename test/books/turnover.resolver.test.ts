import { rolling } from '../../src/reports/rolling';
import { addMonths } from '../../src/kernel/calendar';
import type { Actor } from '../../src/kernel/actor';
import { seal } from '../../src/ledger/seal';
import { ask as askAs } from './ask';
import { countQueries } from '../support/queries';
import {
  basketOf,
  day,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  receive,
  residentOf,
  type Shop,
} from '../supermarkets/shop';

let shop: Shop;
let month: string;
let next: string;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 500, 3);
  const rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  await receive(shop, rice, 30, { donorName: 'Grandma Xu' });
  for (const household of [0, 1]) {
    await fillWallet(shop, residentOf(shop, household).id, 100);
    await exchange(shop, basketOf(shop, residentOf(shop, household), rice, 3));
  }
  month = day().slice(0, 7);
  next = addMonths(`${month}-01`, 1).slice(0, 7);
});
afterAll(() => shop.database.drop());

const TURNOVER = `query ($from: String!, $until: String!, $id: ID!) {
  node(id: $id) { ... on Place { turnover(from: $from, until: $until) {
    sealedUntil
    lines { month rule says kind title asset { code kind } legs debits credits }
  } } }
}`;

const ask = (
  source: string,
  variables: Record<string, unknown>,
  actor: Actor = shop.world.auditor.actor,
) => {
  const given = { id: shop.home.place.globalId, from: month, until: next, ...variables };
  return askAs(shop.database, actor, source, given);
};

test('nothing is told before it is sealed; then all of the month is, by rule and kind', async () => {
  const before = await ask(TURNOVER, {});
  expect(before.data.node.turnover).toEqual({ sealedUntil: null, lines: [] });

  await seal(shop.dataSource, rolling(shop.dataSource));
  const { data, codes } = await ask(TURNOVER, {});
  expect(codes).toEqual([]);
  const { sealedUntil, lines } = data.node.turnover;
  expect(Date.now() - new Date(sealedUntil).getTime()).toBeLessThan(60_000);
  expect(lines).toContainEqual({
    month,
    rule: 'goodsExchanged',
    says: expect.stringContaining('exchanges credits for goods'),
    kind: 'wallet',
    title: 'Wallet',
    asset: { code: expect.stringContaining('credit'), kind: 'CREDITS' },
    // Two residents' wallets, told together.
    legs: 2,
    debits: '12',
    credits: '0',
  });
  expect(lines).toContainEqual(
    expect.objectContaining({ kind: 'goodsGiven', legs: 2, debits: '6', credits: '0' }),
  );

  const none = await ask(TURNOVER, { from: next, until: addMonths(`${next}-01`, 36).slice(0, 7) });
  expect(none.data.node.turnover.lines).toEqual([]);
});

test.each([
  ['MONTH_UNREADABLE', { from: '2026-13' }],
  ['MONTH_UNREADABLE', { until: 'soon' }],
  ['PERIOD_EMPTY', { from: '2026-03', until: '2026-03' }],
  ['MONTHS_TOO_MANY', { from: '2026-01', until: '2029-02' }],
])('refuses %s', async (code, months) => {
  expect((await ask(TURNOVER, months)).codes).toEqual([code]);
});

test('it is for the readers of the books alone', async () => {
  const { data, codes } = await ask(TURNOVER, {}, shop.home.clerk.actor);
  expect(data.node?.turnover ?? null).toBeNull();
  expect(codes).toEqual(['FORBIDDEN']);
});

test('many places are told in as many statements as one', async () => {
  await seal(shop.dataSource, rolling(shop.dataSource));
  const street = `query ($from: String!, $until: String!, $id: ID!) {
    node(id: $id) { ... on Place { places(first: 10) { edges { node {
      turnover(from: $from, until: $until) { sealedUntil lines { legs debits credits } }
    } } } } }
  }`;
  const id = shop.world.street.globalId;
  const { result, statements } = await countQueries(shop.dataSource, () => ask(street, { id }));
  expect(result.codes).toEqual([]);
  expect(result.data.node.places.edges).toHaveLength(2);
  // The street, its places, how far they are sealed, their lines, and the assets of these.
  expect(statements).toHaveLength(5);
});
