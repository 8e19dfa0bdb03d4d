import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { fingerprint } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { accountsById } from '../../src/ledger/account.reader';
import { drainLanes } from '../../src/ledger/lanes';
import { accountId, type AccountRef } from '../../src/ledger/account-ref';
import type { Outcome } from '../../src/ledger/batch';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { seal } from '../../src/ledger/seal';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { ModelLedger, type ModelAccount, type ModelEntry } from './ledger-model';

/** Few accounts and few keys, so that entries meet. */
const ACCOUNTS: readonly ModelAccount[] = [
  { normalSide: 1, floored: true },
  { normalSide: 1, floored: false },
  { normalSide: -1, floored: true },
  { normalSide: -1, floored: true },
  { normalSide: -1, floored: false },
  { normalSide: 1, floored: true },
];
const ASSETS = [currency('CNY'), currency('USD')] as const;
/** The first four accounts hold one asset, the others another. */
const assetOf = (account: number) => ASSETS[account < 4 ? 0 : 1];

let database: FreshDatabase;
/** Another source on the same database has lanes of its own, as another process has. */
let elsewhere: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  elsewhere = await createDataSource(database.url).initialize();
});
afterAll(async () => {
  await Promise.all([drainLanes(elsewhere), drainLanes(database.dataSource)]);
  await elsewhere.destroy();
  await seal(database.dataSource);
  // Whatever the runs left behind, all of it keeps every law of the ledger.
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
  await database.drop();
});

const minors = fc.bigInt({ min: 1n, max: 12n });

/** One to three moves between accounts of one asset: two to six legs that add up to zero. */
const moves = fc.array(
  fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), minors),
    fc.tuple(fc.integer({ min: 4, max: 5 }), fc.integer({ min: 4, max: 5 }), minors),
  ),
  { minLength: 1, maxLength: 3 },
);

const entries = fc.record({
  key: fc.integer({ min: 0, max: 30 }).map((n) => `key ${n}`),
  body: fc.constantFrom('one', 'one', 'one', 'another'),
  reverses: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
  moves,
});
type Drawn = typeof entries extends fc.Arbitrary<infer T> ? T : never;

/** Batches of one to five entries each, every one for itself or all or none. */
const batches = fc.array(
  fc.record({
    drawn: fc.array(entries, { minLength: 1, maxLength: 5 }),
    together: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);

/** Entries that are posted before a run, so that something can be reversed. */
const ORIGINALS: readonly ModelEntry[] = [1n, 2n, 3n, 5n, 8n].map((minor, i) => ({
  key: `original ${i}`,
  body: 'one',
  reversalOf: null,
  legs: [
    { account: 1, minor },
    { account: 2, minor: -minor },
  ],
}));

const sign = (minor: bigint) => (minor < 0n ? -1n : 1n);

const idOf = (outcome: Outcome | undefined) =>
  outcome && 'entryId' in outcome ? outcome.entryId : '';

/** A set of books of its own for each run. */
interface Books {
  readonly id: string;
  readonly originals: readonly string[];
}

async function newBooks(): Promise<Books> {
  const id = randomUUID();
  const outcomes = await posting({ id, originals: [] }, ORIGINALS);
  return { id, originals: outcomes.map(idOf) };
}

function toEntry({ key, body, reverses, moves: drawn }: Drawn, books: Books): ModelEntry {
  if (reverses !== null) {
    const mirror = ORIGINALS[reverses]!.legs.map((leg) => ({ ...leg, minor: -leg.minor }));
    return { key, body, reversalOf: books.originals[reverses]!, legs: mirror };
  }
  const legs = drawn.flatMap(([from, to, minor]) => [
    { account: to, minor },
    { account: from, minor: -minor },
  ]);
  return { key, body, reversalOf: null, legs };
}

function accountRef(books: Books, at: number): AccountRef {
  return { kind: `kind ${at}`, holderId: books.id, about: '', ...ACCOUNTS[at]! };
}

function toDraft({ key, body, reversalOf, legs }: ModelEntry, books: Books): Draft {
  return {
    rule: 'law',
    request: { key, fingerprint: fingerprint('law', body) },
    facts: { body },
    occurredAt: new Date(),
    reversalOf,
    legs: legs.map(({ account, minor }) => ({
      account: accountRef(books, account),
      asset: assetOf(account),
      minor,
    })),
  };
}

/** The ways into the ledger: a process's lane, another process's, and inside a transaction. */
const WAYS = ['lane', 'other lane', 'transaction'] as const;
type Way = (typeof WAYS)[number];

const posting = (
  books: Books,
  batch: readonly ModelEntry[],
  { way = 'lane', together = false }: { way?: Way; together?: boolean } = {},
): Promise<Outcome[]> =>
  inUnitOfWork(way === 'other lane' ? elsewhere : database.dataSource, SYSTEM, async (work) => {
    if (way === 'transaction') await work.begin();
    const drafts = batch.map((entry) => toDraft(entry, books));
    return await post(work, books.id, drafts, { together });
  });

interface Stored {
  readonly debits: bigint[];
  readonly balances: bigint[];
  readonly legs: number[];
}

async function stored(books: Books): Promise<Stored> {
  const ids = ACCOUNTS.map((_, at) => accountId(books.id, accountRef(books, at), assetOf(at).id));
  const found = await accountsById(database.dataSource.manager, books.id, ids);
  const legs: { account_id: string; n: number; debits: string }[] = await database.dataSource.query(
    `select account_id, count(*)::int as n, max(debits) as debits from ledger_leg
     where community_id = $1 group by account_id`,
    [books.id],
  );
  const at = ids.map((id) => found.find((account) => account.id === id));
  return {
    debits: at.map((account) => account?.debits ?? 0n),
    balances: at.map((account) => (account ? account.debits - account.credits : 0n)),
    legs: ids.map((id) => legs.find((row) => row.account_id === id)?.n ?? 0),
  };
}

const entryCount = async (books: Books): Promise<number> => {
  const rows: { n: number }[] = await database.dataSource.query(
    'select count(*)::int as n from ledger_entry where community_id = $1',
    [books.id],
  );
  return rows[0]?.n ?? 0;
};

/** The checks of `npm run verify`, on one set of books. */
async function broken(books: Books): Promise<string[]> {
  const own = LEDGER_CHECKS.map((check) => ({
    ...check,
    sql: `select * from (${check.sql}) everywhere where community_id = '${books.id}'`,
  }));
  return (await runChecks(database.dataSource, own)).map(({ check }) => check);
}

/** How often each outcome came up: a law that never meets a case says nothing about it. */
const met = new Map<string, number>();
const note = ({ outcome }: Outcome) => met.set(outcome, (met.get(outcome) ?? 0) + 1);

test('one after the other, the ledger decides as its model does, entry by entry', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (drawn) => {
      const books = await newBooks();
      const model = new ModelLedger(ACCOUNTS);
      let posted = ORIGINALS.filter((entry) => model.post(entry) === 'posted').length;
      for (const [i, batch] of drawn.entries()) {
        const asked = batch.drawn.map((each) => toEntry(each, books));
        const { together } = batch;
        const expected = together
          ? model.postTogether(asked)
          : asked.map((entry) => model.post(entry));
        const outcomes = await posting(books, asked, { way: WAYS[i % WAYS.length]!, together });
        outcomes.forEach(note);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(expected);
        posted += expected.filter((each) => each === 'posted').length;
      }
      const { balances, legs } = await stored(books);
      expect({ balances, legs }).toEqual({ balances: model.balances, legs: model.legs });
      expect(await entryCount(books)).toBe(posted);
      expect(await broken(books)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('many at once, every law holds and what was refused left no trace', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (drawn) => {
      const books = await newBooks();
      const asked = drawn.map((batch) => batch.drawn.map((each) => toEntry(each, books)));
      const outcomes = await Promise.all(
        asked.map((batch, i) =>
          posting(books, batch, { way: WAYS[i % WAYS.length]!, together: drawn[i]!.together }),
        ),
      );
      const pairs = asked.flatMap((batch, b) =>
        batch.map((entry, i) => ({ entry, outcome: outcomes[b]![i]!, batch: b })),
      );
      await leavesOnlyWhatWasPosted(books, pairs);
      for (const pair of pairs) expectReason(pair, pairs);
      expect(await broken(books)).toEqual([]);
    }),
    // What happens at once does not happen again the same way: shrinking would only take time.
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);

type Pair = { readonly entry: ModelEntry; readonly outcome: Outcome; readonly batch: number };

/** Balances, legs and entries are those of the posted entries, in whatever order they came. */
async function leavesOnlyWhatWasPosted(books: Books, pairs: readonly Pair[]): Promise<void> {
  const before = ORIGINALS.map((entry) => ({ entry }));
  const posted = [...before, ...pairs.filter(({ outcome }) => outcome.outcome === 'posted')];
  const balances = ACCOUNTS.map(() => 0n);
  const legs = ACCOUNTS.map(() => 0);
  for (const { entry } of posted)
    for (const { account, minor } of entry.legs) {
      balances[account] = balances[account]! + minor;
      legs[account] = legs[account]! + 1;
    }
  expect(await stored(books)).toMatchObject({ balances, legs });
  expect(await entryCount(books)).toBe(posted.length);
  const keys = posted.map(({ entry }) => entry.key);
  expect(new Set(keys).size).toBe(keys.length);
  const reversed = posted.flatMap(({ entry }) => entry.reversalOf ?? []);
  expect(new Set(reversed).size).toBe(reversed.length);
}

/** Whoever was told of another entry, was told the truth: it stands, or was withdrawn with this. */
function expectReason({ entry, outcome, batch }: Pair, pairs: readonly Pair[]): void {
  const withdrawn = ({ outcome: other, batch: its }: Pair) =>
    other.outcome === 'withdrawn' && its === batch;
  const others = pairs.filter((each) => each.outcome.outcome === 'posted' || withdrawn(each));
  const winners = others.filter((each) => each.entry.key === entry.key);
  if (outcome.outcome === 'repeated')
    expect(winners.map(({ outcome: won }) => idOf(won))).toContain(outcome.entryId);
  if (outcome.outcome === 'repeated')
    expect(winners.every(({ entry: won }) => won.body === entry.body)).toBe(true);
  if (outcome.outcome === 'key_reused')
    expect(winners.some(({ entry: won }) => won.body !== entry.body)).toBe(true);
  if (outcome.outcome === 'reversed_before')
    expect(others.some((each) => each.entry.reversalOf === entry.reversalOf)).toBe(true);
}

test('the runs met every outcome', () => {
  const often = (outcome: Outcome['outcome']) => met.get(outcome) ?? 0;
  const kinds = [
    ...(['posted', 'repeated', 'withdrawn'] as const),
    ...(['key_reused', 'reversed_before', 'below_limit'] as const),
  ];
  for (const kind of kinds) expect([kind, often(kind) > 5]).toEqual([kind, true]);
});

test('entries of one batch meet each other as they meet what is stored', async () => {
  const books = await newBooks();
  const [first, second] = ORIGINALS.map(({ legs }, i) => ({
    key: `mirror ${i}`,
    body: 'one',
    reversalOf: books.originals[0]!,
    legs: legs.map((leg) => ({ ...leg, minor: -ORIGINALS[0]!.legs[0]!.minor * sign(leg.minor) })),
  }));
  const outcomes = await posting(books, [
    first!,
    first!,
    { ...first!, body: 'another' },
    second!,
    { ...second!, key: 'free', reversalOf: null },
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'posted',
    'repeated',
    'key_reused',
    'reversed_before',
    'posted',
  ]);
  expect(outcomes[1]).toMatchObject({ entryId: idOf(outcomes[0]) });
  expect(await broken(books)).toEqual([]);
});

test('one key for two acts on other accounts at once: one is posted, the other hears why', async () => {
  const books = await newBooks();
  const on = (one: number, other: number): ModelEntry => ({
    key: 'mine',
    body: `${one}`,
    reversalOf: null,
    legs: [
      { account: one, minor: 5n },
      { account: other, minor: -5n },
    ],
  });
  // No account is shared, so no lock makes one wait for the other: only the key does.
  for (let round = 0; round < 10; round += 1) {
    const pair = [on(1, 2), on(5, 4)].map((entry) => ({ ...entry, key: `round ${round}` }));
    const outcomes = await Promise.all(pair.map((entry) => posting(books, [entry])));
    expect(outcomes.map(([each]) => each!.outcome).sort()).toEqual(['key_reused', 'posted']);
  }
});

test('two sets of books never meet', async () => {
  const [one, other] = [await newBooks(), await newBooks()];
  const entry: ModelEntry = {
    key: 'shared',
    body: 'one',
    reversalOf: null,
    legs: [
      { account: 1, minor: 5n },
      { account: 2, minor: -5n },
    ],
  };
  const outcomes = await Promise.all([posting(one, [entry]), posting(other, [entry])]);
  expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  expect((await stored(one)).balances).toEqual((await stored(other)).balances);
});

test('the same request sent fifty times at once is posted once, and all hear of that entry', async () => {
  const books = await newBooks();
  const entry: ModelEntry = {
    key: 'again and again',
    body: 'one',
    reversalOf: null,
    legs: [
      { account: 1, minor: 5n },
      { account: 2, minor: -5n },
    ],
  };
  const outcomes = (
    await Promise.all(Array.from({ length: 50 }, () => posting(books, [entry])))
  ).flat();
  expect(outcomes.filter(({ outcome }) => outcome === 'posted')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(49);
  expect(new Set(outcomes.map((each) => 'entryId' in each && each.entryId)).size).toBe(1);
  expect(await entryCount(books)).toBe(ORIGINALS.length + 1);
});
