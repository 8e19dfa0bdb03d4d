import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { totalsAsOf } from '../../src/ledger/as-of.reader';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { live, pagesTouched, type History } from './history';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  // Only here may a leg be as old as the test wants it.
  await database.dataSource.query('alter table ledger_leg disable trigger ledger_leg_stays');
});
afterAll(() => database.drop());

/** A history with the moment of each leg, in microseconds since 1970. */
interface Dated extends History {
  readonly at: readonly bigint[];
}

const START = BigInt(Date.UTC(2026, 0, 1)) * 1000n;

const toSql = (microseconds: bigint) => {
  const second = new Date(Number(microseconds / 1000n)).toISOString().slice(0, 19);
  return `${second}.${(microseconds % 1_000_000n).toString().padStart(6, '0')}Z`;
};

/** A life in which each leg is recorded so many microseconds after the one before. */
async function dated(changes: readonly bigint[], gaps: readonly bigint[]): Promise<Dated> {
  const history = await live(
    database.dataSource,
    -1,
    changes.map((each) => [each]),
  );
  let now = START;
  const at = changes.map((_, i) => (now += gaps[i % gaps.length] ?? 0n));
  await database.dataSource.query(
    `update ledger_leg set recorded_at = made.at
     from unnest($3::bigint[], $4::timestamptz[]) made (seq, at)
     where community_id = $1 and account_id = $2 and ledger_leg.seq = made.seq`,
    [history.communityId, history.accountId, at.map((_, i) => i + 1), at.map(toSql)],
  );
  // When it was opened says only where to look first; what is found must not depend on it.
  await database.dataSource.query(
    `update ledger_account set opened_at = $3 where community_id = $1 and id = $2`,
    [history.communityId, history.accountId, toSql(changes.length % 3 ? START : now)],
  );
  return { ...history, at };
}

/** What the account held, leg by leg: everything recorded in that millisecond or before. */
function summed({ legs, at }: Dated, moment: Date) {
  const until = legs.filter((_, i) => at[i]! / 1000n <= BigInt(moment.getTime()));
  const sum = (side: 1n | -1n) =>
    until.reduce((all, { amount }) => all + (amount * side > 0n ? amount * side : 0n), 0n);
  return { debits: sum(1n), credits: sum(-1n) };
}

const ask = async (history: History, moments: readonly Date[]) => {
  const asked = moments.map((moment) => ({ accountId: history.accountId, moment }));
  const found = await totalsAsOf(database.dataSource.manager, history.communityId, asked);
  return found.map(({ debits, credits }) => ({ debits, credits }));
};

/** Around a moment of the books: its millisecond, the one before and the one after. */
const around = (microseconds: bigint) =>
  [-1n, 0n, 1n].map((step) => new Date(Number(microseconds / 1000n + step)));

/** Changes of a limited account: what would take it below zero is brought instead. */
function possible(wanted: readonly bigint[]): bigint[] {
  let balance = 0n;
  return wanted.map((each) => {
    const change = balance + each < 0n ? -each : each;
    balance += change;
    return change;
  });
}

const MS = 1000n;
const DAY = 86_400_000n * MS;
const lives = fc.record({
  changes: fc
    .oneof(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 150, maxLength: 900 }),
    )
    .map((drawn) => possible(drawn.map((each) => BigInt(each || 5)))),
  gaps: fc.array(
    fc.oneof(
      fc.constantFrom(0n, 1n, MS - 1n, MS, DAY, 400n * DAY),
      fc.bigInt({ min: 0n, max: DAY }),
    ),
    { minLength: 1, maxLength: 60 },
  ),
  picked: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
});

test('as of any moment, an account held the sum of what was recorded by then', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ changes, gaps, picked }) => {
      const history = await dated(changes, gaps);
      const [first, last] = [history.at[0]!, history.at.at(-1)!];
      const moments = [
        ...[0, 8_000_000_000_000].map((time) => new Date(time)),
        ...[first, last, ...picked.map((n) => history.at[n % changes.length]!)].flatMap(around),
        ...picked.map((n) => new Date(Number(first / MS) + (n % Number((last - first) / MS + 1n)))),
      ];
      const expected = moments.map((moment) => summed(history, moment));
      expect(await ask(history, moments)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('in the millisecond of a leg it is there, in the one before it is not', async () => {
  const history = await dated([7n, -2n], [5n * MS + 999n, 10n * MS]);
  const moment = (ms: number) => new Date(Number(START / MS) + ms);
  const totals = await ask(history, [4, 5, 14, 15, 99].map(moment));
  expect(totals).toEqual([
    { debits: 0n, credits: 0n },
    { debits: 0n, credits: 7n },
    { debits: 0n, credits: 7n },
    { debits: 2n, credits: 7n },
    { debits: 2n, credits: 7n },
  ]);
});

test('several accounts at several moments are one answer, each in its place', async () => {
  const history = await dated([3n, 4n], [DAY]);
  const { communityId } = history;
  const moment = new Date(Number((START + DAY) / MS));
  const absent = randomUUID();
  const asked = [absent, history.accountId, absent].map((accountId) => ({ accountId, moment }));
  const found = await totalsAsOf(database.dataSource.manager, communityId, asked);
  expect(found.map(({ accountId, credits }) => [accountId, credits])).toEqual([
    [absent, 0n],
    [history.accountId, 3n],
    [absent, 0n],
  ]);
  // Another set of books holds nothing of it, and years that PostgreSQL cannot read are read.
  const elsewhere = await totalsAsOf(database.dataSource.manager, absent, asked);
  expect(elsewhere.map(({ credits }) => credits)).toEqual([0n, 0n, 0n]);
  const far = [new Date('0000-01-01T00:00:00Z'), new Date(8.64e15)];
  expect((await ask(history, far)).map(({ credits }) => credits)).toEqual([0n, 7n]);
});

test('a long history costs a handful of pages more than a short one, however time went', async () => {
  const statement = 'select * from public.ledger_as_of($1, $2, $3)';
  const changes = Array.from({ length: 4000 }, () => 1n);
  for (const gaps of [[DAY], [...Array.from({ length: 1999 }, () => 1n), 900n * DAY]]) {
    const { communityId, accountId, at } = await dated(changes, gaps);
    for (const n of [0, 1, 1234, 2001, 3998]) {
      const values = [communityId, [accountId], [toSql(at[n]!)]];
      // The first time in a session, PostgreSQL reads its own catalogue as well.
      await pagesTouched(database.dataSource, statement, values);
      const pages = await pagesTouched(database.dataSource, statement, values);
      expect(pages).toBeLessThan(180);
    }
  }
}, 60_000);
