import { accountId } from '../../src/ledger/account-ref';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { CNY, fund, newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { ask, type Answer } from './ask';

let database: FreshDatabase;
let world: World;
/** The account of a pool that got 10, 20 and 30 yuan, and one of its foundation's bank. */
let accounts: { pool: string; bank: string };
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  const pool = await newPool(database.dataSource, world.home);
  for (const minor of [1000n, 2000n, 3000n]) await fund(database.dataSource, pool, minor);
  const id = (kind: 'poolAvailable' | 'bank', holder: string) =>
    toGlobalId(
      'Account',
      pool.communityId,
      accountId(pool.communityId, account(kind, holder), CNY.id),
    );
  accounts = { pool: id('poolAvailable', pool.id), bank: id('bank', world.home.foundation.id) };
}, 60_000);
afterAll(() => database.drop());

const LINES = `query ($id: ID!) { node(id: $id) { ... on Account {
  statement { edges { node { balance entry { recordedAt } } } } } } }`;
const AS_OF = `query ($id: ID!, $moment: DateTime!) { node(id: $id) { ... on Account {
  balance balanceAsOf(moment: $moment) } } }`;

const read = (actor: Actor, source: string, variables: Record<string, unknown>) =>
  ask(database, actor, source, variables);

test('as of each line’s moment, an account holds what its statement says', async () => {
  const { actor } = world.auditor;
  for (const id of Object.values(accounts)) {
    const { data } = await read(actor, LINES, { id });
    const edges: { node: Answer }[] = data.node.statement.edges;
    expect(edges.map(({ node }) => node.balance)).toEqual(['60.00', '30.00', '10.00']);
    for (const { node } of edges) {
      const moment = node.entry.recordedAt.toISOString();
      const then = await read(actor, AS_OF, { id, moment });
      expect(then.data.node).toEqual({ balance: '60.00', balanceAsOf: node.balance });
    }
    const before = await read(actor, AS_OF, { id, moment: '2026-01-01T00:00:00+08:00' });
    expect(before.data.node.balanceAsOf).toBe('0.00');
  }
});

test('many accounts at many moments are one statement', async () => {
  const field = (n: number) => `at${n}: balanceAsOf(moment: "20${20 + n}-01-01T00:00:00Z")`;
  const source = (count: number) => `query ($pool: ID!, $bank: ID!) {
    pool: node(id: $pool) { ...A } bank: node(id: $bank) { ...A } }
    fragment A on Account { ${Array.from({ length: count }, (_, n) => field(n)).join(' ')} }`;
  const asked = (count: number) => () => read(world.auditor.actor, source(count), accounts);
  const few = await countQueries(database.dataSource, asked(1));
  const all = await countQueries(database.dataSource, asked(20));
  expect(all.result.codes).toEqual([]);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(all.statements.filter((text) => text.includes('ledger_as_of'))).toHaveLength(1);
  for (const { at5, at19 } of [all.result.data.pool, all.result.data.bank])
    expect([at5, at19]).toEqual(['0.00', '60.00']);
});

test('whoever may not see the balance may not see what it was', async () => {
  const moment = new Date().toISOString();
  const source = `query ($id: ID!, $moment: DateTime!) { node(id: $id) { ... on Entry {
    legs { account { title balanceAsOf(moment: $moment) } } } } }`;
  const [{ id: entryId, community_id: communityId }] = await database.dataSource.query(
    `select id, community_id from ledger_entry where rule = 'surplusRemitted' limit 1`,
  );
  const id = toGlobalId('Entry', communityId, entryId);
  const cadre = await read(world.home.cadre.actor, source, { id, moment });
  expect(new Set(cadre.codes)).toEqual(new Set(['FORBIDDEN']));
  expect((await read(STRANGER, AS_OF, { id: accounts.pool, moment })).data.node).toBeNull();
  const reader = await read(world.home.treasurer.actor, AS_OF, { id: accounts.pool, moment });
  expect(reader.data.node.balanceAsOf).toBe('60.00');
});
