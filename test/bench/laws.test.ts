import { Client } from 'pg';
import { brokenLaws } from '../../bench/database/laws';
import { agreed, askPostingSessions } from '../../bench/database/sessions';
import { MANY_LEGS } from '../../bench/naive/many-legs.sql';
import { ACCOUNT_OF_NUMBER, openAccounts } from '../../bench/naive/accounts';
import { runPool } from '../../bench/naive/pool';
import { hotScript, spreadScript, tillScript } from '../../bench/naive/scripts';
import { TWO_LEGS } from '../../bench/naive/two-legs.sql';
import { exampleExchange, NEW, openings } from '../../bench/posting/drafts';
import { SHAPE } from '../../bench/posting/shape';
import { record } from '../../src/bookkeeping/record';
import { SYSTEM } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import type { Draft } from '../../src/ledger/draft';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
let admin: Client;
const books = newId();
const naiveBooks = newId();
let posted = 0;

const post = (...drafts: Draft[]) =>
  inUnitOfWork(database.dataSource, SYSTEM, (work) => record(work, books, ...drafts));

beforeAll(async () => {
  database = await freshDatabase();
  admin = new Client({ connectionString: database.superuserUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  for (const kind of ['hot', 'spread', 'till'] as const) {
    const drafts = [...openings(kind), ...Array.from({ length: 20 }, NEW[kind])];
    for (let first = 0; first < drafts.length; first += 200)
      await post(...drafts.slice(first, first + 200));
    posted += drafts.length;
  }
}, 60_000);
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const acknowledged = (entries: number) => [{ books, rule: null, entries }];
const broken = (entries = posted) => brokenLaws(database.url, [books], acknowledged(entries));

test('what was posted holds', async () => {
  expect(await broken()).toEqual([]);
});

test('our drafts have the legs and the facts that the figures speak of', () => {
  const bytes = ({ facts }: Draft) => Buffer.byteLength(JSON.stringify(facts));
  for (const kind of ['hot', 'spread'] as const) {
    const drafts = Array.from({ length: 50 }, NEW[kind]);
    expect(new Set(drafts.map(({ legs }) => legs.length))).toEqual(new Set([2]));
    for (const draft of drafts) expect(Math.abs(bytes(draft) - SHAPE.factBytes)).toBeLessThan(5);
  }
  expect(NEW.till().legs).toHaveLength(8);
});

/** Each breaks one law, as the superuser with the triggers asleep, and is put back. */
const TAMPERINGS = [
  ['an amount', 'update ledger_leg set amount = amount * 2', 'adds up to zero'],
  ['a total of an account', 'update ledger_account set debits = debits + 1', 'sum of its legs'],
  ['a running total', 'update ledger_leg set credits = credits + 1', 'no gap'],
  ['a sequence', 'update ledger_leg set seq = seq + 1000000', 'no gap'],
  ['a leg that is gone', 'delete from ledger_leg', 'two legs or more'],
  ['an entry that is gone', 'delete from ledger_entry', 'Every leg stands in an entry'],
] as const;

const ONE: Readonly<Record<string, string>> = {
  ledger_leg: `(community_id, account_id, seq) in (select community_id, account_id, seq
    from ledger_leg where community_id = '${books}' order by account_id, seq desc limit 1)`,
  ledger_account: `(community_id, id) in (select community_id, id from ledger_account
    where community_id = '${books}' and seq > 0 limit 1)`,
  ledger_entry: `(community_id, id) in (select community_id, id from ledger_entry
    where community_id = '${books}' limit 1)`,
};

test.each(TAMPERINGS)('%s voids a run', async (_what, statement, says) => {
  const table = /ledger_\w+/.exec(statement)?.[0] ?? '';
  await admin.query(`create table kept as select * from ${table}`);
  try {
    await admin.query(`${statement} where ${ONE[table]}`);
    expect((await broken()).join()).toContain(says);
  } finally {
    await admin.query(`delete from ${table}`);
    await admin.query(`insert into ${table} select * from kept`);
    await admin.query('drop table kept');
  }
  expect(await broken()).toEqual([]);
});

test('an acknowledged entry that is not there voids a run, and so does one too many', async () => {
  expect((await broken(posted + 1)).join()).toContain('were acknowledged');
  expect((await broken(posted - 1)).join()).toContain('were acknowledged');
});

test('a key that stands twice voids a run', async () => {
  await admin.query('alter table ledger_entry drop constraint ledger_entry_key');
  try {
    await admin.query(`update ledger_entry set key = 'twice' where community_id = '${books}'
      and id in (select id from ledger_entry where community_id = '${books}' limit 2)`);
    expect((await broken()).join()).toContain('Every key stands once');
  } finally {
    await admin.query(`update ledger_entry set key = id::text where community_id = '${books}'
      and key = 'twice'`);
    await admin.query(
      'alter table ledger_entry add constraint ledger_entry_key unique (community_id, key)',
    );
  }
});

test('the naive arms keep the same laws, repeats included', async () => {
  await admin.query('create schema bench');
  await admin.query('grant usage on schema bench to public');
  for (const statement of [ACCOUNT_OF_NUMBER, TWO_LEGS, MANY_LEGS, ...openAccounts(naiveBooks)])
    await admin.query(statement);
  const [{ many }] = await database.dataSource.query(
    'select count(*)::integer as many from ledger_entry where community_id = $1',
    [naiveBooks],
  );
  let entries = Number(many);
  for (const script of [hotScript, spreadScript, tillScript]) {
    const made = script(naiveBooks, exampleExchange());
    entries += (await runPool(database.url, { ...made, repeats: 2 }, 4, 0.3)).done;
  }
  const stored = [{ books: naiveBooks, rule: null, entries }];
  expect(entries).toBeGreaterThan(Number(many));
  expect(await brokenLaws(database.url, [naiveBooks], stored)).toEqual([]);
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
}, 60_000);

test('a posting session is asked itself what it waits for', async () => {
  const settings = await askPostingSessions(database.superuserUrl, async () => {
    await post(NEW.hot());
    await inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
      await work.begin();
      await work.db.query('set local synchronous_commit = off');
      await record(work, books, NEW.hot());
    });
  });
  expect(agreed(settings, 'synchronous_commit')).toContain('off');
  const [left] = await database.dataSource.query(
    `select count(*)::integer as many from pg_trigger where tgname = 'bench_looks'`,
  );
  expect(left).toEqual({ many: 0 });
});
