import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource } from '../../ormconfig';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { Refusal } from '../../src/kernel/refusal';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { MOST_WAITING } from '../../src/ledger/lane';
import { drainLanes } from '../../src/ledger/lanes';
import type { AccountRef } from '../../src/ledger/account-ref';
import type { Outcome } from '../../src/ledger/batch';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';

/** What the lane adds to posting: who waits together goes together, and nobody else's fault. */

const CNY = currency('CNY');
const books: string = randomUUID();

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
});
afterAll(async () => {
  await drainLanes(database.dataSource);
  await database.drop();
});

const till: AccountRef = {
  ...{ kind: 'till', holderId: books, about: '' },
  ...{ normalSide: 1, floored: true },
};
const giver = (name: string): AccountRef => ({
  ...{ kind: 'giver', holderId: books, about: name },
  ...{ normalSide: -1, floored: false },
});

function gift(minor: bigint, more: Partial<Draft> = {}, from = 'someone'): Draft {
  const legs = [
    { account: till, asset: CNY, minor },
    { account: giver(from), asset: CNY, minor: -minor },
  ];
  const draft = { rule: 'test', facts: {}, occurredAt: new Date(), reversalOf: null, legs };
  return { ...draft, request: ownRequest(randomUUID()), ...more };
}

const posting = async (draft: Draft, into = books): Promise<Outcome> => {
  const outcomes = await inUnitOfWork(database.dataSource, SYSTEM, (work) =>
    post(work, into, [draft]),
  );
  return outcomes[0]!;
};

const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

const balance = async (): Promise<number> => {
  const [row]: { n: string }[] = await database.dataSource.query(
    `select coalesce(sum(debits - credits), 0) as n from ledger_account
     where community_id = $1 and kind = 'till'`,
    [books],
  );
  return Number(row!.n);
};

/** How often PostgreSQL was asked to post meanwhile. */
async function calls<T>(work: () => Promise<T>) {
  const { result, statements } = await countQueries(database.dataSource, work);
  expect(statements.filter((sql) => /begin|commit/i.test(sql))).toEqual([]);
  const ways = statements.flatMap((sql) => /post_(?:batch|walked)/.exec(sql) ?? []);
  return { result, ways, posts: ways.length };
}

test('a lone posting goes at once, in one statement', async () => {
  await posting(gift(1n));
  const { ways } = await calls(() => posting(gift(1n)));
  expect(ways).toEqual(['post_batch']);
});

test('what waits together goes together, in two halves', async () => {
  const { result, posts } = await calls(() => Promise.all(many(200, () => posting(gift(1n)))));
  expect(result.every(({ outcome }) => outcome === 'posted')).toBe(true);
  expect(posts).toBe(2);
});

test('each is accepted or refused by itself', async () => {
  const before = await balance();
  const outcomes = await Promise.all(
    many(40, (i) => posting(i === 20 ? gift(-1_000_000n) : gift(1n, {}, `giver ${i}`))),
  );
  expect(outcomes.filter(({ outcome }) => outcome === 'posted')).toHaveLength(39);
  expect(outcomes[20]).toMatchObject({ outcome: 'below_limit', available: expect.any(BigInt) });
  expect(await balance()).toBe(before + 39);
});

test('what PostgreSQL cannot hold fails alone, and takes nobody with it', async () => {
  const before = await balance();
  const poison = gift(1n, { facts: { says: 'no\u0000where' } });
  const told = await Promise.allSettled(many(30, (i) => posting(i === 7 ? poison : gift(1n))));
  expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(told[7]).toMatchObject({ status: 'rejected', reason: { code: '22P05' } });
  expect(await balance()).toBe(before + 29);
});

test('a key that is asked for twice in one batch, and another body under it, each get their word', async () => {
  const twice = gift(5n);
  const other = { ...gift(5n), request: { ...twice.request, fingerprint: Buffer.alloc(16) } };
  const outcomes = await Promise.all([twice, twice, other].map((each) => posting(each)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['posted', 'repeated', 'key_reused']);
});

test('a key that this process has posted is known without asking PostgreSQL, until the session is lost', async () => {
  const once = gift(5n);
  const other = { ...gift(5n), request: { ...once.request, fingerprint: Buffer.alloc(16) } };
  const first = await posting(once);
  const known = await calls(async () => [await posting(once), await posting(other)]);
  expect(known.posts).toBe(0);
  expect(known.result).toEqual([{ ...first, outcome: 'repeated' }, { outcome: 'key_reused' }]);
  await endLanes();
  await pause(50);
  const asked = await calls(async () => [await posting(once), await posting(other)]);
  expect(asked.posts).toBeGreaterThan(0);
  expect(asked.result).toEqual(known.result);
});

test('a key that another process has posted is recognised, and the rest of its batch is posted', async () => {
  const source = await createDataSource(database.url).initialize();
  const once = gift(5n);
  await inUnitOfWork(source, SYSTEM, (work) => post(work, books, [once]));
  await source.destroy();
  const before = await balance();
  const { result, ways } = await calls(() =>
    Promise.all([once, gift(1n), gift(1n)].map((each) => posting(each))),
  );
  expect(result.map(({ outcome }) => outcome)).toEqual(['repeated', 'posted', 'posted']);
  expect(ways.at(-1)).toBe('post_walked');
  expect(await balance()).toBe(before + 2);
  // Where one repeat came from elsewhere, more may come: they are looked for at once.
  expect((await calls(() => posting(gift(1n)))).ways).toEqual(['post_walked']);
});

test('more than may wait is refused with a hint when to come again, and the rest is posted', async () => {
  const before = await balance();
  const told = await Promise.allSettled(many(MOST_WAITING + 50, () => posting(gift(1n))));
  const refused = told.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toHaveLength(50);
  for (const each of refused as unknown[]) {
    expect(each).toBeInstanceOf(Refusal);
    expect(each).toMatchObject({ code: 'BOOKS_BUSY' });
    expect((each as Refusal).facts.retryAfterMs).toBeGreaterThan(0);
  }
  expect(await balance()).toBe(before + MOST_WAITING);
});

test('quiet books that share a lane with hot ones do not wait until those have had their fill', async () => {
  // Fewer than the batches of the hot ones, however large those are; the end of its id says where
  // a set of books is posted.
  const quiet = many(2, () => randomUUID().slice(0, -4) + books.slice(-4));
  const hot = Promise.all(many(MOST_WAITING - 4, () => posting(gift(1n))));
  let done = false;
  void hot.then(() => (done = true));
  await Promise.all(quiet.map((each) => posting(gift(1n), each)));
  expect(done).toBe(false);
  await hot;
});

async function endLanes(): Promise<void> {
  await database.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'linli lane' and datname = current_database()`,
  );
}

test('a session that is killed under it loses nothing and doubles nothing', async () => {
  const before = await balance();
  const told = Promise.all(many(600, () => posting(gift(1n))));
  for (let kills = 0; kills < 3; kills += 1) {
    await pause(5);
    await endLanes();
  }
  const outcomes = await told;
  expect(outcomes.every(({ outcome }) => outcome === 'posted')).toBe(true);
  expect(await balance()).toBe(before + 600);
});

test('draining answers everything that was handed in, and only then closes', async () => {
  const source = await createDataSource(database.url).initialize();
  const told = Promise.all(
    many(300, () => inUnitOfWork(source, SYSTEM, (work) => post(work, books, [gift(1n)]))),
  );
  // The lanes have them once the event loop has turned.
  await pause(0);
  await drainLanes(source);
  await expect(Promise.race([told, pause(0, 'late')])).resolves.toHaveLength(300);
  const left: unknown[] = await source.query(
    `select 1 from pg_stat_activity where application_name = 'linli lane'
     and datname = current_database() and state <> 'idle'`,
  );
  expect(left).toEqual([]);
  await source.destroy();
});

test('a source that is destroyed leaves no connection behind, and what it was handed is posted', async () => {
  const source = await createDataSource(database.url).initialize();
  const key = ownRequest(randomUUID());
  const told = inUnitOfWork(source, SYSTEM, (work) =>
    post(work, books, [gift(1n, { request: key })]),
  );
  await pause(0);
  await source.destroy();
  expect(await told).toMatchObject([{ outcome: 'posted' }]);
  expect(await posting(gift(1n, { request: key }))).toMatchObject({ outcome: 'repeated' });
  const left: { n: number }[] = await database.dataSource.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'linli lane'`,
  );
  // The lane of this test's own source is the only one.
  expect(left[0]!.n).toBe(1);
});

test('many ask for one key at once: one statement settles all of them, and a refusal each by itself', async () => {
  const [right, wrong] = [gift(5n), gift(-1_000_000n)];
  const other = { ...gift(5n), request: { ...right.request, fingerprint: Buffer.alloc(16) } };
  const { result, posts } = await calls(() =>
    Promise.all([...many(40, () => posting(right)), posting(other)]),
  );
  const said = result.map(({ outcome }) => outcome);
  expect(said).toEqual(['posted', ...many(39, () => 'repeated'), 'key_reused']);
  expect(posts).toBe(1);
  const refused = await calls(() => Promise.all(many(40, () => posting(wrong))));
  expect(refused.result.map(({ outcome }) => outcome)).toEqual(many(40, () => 'below_limit'));
  expect(refused.posts).toBeLessThanOrEqual(4);
});
