import { randomUUID } from 'node:crypto';
import { BOOKS_CHECKS } from '../../src/books/books.checks';
import { LOOKS } from '../../src/books/journal-search.reader';
import type { Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { seal } from '../../src/ledger/seal';
import { runChecks } from '../../src/ledger/verify';
import { rolling } from '../../src/reports/rolling';
import {
  basketOf,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  receive,
  residentOf,
  type Shop,
} from '../supermarkets/shop';
import { ask as askAs, type Answer } from './ask';

let shop: Shop;
let today: string;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 500, 3);
  const rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  await receive(shop, rice, 30, {
    source: 'OPERATOR_OWNED',
    unitCost: { amount: '28.00', currency: 'CNY' },
  });
  for (const household of [0, 1]) {
    await fillWallet(shop, residentOf(shop, household).id, 100);
    await exchange(shop, basketOf(shop, residentOf(shop, household), rice, 3));
  }
  today = dayOf(new Date(), 'Asia/Shanghai');
});
afterAll(() => shop.database.drop());

interface PageInfo {
  readonly hasNextPage?: boolean;
  readonly endCursor?: string | null;
}

const JOURNAL = `query ($id: ID!, $find: JournalFilter, $first: Int!, $after: String) {
  node(id: $id) { ... on Place { journal(find: $find, first: $first, after: $after) {
    edges { node { id rule occurredAt legs { account { id title } debit } recordedBy { id } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

async function find(
  find: Record<string, unknown> | null,
  more: { first?: number; after?: string | null; actor?: Actor } = {},
) {
  const { first = 100, after = null, actor = shop.world.auditor.actor } = more;
  const variables = { id: shop.home.place.globalId, find, first, after };
  const { data, codes } = await askAs(shop.database, actor, JOURNAL, variables);
  const list = data?.node?.journal as Answer;
  const entries: Answer[] = list?.edges.map(({ node }: Answer) => node) ?? [];
  const rules: string[] = entries.map(({ rule }) => rule as string);
  const { hasNextPage = false, endCursor = null } = (list?.pageInfo ?? {}) as PageInfo;
  return { entries, rules, hasNextPage, endCursor, codes };
}

test('what is not yet sealed is in the journal, and is not found', async () => {
  const all = await find(null);
  expect(all.rules.filter((rule) => rule === 'goodsExchanged')).toHaveLength(2);
  expect((await find({ rule: 'goodsExchanged' })).entries).toEqual([]);

  await seal(shop.dataSource, rolling(shop.dataSource));
  const found = await find({ rule: 'goodsExchanged' });
  expect(found.codes).toEqual([]);
  expect(found.rules).toEqual(['goodsExchanged', 'goodsExchanged']);
  expect(found.hasNextPage).toBe(false);
});

test('entries are found by each thing they are searched for, and by all of them at once', async () => {
  const all = await find(null);
  const exchanges = all.entries.filter(({ rule }) => rule === 'goodsExchanged');
  const [latest, earlier] = exchanges;
  const money = { amount: '84.00', currency: 'CNY' };
  // Three bags at 28 yuan: what the pool owes for each of the two exchanges.
  expect(ids(await find({ amount: money }))).toEqual(ids({ entries: exchanges }));
  expect((await find({ amount: { ...money, amount: '84.01' } })).entries).toEqual([]);

  const wallet = accountOf(earlier, 'Wallet');
  const ofWallet = await find({ accountId: wallet });
  expect(ofWallet.rules).toEqual(['goodsExchanged', 'serviceCredited']);
  const clerk = latest.recordedBy.id as string;
  const byClerk = await find({ actorId: clerk });
  expect(byClerk.rules).toContain('goodsExchanged');
  expect(byClerk.rules).not.toContain('serviceCredited');
  const days = { from: today, until: addDays(today, 1) };
  expect((await find(days)).entries).not.toEqual([]);
  expect((await find({ from: days.until })).entries).toEqual([]);
  expect((await find({ until: addDays(today, -400) })).entries).toEqual([]);

  const everything = { rule: 'goodsExchanged', accountId: wallet, actorId: clerk, ...days };
  expect(ids(await find({ ...everything, amount: money }))).toEqual([earlier.id]);
  expect((await find({ ...everything, rule: 'serviceCredited' })).entries).toEqual([]);
  expect((await find({ ...everything, until: today, from: null })).entries).toEqual([]);
});

test.each([
  ['time', () => ({ until: addDays(today, 1) })],
  ['rule', () => ({ rule: 'goodsExchanged' })],
  ['amount', () => ({ amount: { amount: '84.00', currency: 'CNY' } })],
])('pages by %s lie end to end', async (_by, filter) => {
  const whole = ids(await find(filter()));
  expect(whole.length).toBeGreaterThan(1);
  const walked: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Answer = await find(filter(), { first: 1, after });
    walked.push(...ids(page));
    if (!page.hasNextPage) break;
    after = page.endCursor;
  }
  expect(walked).toEqual(whole);
});

test('pages along an account lie end to end', async () => {
  const { entries } = await find({ rule: 'goodsExchanged' });
  const pool = accountOf(entries[0], 'Pool available');
  const first = await find({ accountId: pool }, { first: 1 });
  const second = await find({ accountId: pool }, { first: 100, after: first.endCursor });
  expect([...ids(first), ...ids(second)]).toEqual(ids(await find({ accountId: pool })));
  expect(first.hasNextPage).toBe(true);
});

test('a page looks at so many entries and no more, and the next one goes on', async () => {
  const { dataSource, home } = shop;
  const [{ actor_id: actorId }] = await dataSource.query(
    `select actor_id from journal_entry where community_id = $1 and rule = 'goodsExchanged'`,
    [home.id],
  );
  await dataSource.query(
    `insert into journal_entry (community_id, entry_id, occurred_at, rule, actor_id)
     select $1, gen_random_uuid(), now() + n * interval '1 s', 'goodsSent', $2
     from generate_series(1, $3::int) n`,
    [home.id, actorId, LOOKS],
  );
  const filter = { actorId: toGlobalId('Person', null, actorId), rule: 'goodsExchanged' };
  const first = await find(filter);
  expect(first).toMatchObject({ entries: [], hasNextPage: true });
  const next = await find(filter, { after: first.endCursor });
  expect(next.rules).toEqual(['goodsExchanged', 'goodsExchanged']);

  const wrong = await runChecks(dataSource, BOOKS_CHECKS);
  expect(wrong.map(({ check }) => check)).toEqual(['journal-entries']);
  await dataSource.query(`delete from journal_entry where rule = 'goodsSent'`);
  await dataSource.query(`update journal_amount set minor = minor + 1`);
  const other = await runChecks(dataSource, BOOKS_CHECKS);
  expect(other.map(({ check }) => check)).toEqual(['journal-amounts']);
  await dataSource.query(`update journal_amount set minor = minor - 1`);
  expect(await runChecks(dataSource, BOOKS_CHECKS)).toEqual([]);
});

test.each([
  ['RULE_UNKNOWN', { rule: 'moneyVanished' }],
  ['PERIOD_EMPTY', { from: '2026-03-01', until: '2026-03-01' }],
  ['ID_UNKNOWN', { accountId: 'x' }],
  ['ID_UNKNOWN', { actorId: toGlobalId('Place', null, randomUUID()) }],
  ['OTHER_COMMUNITY', { accountId: toGlobalId('Account', randomUUID(), randomUUID()) }],
  ['AMOUNT_TOO_FINE', { amount: { amount: '1.234', currency: 'CNY' } }],
])('refuses %s', async (code, filter) => {
  expect((await find(filter)).codes).toEqual([code]);
});

test('a cursor of another search is refused, and so is a page that is too large', async () => {
  const { endCursor } = await find(null, { first: 1 });
  expect((await find({ rule: 'goodsExchanged' }, { after: endCursor })).codes).toEqual([
    'CURSOR_UNREADABLE',
  ]);
  expect((await find({ rule: 'goodsExchanged' }, { first: 101 })).codes).toEqual(['PAGE_SIZE']);
});

test('it is for the readers of the books alone', async () => {
  const { clerk } = shop.home;
  expect((await find({ rule: 'goodsExchanged' }, { actor: clerk.actor })).codes).toEqual([
    'FORBIDDEN',
  ]);
});

const ids = ({ entries }: { entries: Answer[] }) => entries.map(({ id }) => id as string);

const accountOf = (entry: Answer, title: string): string =>
  entry.legs.find(({ account }: Answer) => account.title === title).account.id as string;
