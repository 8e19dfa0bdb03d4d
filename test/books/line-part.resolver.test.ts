import { randomUUID } from 'node:crypto';
import { draft, record, reverse, type Recorded } from '../../src/bookkeeping/record';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { openScheme } from '../../src/credits/open-scheme';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { entriesById } from '../../src/ledger/entry.reader';
import { earn, schemeInput } from '../credits/stage';
import { fen, fund, newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { ask, type Answer } from './ask';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
}, 60_000);
afterAll(() => database.drop());

type Pool = PoolRow & { globalId: string };
const pool = (): Promise<Pool> => newPool(database.dataSource, world.home);

const how = () => ({ request: ownRequest(randomUUID()), occurredAt: new Date() });

async function award(to: Pool, minor: bigint): Promise<string> {
  const facts = { poolId: to.id, grantId: randomUUID(), amount: fen(minor) };
  const [recorded] = await inUnitOfWork(database.dataSource, SYSTEM, (work) =>
    record(work, to.communityId, draft(GRANTS.grantAwarded, facts, how())),
  );
  return recorded!.entryId;
}

function takeBack(from: Pool, entryId: string): Promise<Recorded> {
  return inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
    const [entry] = await entriesById(work.db, from.communityId, [entryId]);
    return reverse(work, entry!, { ...how(), reason: 'A slip' });
  });
}

const PARTS = `{ pageInfo { hasNextPage endCursor }
  edges { node { amount entry { rule says reversalOf { rule } } } } }`;
const STATEMENT = `query ($id: ID!, $lines: Int!, $first: Int!, $after: String) {
  node(id: $id) { ... on Pool { statement(first: $lines) { edges { node { rule change remaining
    usedBy(first: $first, after: $after) ${PARTS}
    cameFrom(first: $first, after: $after) ${PARTS} } } } } } }`;

interface Lines {
  readonly lines?: number;
  readonly first?: number;
  readonly after?: string;
}

/** The pool's lines, oldest first. */
async function linesOf({ globalId }: Pool, { lines = 100, first = 20, after }: Lines = {}) {
  const asked = { id: globalId, lines, first, after };
  const { data, codes } = await ask(database, world.auditor.actor, STATEMENT, asked);
  const edges: { node: Answer }[] = data.node.statement?.edges ?? [];
  return { codes, lines: edges.map(({ node }) => node).reverse() };
}

const told = (page: Answer) =>
  page && page.edges.map(({ node }: Answer) => [node.amount, node.entry.rule]);

test('a gift is followed to its uses, a use to its gifts, and what remains is told', async () => {
  const one = await pool();
  await fund(database.dataSource, one, 10_000n);
  await fund(database.dataSource, one, 5_000n);
  await award(one, 12_000n);
  await award(one, 1_000n);
  const { lines, codes } = await linesOf(one);
  expect(codes).toEqual([]);
  const [first, second, large, small] = lines;
  expect([first.remaining, second.remaining]).toEqual(['0.00', '20.00']);
  expect(told(first.usedBy)).toEqual([['100.00', 'grantAwarded']]);
  expect(told(second.usedBy)).toEqual([
    ['20.00', 'grantAwarded'],
    ['10.00', 'grantAwarded'],
  ]);
  expect(told(large.cameFrom)).toEqual([
    ['100.00', 'surplusRemitted'],
    ['20.00', 'surplusRemitted'],
  ]);
  expect(told(small.cameFrom)).toEqual([['10.00', 'surplusRemitted']]);
  for (const gift of [first, second]) expect(gift.cameFrom).toBeNull();
  for (const use of [large, small])
    expect([use.usedBy, use.remaining, use.change[0]]).toEqual([null, null, '-']);
});

test('a reversal stands among the parts as what it is', async () => {
  const one = await pool();
  await fund(database.dataSource, one, 3_000n);
  const entryId = await award(one, 2_000n);
  await takeBack(one, entryId);
  await award(one, 2_500n);
  const { lines } = await linesOf(one);
  const [gift, use, givenBack, again] = lines;
  // What is taken back is not the gift's again: it comes in anew, behind what was there.
  expect(told(gift.usedBy)).toEqual([
    ['20.00', 'grantAwarded'],
    ['10.00', 'grantAwarded'],
  ]);
  expect(told(use.cameFrom)).toEqual([['20.00', 'surplusRemitted']]);
  expect([givenBack.rule, givenBack.remaining]).toEqual(['reversal', '5.00']);
  expect(told(givenBack.usedBy)).toEqual([['15.00', 'grantAwarded']]);
  expect(told(again.cameFrom)).toEqual([
    ['10.00', 'surplusRemitted'],
    ['15.00', 'reversal'],
  ]);
  expect(again.cameFrom.edges[1].node.entry.reversalOf).toEqual({ rule: 'grantAwarded' });
});

test('parts go on page by page, and a cursor that is none is refused', async () => {
  const one = await pool();
  await fund(database.dataSource, one, 10_000n);
  for (let n = 1n; n <= 7n; n += 1n) await award(one, 100n * n);
  const amounts: string[] = [];
  for (let after: string | undefined; ;) {
    const { lines } = await linesOf(one, { first: 3, after });
    const { edges, pageInfo } = lines[0].usedBy;
    amounts.push(...edges.map(({ node }: Answer) => node.amount));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(amounts).toEqual(['1.00', '2.00', '3.00', '4.00', '5.00', '6.00', '7.00']);
  const junk = Buffer.from('["x"]').toString('base64url');
  expect((await linesOf(one, { after: junk })).codes).toContain('CURSOR_UNREADABLE');
  expect((await linesOf(one, { first: 101 })).codes).toContain('PAGE_SIZE');
});

test('twenty lines are followed in as many statements as two', async () => {
  const one = await pool();
  for (let n = 0; n < 10; n += 1) {
    await fund(database.dataSource, one, 1_000n);
    await award(one, 700n);
  }
  const read = (lines: number) => countQueries(database.dataSource, () => linesOf(one, { lines }));
  const [few, all] = [await read(2), await read(20)];
  expect(all.result.lines).toHaveLength(20);
  expect(all.result.lines[0].usedBy.edges).toHaveLength(2);
  expect(all.result.lines[19].cameFrom.edges).toHaveLength(1);
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(all.statements.filter((text) => text.includes('ledger_parts'))).toHaveLength(1);
  expect(all.statements.length).toBeLessThanOrEqual(8);
});

test('from leg to leg money is followed through an entry; only by readers of the books', async () => {
  const one = await pool();
  await fund(database.dataSource, one, 1_000n);
  const entryId = await award(one, 400n);
  const source = `query ($id: ID!) { node(id: $id) { ... on Entry { legs { account { title }
    remaining usedBy { edges { node { amount } } } cameFrom ${PARTS} } } } }`;
  const id = toGlobalId('Entry', one.communityId, entryId);
  const { data, codes } = await ask(database, world.officer.actor, source, { id });
  expect(codes).toEqual([]);
  const [taken, promised] = data.node.legs;
  expect([taken.remaining, taken.usedBy, told(taken.cameFrom)]).toEqual([
    ...[null, null],
    [['4.00', 'surplusRemitted']],
  ]);
  expect([promised.remaining, promised.usedBy.edges, promised.cameFrom]).toEqual([
    ...['4.00', []],
    null,
  ]);
  // The committee may see entries, and not how the pools' money went.
  const cadre = await ask(database, world.home.cadre.actor, source, { id });
  expect(cadre.data.node.legs[0]).toMatchObject({ usedBy: null, cameFrom: null, remaining: null });
  expect(new Set(cadre.codes)).toEqual(new Set(['FORBIDDEN']));
  expect(cadre.codes).toHaveLength(6);
  expect((await ask(database, STRANGER, source, { id })).codes).toEqual(
    expect.arrayContaining(['UNAUTHENTICATED']),
  );
});

test('what has no limit came from nowhere: it is not followed', async () => {
  const { officer, home } = world;
  const scheme = await inUnitOfWork(database.dataSource, officer.actor, (work) =>
    openScheme(work, schemeInput(home.place)),
  );
  await earn(database.dataSource, scheme, home.leader.resident, 5);
  const [{ id: entryId }] = await database.dataSource.query(
    `select entry_id as id from ledger_leg where asset_id = $1 limit 1`,
    [scheme.asset.id],
  );
  const source = `query ($id: ID!) { node(id: $id) { ... on Entry { legs { account { title }
    remaining usedBy { edges { node { amount } } } cameFrom { edges { node { amount } } } } } } }`;
  const id = toGlobalId('Entry', home.id, entryId);
  const { data } = await ask(database, officer.actor, source, { id });
  const leg = (title: string) =>
    data.node.legs.find((each: Answer) => each.account.title === title);
  expect(leg('Credits issued')).toMatchObject({ remaining: null, usedBy: null, cameFrom: null });
  expect(leg('Wallet')).toMatchObject({ remaining: '5', usedBy: { edges: [] }, cameFrom: null });
});
