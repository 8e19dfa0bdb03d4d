import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { account, type AccountKind } from '../../src/bookkeeping/chart';
import { BOOKS_CHECKS } from '../../src/books/books.checks';
import { rolling } from '../../src/books/rolling';
import { SYSTEM } from '../../src/kernel/actor';
import { monthOf } from '../../src/kernel/calendar';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { accountId } from '../../src/ledger/account-ref';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { TOGETHER } from '../../src/ledger/rollup';
import { seal } from '../../src/ledger/seal';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

const CNY = currency('CNY');
const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York'] as const;

let database: FreshDatabase;
let other: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  // Another process with a pool of its own.
  other = await createDataSource(database.url).initialize();
});
afterAll(async () => {
  await other.destroy();
  await database.drop();
});

/** Moments about the turn of a month, in one zone or another. */
const moments = fc.constantFrom(
  ...['2026-03-31T15:59:59.999Z', '2026-03-31T16:00:00.000Z', '2026-03-31T23:59:59.999Z'],
  ...['2026-04-01T00:00:00.000Z', '2026-04-01T04:00:00.000Z', '2026-04-30T15:59:00.000Z'],
);
const acts = fc.record({
  rule: fc.constantFrom('giving', 'taking'),
  at: moments,
  from: fc.constantFrom<AccountKind>('bank', 'creditsIssued', 'goodsGiven'),
  to: fc.constantFrom<AccountKind>('poolAvailable', 'wallet', 'creditsRedeemed'),
  holder: fc.integer({ min: 0, max: 2 }),
  minor: fc.integer({ min: 1, max: 500 }),
});
const steps = fc.oneof(
  { weight: 4, arbitrary: fc.record({ posts: fc.array(acts, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ seals: fc.integer({ min: 1, max: 2 }) }) },
);
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** A place that keeps books of its own in a zone. */
async function newBooks(zone: string): Promise<{ id: string; holders: string[]; zone: string }> {
  const id = randomUUID();
  await database.dataSource.query(
    `insert into place (id, kind, name, lineage, keeps_books, time_zone)
     values ($1, 'community', 'Yongle', array[$1::uuid], true, $2)`,
    [id, zone],
  );
  return { id, holders: [randomUUID(), randomUUID(), randomUUID()], zone };
}
type Books = Awaited<ReturnType<typeof newBooks>>;

function toDraft({ rule, at, from, to, holder, minor }: Act, { holders }: Books): Draft {
  const leg = (kind: AccountKind, change: number) => ({
    ...{ account: account(kind, holders[holder]!), asset: CNY, minor: BigInt(change) },
  });
  return {
    ...{ rule, request: ownRequest(randomUUID()), facts: {}, reversalOf: null },
    occurredAt: new Date(at),
    legs: [leg(from, minor), leg(to, -minor)],
  };
}

const posting = (books: Books, drawn: readonly Act[]) =>
  inUnitOfWork(database.dataSource, SYSTEM, (work) =>
    post(
      work,
      books.id,
      drawn.map((act) => toDraft({ ...act }, books)),
    ),
  );

const sealing = (processes: number) =>
  Promise.all(
    [database.dataSource, other].slice(0, processes).map((source) => seal(source, rolling(source))),
  );

type Sums = Record<string, [legs: number, debits: number, credits: number]>;

/** What the acts add up to, by month, rule and account, as plainly as it can be said. */
function expected(books: Books, posted: readonly Act[]): Sums {
  const sums: Sums = {};
  const add = (act: Act, kind: AccountKind, change: number) => {
    const own = accountId(books.id, account(kind, books.holders[act.holder]!), CNY.id);
    const on = kind === 'wallet' ? TOGETHER : own;
    const month = monthOf(new Date(act.at), books.zone);
    const sum = (sums[`${month} ${act.rule} ${kind} ${on}`] ??= [0, 0, 0]);
    sum[0] += 1;
    sum[change > 0 ? 1 : 2] += Math.abs(change);
  };
  for (const act of posted) {
    add(act, act.from, act.minor);
    add(act, act.to, -act.minor);
  }
  return sums;
}

async function told({ id }: Books): Promise<Sums> {
  const rows: { key: string; legs: string; debits: string; credits: string }[] =
    await database.dataSource.query(
      `select concat_ws(' ', to_char(month, 'YYYY-MM'), rule, kind, account_id) as key,
         legs, debits, credits from ledger_rollup where community_id = $1`,
      [id],
    );
  return Object.fromEntries(
    rows.map((row) => [row.key, [Number(row.legs), Number(row.debits), Number(row.credits)]]),
  );
}

const wrong = async () =>
  (await runChecks(database.dataSource, [...LEDGER_CHECKS, ...BOOKS_CHECKS])).map(
    ({ check }) => check,
  );

test('whenever it is sealed, and by how many, each entry is rolled up once, in its month', async () => {
  let both = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...ZONES),
      async (drawn, zone) => {
        const books = await newBooks(zone);
        const posted: Act[] = [];
        for (const step of drawn)
          if ('posts' in step) {
            await posting(books, step.posts);
            posted.push(...step.posts);
          } else {
            await sealing(step.seals);
            if (step.seals === 2) both += 1;
            expect(await told(books)).toEqual(expected(books, posted));
          }
        await sealing(2);
        expect(await told(books)).toEqual(expected(books, posted));
      },
    ),
    { numRuns: 25 },
  );
  expect(both).toBeGreaterThan(0);
  expect(await wrong()).toEqual([]);
}, 120_000);

test('what is posted while two seal is in one block, and rolled up with it', async () => {
  const books = await newBooks(ZONES[0]);
  const act: Act = {
    ...{ rule: 'giving', at: '2026-03-31T16:00:00.000Z', from: 'bank', to: 'poolAvailable' },
    ...{ holder: 0, minor: 3 },
  };
  const posted: Act[] = [];
  const busy = Array.from({ length: 30 }, async () => {
    await posting(books, [act]);
    posted.push(act);
  });
  await Promise.all([...busy, sealing(2), sealing(2), sealing(2)]);
  await sealing(1);
  expect(posted).toHaveLength(30);
  expect(await told(books)).toEqual(expected(books, posted));
  expect(await wrong()).toEqual([]);
}, 60_000);

test.each([
  ['a sum', 'update ledger_rollup set debits = debits + 1, credits = credits + 1'],
  ['a count', 'update ledger_rollup set legs = legs + 1'],
  ['a month', `update ledger_rollup set month = '2020-01-01'`],
  ['a row that is gone', 'delete from ledger_rollup'],
  [
    'a row too many',
    `insert into ledger_rollup select community_id, '2020-01-01', rule, kind,
     asset_id, account_id, legs, debits, credits from ledger_rollup`,
  ],
])('the check finds %s that is not so', async (_what, tamper) => {
  const books = await newBooks(ZONES[0]);
  const act = { rule: 'giving' as const, at: '2026-03-31T16:00:00.000Z', holder: 0, minor: 3 };
  await posting(books, [{ ...act, from: 'bank', to: 'poolAvailable' }]);
  await sealing(1);
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const where = `where community_id = '${books.id}' and kind = 'bank'`;
    await runner.query(`${tamper} ${where}`);
    const [check] = BOOKS_CHECKS;
    const found: { community_id: string }[] = await runner.query(check!.sql);
    expect(found.map((row) => row.community_id)).toContain(books.id);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
  expect(await wrong()).toEqual([]);
});

test('books that cannot be sealed do not keep others waiting, and are tried again', async () => {
  const books = await Promise.all(Array.from({ length: 5 }, () => newBooks('UTC')));
  const [act] = fc.sample(acts, { numRuns: 1, seed: 1 });
  // Those with the most entries come first.
  for (const [n, each] of books.entries()) await posting(each, n < 3 ? [act!, act!, act!] : [act!]);
  const bad = books.slice(0, 3).map(({ id }) => id);
  const breaks = `select 1 / case when $1::uuid = any ($5::uuid[]) then 0 else 1 end
    where $2::text is not null and $3::text is not null and $4::text is not null`;
  const broken = { ...rolling(database.dataSource), keeps: [{ sql: breaks, values: [bad] }] };
  await expect(seal(database.dataSource, broken)).rejects.toThrow('division by zero');
  const sealed = async () => {
    const rows: { id: string }[] = await database.dataSource.query(
      'select community_id as id from ledger_block where community_id = any ($1)',
      [books.map(({ id }) => id)],
    );
    return new Set(rows.map(({ id }) => id));
  };
  expect(await sealed()).toEqual(new Set(books.slice(3).map(({ id }) => id)));
  await seal(database.dataSource, rolling(database.dataSource));
  expect((await sealed()).size).toBe(5);
});
