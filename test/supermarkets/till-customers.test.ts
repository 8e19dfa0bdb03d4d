import { graphql, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context';
import { RefusedQuery } from '../../src/api/refused-query';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import type { Refusal } from '../../src/kernel/refusal';
import { createSchema } from '../../src/server/schema';
import { cardCodeInGroups } from '../../src/society/card-code';
import { endCard } from '../../src/society/end-card';
import { issueCard } from '../../src/society/issue-card';
import { registerHouseholds } from '../../src/society/register-households';
import type { ResidentCardRow } from '../../src/society/resident-card.entity';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setTillRule } from '../../src/supermarkets/set-till-rule';
import { countQueries, JOINED } from '../support/queries';
import type { CommunityWorld } from '../support/world';
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
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

const schema = createSchema();
let shop: Shop;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 4, 2);
  await newClass(shop, 'wine', 3);
  rice = await newProduct(shop, { price: 2, allowanceClass: 'grain', ean: '4006381333931' });
  await receive(shop, rice, 50);
  await run(shop, shop.home.cadre.actor, (work) =>
    registerHouseholds(work, {
      communityId: shop.home.place.globalId,
      households: Array.from({ length: 30 }, (_, n) => ({
        address: `Tower ${String(n + 1).padStart(2, '0')}`,
        residents: [
          {
            name: `Tang ${n}`,
            phone: `1390412${String(n).padStart(4, '0')}`,
            birthDate: '1950-03-01',
          },
          { name: `Tang the younger ${n}`, birthDate: '2020-03-01' },
        ],
      })),
    }),
  );
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

const FIND = `query ($storeId: ID!, $by: TillCustomerBy!, $first: Int = 20, $after: String) {
  tillCustomers(storeId: $storeId, by: $by, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id name phone priorityGroups { priorityGroup }
      card { issuedAt endedAt }
      wallet { balance frozen expiringSoon { credits on } }
      household { address residents { name } }
      mayTake(storeId: $storeId) { granted remaining until productClass { code }
        refusedBy { kind value } } } } } }`;

const find = async (by: object, actor?: Actor, storeId = shop.storeId) =>
  await ask(FIND, { storeId, by }, actor);
const names = ({ data }: Answer) =>
  data.tillCustomers.edges.map((edge: { node: { name: string } }) => edge.node.name);
const refusal = ({ errors }: Answer) => {
  const cause = errors?.[0]?.originalError;
  const { code, path } = cause instanceof RefusedQuery ? cause.refusal : (cause as Refusal);
  return [code, ...(path ?? [])].join(' ');
};

const issue = (residentId: string, at: CommunityWorld = shop.home): Promise<ResidentCardRow> =>
  run(shop, at.cadre.actor, (work) => issueCard(work, { residentId }));

test('a card brings who it is, what they have and what they may still take', async () => {
  const who = residentOf(shop, 0);
  await fillWallet(shop, who.id, 30);
  await prioritise(shop, who.id, day(-10));
  await exchange(shop, basketOf(shop, who, rice, 2));
  const { code } = await issue(who.globalId);
  const found = await find({ cardCode: cardCodeInGroups(code).toLowerCase() });
  expect(found.errors).toBeUndefined();
  const { edges, pageInfo } = found.data.tillCustomers;
  expect(pageInfo.hasNextPage).toBe(false);
  expect(edges).toHaveLength(1);
  expect(edges[0].node).toMatchObject({
    id: who.globalId,
    card: { endedAt: null },
    priorityGroups: [{ priorityGroup: 'LOW_INCOME' }],
    wallet: { balance: 26, frozen: false, expiringSoon: null },
    household: { residents: expect.arrayContaining([{ name: who.name }]) },
    mayTake: [
      { granted: 6, remaining: 4, productClass: { code: 'grain' }, refusedBy: null },
      { granted: 3, remaining: 3, productClass: { code: 'wine' }, refusedBy: null },
    ],
  });
});

test('a telephone number’s end, a name’s and an address’s beginning find', async () => {
  expect(names(await find({ phoneTail: '0007' }))).toEqual(['Tang 7']);
  expect(names(await find({ phoneTail: '139 0412-0007' }))).toEqual(['Tang 7']);
  expect(names(await find({ name: 'Tang 29' }))).toEqual(['Tang 29']);
  expect(names(await find({ address: 'Tower 05' }))).toEqual(['Tang 4', 'Tang the younger 4']);
  expect(names(await find({ address: 'ower' }))).toEqual([]);
});

test('pages of an address go through everybody once', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const variables = { storeId: shop.storeId, by: { address: 'Tower' }, first: 7, after };
    const page: Answer = await ask(FIND, variables);
    seen.push(...names(page));
    const { pageInfo } = page.data.tillCustomers;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

test('rules that stand against somebody are told, and no birthday', async () => {
  const rule = (more: object) =>
    run(shop, shop.home.cadre.actor, (work) =>
      setTillRule(work, {
        ...{ communityId: shop.home.place.globalId, productClass: 'wine' },
        ...(more as { kind: 'minimum_age' }),
      }),
    );
  await rule({ kind: 'minimum_age', value: 18 });
  const refused = async (address: string, n: number) =>
    (await find({ address })).data.tillCustomers.edges[n].node.mayTake.map(
      ({ refusedBy }: { refusedBy: unknown }) => refusedBy,
    );
  expect(await refused('Tower 01', 0)).toEqual([null, null]);
  expect(await refused('Tower 01', 1)).toEqual([null, { kind: 'MINIMUM_AGE', value: 18 }]);
  const born = await ask(`query ($id: ID!) { node(id: $id) { ... on Resident { birthDate } } }`, {
    id: residentOf(shop, 0).globalId,
  });
  expect(refusal(born)).toBe('FORBIDDEN');
  // Whose birthday nobody knows is not let off.
  await shop.dataSource.query(`update resident set birth_date = null where name = 'Tang 1'`);
  expect(await refused('Tower 02', 0)).toEqual([null, { kind: 'MINIMUM_AGE', value: 18 }]);
  await rule({ kind: 'blackout', value: 1 });
  expect(await refused('Tower 01', 0)).toEqual([null, { kind: 'BLACKOUT', value: 1 }]);
  await rule({ kind: 'blackout' });
  await rule({ kind: 'minimum_age' });
});

test('forty residents take as many statements as four', async () => {
  for (const { id, globalId } of shop.home.households.flatMap(({ residents }) => residents)) {
    await fillWallet(shop, id, 5);
    await issue(globalId);
  }
  const listed = async (first: number) => {
    const { result, statements } = await countQueries(shop.dataSource, () =>
      ask(FIND, { storeId: shop.storeId, by: { address: 'Tower' }, first }),
    );
    expect(result.errors).toBeUndefined();
    expect(result.data.tillCustomers.edges).toHaveLength(first);
    return statements.length;
  };
  const [four, forty] = [await listed(4), await listed(40)];
  expect(forty).toBeLessThanOrEqual(four + JOINED);
  expect(forty).toBeLessThanOrEqual(24);
});

test('what finds nobody is told apart', async () => {
  const { other } = shop.world;
  const theirs = await issue(other.households[0]!.residents[1]!.globalId, other);
  const lost = await issue(residentOf(shop, 1).globalId);
  await run(shop, shop.home.clerk.actor, (work) =>
    endCard(work, {
      cardId: toGlobalId('ResidentCard', shop.home.id, lost.id),
      because: 'lost',
    }),
  );
  const slip = `${lost.code.slice(0, 17)}${lost.code.endsWith('7') ? '8' : '7'}`;
  const cases: [object, string][] = [
    [{ cardCode: '6901234500011' }, 'CODE_UNREADABLE by cardCode'],
    [{ cardCode: slip }, 'CODE_UNREADABLE by cardCode'],
    [{ cardCode: theirs.code }, 'CARD_UNKNOWN by cardCode'],
    [{ cardCode: lost.code }, 'CARD_ENDED by cardCode'],
    [{ phoneTail: '07' }, 'SEARCH_SHORT by phoneTail'],
    [{ name: ' ' }, 'TEXT_LENGTH by name'],
    [{ address: 'x'.repeat(101) }, 'TEXT_LENGTH by address'],
    [{}, 'SEARCH_ONE_WAY by'],
    [{ name: 'Tang', phoneTail: '0007' }, 'SEARCH_ONE_WAY by'],
  ];
  for (const [by, code] of cases) expect(refusal(await find(by))).toBe(code);
  const unknown = toGlobalId('Store', shop.home.id, shop.home.id);
  expect(refusal(await find({ name: 'T' }, undefined, unknown))).toBe('ID_UNKNOWN storeId');
  const late = { storeId: shop.storeId, by: { name: 'T' }, first: 101 };
  expect(refusal(await ask(FIND, late))).toBe('PAGE_SIZE first');
});

test('only who serves at the store finds anybody there', async () => {
  const { home, world } = shop;
  const theirs = await openShop(shop.dataSource, world, world.other, 'OT1');
  for (const { actor } of [home.cadre, world.officer, home.leader, world.other.clerk])
    expect(refusal(await find({ name: 'T' }, actor))).toBe('FORBIDDEN');
  expect(refusal(await find({ name: 'T' }, STRANGER))).toBe('UNAUTHENTICATED');
  expect(refusal(await find({ name: 'T' }, home.clerk.actor, theirs.storeId))).toBe('FORBIDDEN');
  expect(names(await find({ name: 'Tang 3' }, home.storekeeper.actor))).toEqual(['Tang 3']);
});

test('the code is for whom it concerns', async () => {
  const { leader, cadre, clerk, storekeeper } = shop.home;
  const card = await issue(leader.resident.globalId);
  const query = `query ($id: ID!) { node(id: $id) { ... on Resident {
    card { code paper } cards { edges { node { code issuedBy { name } } } } } } }`;
  const code = cardCodeInGroups(card.code);
  for (const { actor } of [leader, cadre, storekeeper]) {
    const { data } = await ask(query, { id: leader.resident.globalId }, actor);
    expect(data.node.card).toEqual({
      code,
      paper: `/cards/${toGlobalId('ResidentCard', card.communityId, card.id)}.html`,
    });
    expect(data.node.cards.edges[0].node.code).toBe(code);
  }
  const { data } = await ask(query, { id: leader.resident.globalId }, clerk.actor);
  expect(data.node.card).toEqual({ code: null, paper: null });
});
