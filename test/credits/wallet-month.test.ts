import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import type { Language } from '../../src/api/say';
import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { expireCredits } from '../../src/credits/expire-credits';
import { openScheme } from '../../src/credits/open-scheme';
import { setTransferRule } from '../../src/credits/set-transfer-rule';
import { transferCredits } from '../../src/credits/transfer-credits';
import { WALLET_RULES } from '../../src/credits/wallet-move';
import type { Actor } from '../../src/kernel/actor';
import { startOf, type Day } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type SomeResident, type World } from '../support/world';
import { earn, runner, schemeInput, spend } from './stage';

const schema = createSchema();
const at = (day: Day) => startOf(day, 'Asia/Shanghai');

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
let one: SomeResident;
let two: SomeResident;

/** What was just recorded is moved to the moment at which it is to have been. */
async function date(moment: Date): Promise<void> {
  for (const table of ['ledger_entry', 'ledger_leg'])
    await database.dataSource.query(`update ${table} set recorded_at = $1 where recorded_at > $2`, [
      moment,
      '2022-01-01',
    ]);
}

beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  const run = runner(dataSource);
  world = await newWorld(dataSource);
  [one, two] = world.home.households[1]!.residents as [SomeResident, SomeResident];
  scheme = await run(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place, { expiryMonths: 6 })),
  );
  const schemeId = toGlobalId('CreditScheme', null, scheme.id);
  await run(
    world.officer.actor,
    (work) => setTransferRule(work, { schemeId, fromMonth: '2016-01', monthlyLimit: 50 }),
    at('2015-12-01'),
  );
  // Only here may a line be as old as the test wants it.
  await dataSource.query('alter table ledger_leg disable trigger ledger_leg_stays');
  await dataSource.query('alter table ledger_entry disable trigger ledger_entry_stays');
  const act = async (moment: Date, doing: () => Promise<unknown>) => {
    await doing();
    await date(moment);
  };
  const handOn = (from: SomeResident, to: SomeResident, credits: number, now: Date) =>
    run(
      world.home.cadre.actor,
      (work) =>
        transferCredits(work, {
          ...{ fromResidentId: from.globalId, toResidentId: to.globalId, credits },
          idempotencyKey: `hand-on-${credits}`,
        }),
      now,
    );
  // The last moment of a month in Anshan, and the first of the next one.
  await act(new Date('2016-01-31T15:59:59.999Z'), () => earn(dataSource, scheme, one, 7));
  await act(at('2016-02-01'), () => earn(dataSource, scheme, one, 20));
  await act(at('2016-02-10'), () => spend(dataSource, scheme, one, 4));
  await act(at('2016-02-11'), () => handOn(one, two, 6, at('2016-02-11')));
  await act(at('2016-02-12'), () => handOn(two, one, 2, at('2016-02-12')));
  await act(at('2016-08-01'), () => expireCredits(dataSource, at('2016-08-01')));
}, 60_000);
afterAll(() => database.drop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Answer = any;

async function ask(
  actor: Actor,
  source: string,
  variableValues: Record<string, unknown> = {},
  language: Language = 'en',
) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const now = at('2016-08-02');
  const contextValue = new Context(database.dataSource, actor, language, session, now);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data: data as Answer, codes: (errors ?? []).map(({ message }) => message) };
}

const MONTH = `month opening closing moved { by label credits }
  lines(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { by label credits balance } } }`;
const ONE = `query ($id: ID!, $month: String!, $first: Int!, $after: String) {
  node(id: $id) { ... on Resident { wallet { month(month: $month) { ${MONTH} } } } } }`;

async function monthOf(
  who: SomeResident,
  month: string,
  more: { language?: Language; after?: string; first?: number; actor?: Actor } = {},
) {
  const { language = 'en', after = null, first = 10, actor = world.home.cadre.actor } = more;
  const { data, codes } = await ask(
    actor,
    ONE,
    { id: who.globalId, month, first, after },
    language,
  );
  return { codes, month: data?.node?.wallet?.month as Answer };
}

const movedOf = (month: Answer) =>
  Object.fromEntries(month.moved.map(({ by, credits }: Answer) => [by, credits]));

test('a month opens with what the last one closed with, and all that moved it adds up', async () => {
  const january = (await monthOf(one, '2016-01')).month;
  expect(january).toMatchObject({ opening: 0, closing: 7 });
  expect(movedOf(january)).toEqual({ SERVICE: 7 });
  const february = (await monthOf(one, '2016-02')).month;
  expect(february).toMatchObject({ opening: 7, closing: 19 });
  expect(movedOf(february)).toEqual({ SERVICE: 20, SPENT: -4, HANDED_ON: -6, RECEIVED: 2 });
  const quiet = (await monthOf(one, '2016-03')).month;
  expect(quiet).toMatchObject({ opening: 19, closing: 19, moved: [] });
  expect(quiet.lines.edges).toEqual([]);
  const august = (await monthOf(one, '2016-08')).month;
  expect(august).toMatchObject({ opening: 19, closing: 0 });
  expect(movedOf(august)).toEqual({ EXPIRED: -19 });
  const before = (await monthOf(one, '2015-12')).month;
  expect(before).toMatchObject({ opening: 0, closing: 0, moved: [] });
  const none = (await monthOf(world.home.households[3]!.residents[0]!, '2016-02')).month;
  expect(none).toMatchObject({ opening: 0, closing: 0, moved: [] });
});

test('its lines come page by page, the oldest first, and in the reader’s language', async () => {
  const first = (await monthOf(one, '2016-02', { first: 3 })).month.lines;
  const after = first.pageInfo.endCursor as string;
  const rest = (await monthOf(one, '2016-02', { first: 3, after })).month.lines;
  const lines = [...first.edges, ...rest.edges].map(({ node }: Answer) => node);
  expect(lines.map(({ credits, balance }: Answer) => [credits, balance])).toEqual([
    [20, 27],
    [-4, 23],
    [-6, 17],
    [2, 19],
  ]);
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  const chinese = (await monthOf(one, '2016-02', { language: 'zh-CN' })).month;
  expect(chinese.moved.map(({ label }: Answer) => label)).toEqual([
    '志愿服务所得',
    '同户转入',
    '同户转出',
    '兑换物品',
  ]);
  expect(chinese.lines.edges[0].node.label).toBe('志愿服务所得');
});

test('whom the wallet’s policy names reads it; anything but a month is refused', async () => {
  const { members, clerk } = world.home;
  expect((await monthOf(one, '2016-02', { actor: members[0].actor })).codes).toEqual([]);
  expect((await monthOf(one, '2016-02', { actor: clerk.actor })).codes).toEqual([]);
  for (const actor of [members[1].actor, world.outsider.actor, world.other.cadre.actor])
    expect((await monthOf(one, '2016-02', { actor })).month).toBeUndefined();
  for (const month of ['2016-13', '2016', '', '2016-02-01'])
    expect((await monthOf(one, month)).codes).toHaveLength(1);
});

test('months of many wallets in as many statements as of two', async () => {
  const list = `query ($first: Int!, $communityId: ID!) { residents(communityId: $communityId,
    first: $first) { edges { node { wallet { month(month: "2016-02") { opening closing
      moved { by credits } lines(first: 3) { edges { node { credits } } } } } } } } }`;
  const communityId = world.home.place.globalId;
  const reading = (first: number) => () =>
    ask(world.home.cadre.actor, list, { first, communityId });
  const few = await countQueries(database.dataSource, reading(2));
  const all = await countQueries(database.dataSource, reading(15));
  expect(all.result.codes).toEqual([]);
  expect(all.result.data.residents.edges).toHaveLength(15);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});

test('every rule that moves a wallet has its place in a month', () => {
  const moving = CHAPTERS.flatMap(({ rules }) => Object.values(rules))
    .filter(({ post, example }) => post(example).some(({ account }) => account.kind === 'wallet'))
    .map(({ name }) => name);
  expect(Object.keys(WALLET_RULES).sort()).toEqual([...moving, 'reversal'].sort());
});
