import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { toDecimal } from '../../../src/kernel/amount';
import { addDays, dayOf } from '../../../src/kernel/calendar';
import { isUuid } from '../../../src/kernel/id';
import { chartLine } from '../../../src/bookkeeping/chart';
import { beancount } from '../../../src/books/plain-text/beancount';
import { hledger } from '../../../src/books/plain-text/hledger';
import type { Dialect } from '../../../src/books/plain-text/dialect';
import { writeBooks } from '../../../src/books/plain-text/write-books';
import { namesInTheOpen } from '../../../src/disclosure/open-names.reader';
import type { FreshDatabase } from '../../support/database';
import { demoDatabase } from '../../support/demo';

const HLEDGER = '/usr/bin/hledger';
const BEAN_CHECK = '/usr/bin/bean-check';

/** A test that asks a program of Debian's, or says why it does not. */
function withProgram(program: string): typeof test {
  if (existsSync(program)) return test;
  process.stderr.write(`${program} is not installed: what it would check is skipped.\n`);
  return test.skip as typeof test;
}

const ZONE = 'Asia/Shanghai';
const today = dayOf(new Date(), ZONE);

let database: FreshDatabase;
let folder: string;
let books: { id: string; name: string }[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linli-books-'));
  database = await demoDatabase();
  await backdateHalf(database.superuserUrl);
  books = await database.dataSource.query(
    `select id, name from place where id in (select community_id from ledger_entry)`,
  );
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** The demo is recorded in seconds: what came first is put back, as if it had taken ten days. */
async function backdateHalf(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  const half = await client.query<{ at: string }>(
    `select percentile_disc(0.5) within group (order by recorded_at)::text at from ledger_entry`,
  );
  for (const table of ['ledger_entry', 'ledger_leg'])
    await client.query(
      `update ${table} set recorded_at = recorded_at - interval '10 days'
       where recorded_at <= $1::timestamptz`,
      [half.rows[0]?.at],
    );
  await client.end();
}

type Span = { from?: string; until?: string };

async function written(dialect: Dialect, { id, name }: (typeof books)[0], span: Span = {}) {
  const { from = null, until = null } = span;
  const wanted = { communityId: id, title: name, zone: ZONE, from, until };
  let text = '';
  for await (const piece of writeBooks(database.dataSource, dialect, wanted, namesInTheOpen))
    text += piece;
  return text;
}

function run(program: string, text: string, before: string[], after: string[]): string {
  const file = path.join(folder, 'books');
  writeFileSync(file, text);
  return execFileSync(program, [...before, file, ...after], {
    env: { ...process.env, LANG: 'C.UTF-8' },
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 1 << 28,
  });
}

const askHledger = (text: string, ...args: string[]) => run(HLEDGER, text, ['-f'], args);

/** Each account's commodities and balances as hledger adds them up, without empty ones. */
function balancesOf(text: string): string[] {
  const args = ['balance', '--flat', '--no-total', '--layout=bare', '-O', 'csv'];
  const rows = askHledger(text, ...args)
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => row.slice(1, -1).replaceAll('","', ' ')).sort();
}

interface Held {
  kind: string;
  holder: string;
  scale: number;
  code: string;
  held: string;
}

/** What our ledger holds, and where hledger should have it; summed by kind and asset. */
async function heldByKind(communityId: string): Promise<Map<string, string>> {
  const rows: Held[] = await database.dataSource.query(
    `select account.kind, right(holder_id::text, 12) holder, asset.scale, asset.code,
       sum(debits - credits)::text held
     from ledger_account account join asset on asset.id = account.asset_id
     where community_id = $1 group by 1, 2, 3, 4 having sum(debits - credits) <> 0`,
    [communityId],
  );
  return new Map(
    rows.map(({ kind, holder, scale, code, held }) => {
      const asset = { id: '', code, kind: 'goods', scale } as const;
      const title = chartLine(kind).title;
      return [`${title} ${holder} ${code}`, toDecimal({ asset, minor: BigInt(held) })];
    }),
  );
}

withProgram(HLEDGER)(
  'hledger finds the books in order, and its balances are ours',
  async () => {
    expect(books.length).toBeGreaterThan(1);
    for (const each of books) {
      const text = await written(hledger, each);
      askHledger(text, 'check', '--strict');
      const theirs = new Map<string, bigint>();
      for (const row of balancesOf(text)) {
        const [, title, holder, code, figure] =
          /^([^:]+):(?:[^:]* )?([0-9a-f]{12})(?::.*?)? (\S+) (-?[\d.]+)$/.exec(row) ?? [row];
        const key = `${title} ${holder} ${code}`;
        const minor = BigInt((figure ?? '').replace('.', ''));
        theirs.set(key, (theirs.get(key) ?? 0n) + minor);
      }
      const ours = await heldByKind(each.id);
      expect(new Map([...theirs].filter(([, minor]) => minor !== 0n))).toEqual(
        new Map([...ours].map(([key, figure]) => [key, BigInt(figure.replace('.', ''))])),
      );
    }
  },
  60_000,
);

withProgram(HLEDGER)('hledger notices a fen that is missing', async () => {
  const text = await written(hledger, books[0]!);
  const wrong = text.replace(/^( {4}.*\.\d)(\d)( CNY)$/m, (_, before, fen, after) =>
    [before, (Number(fen) + 1) % 10, after].join(''),
  );
  expect(wrong).not.toBe(text);
  expect(() => askHledger(wrong, 'check')).toThrow(/could not balance/);
  const off = text.replace(/= (-?[1-9]\d*)\.\d\d CNY/, '= $1.999 CNY');
  expect(off).not.toBe(text);
  expect(() => askHledger(off, 'check')).toThrow(/assertion/);
});

withProgram(HLEDGER)(
  'a stretch begins with what was held and ends with what is held',
  async () => {
    const divided: number[] = [];
    for (const each of books) {
      const whole = balancesOf(await written(hledger, each));
      // Everything the demo tells was recorded before tomorrow, so all of it is brought forward …
      const later = await written(hledger, each, { from: addDays(today, 2) });
      askHledger(later, 'check', '--strict');
      expect(later).toContain('Opening balances');
      expect(balancesOf(later)).toEqual(whole);
      // … and a stretch that ended before the books began has nothing.
      const before = await written(hledger, each, { until: '2001-01-01' });
      askHledger(before, 'check', '--strict');
      expect(balancesOf(before)).toEqual([]);
      const middle = addDays(today, -5);
      const early = await written(hledger, each, { until: middle });
      askHledger(early, 'check', '--strict');
      const late = await written(hledger, each, { from: middle });
      askHledger(late, 'check', '--strict');
      const counts = [early, late].map((text) => text.match(/; recorded:/g)?.length ?? 0);
      divided.push(Math.min(...counts));
      expect(balancesOf(late)).toEqual(whole);
    }
    expect(Math.max(...divided)).toBeGreaterThan(10);
  },
  60_000,
);

withProgram(BEAN_CHECK)(
  'beancount finds the books in order',
  async () => {
    for (const each of books) {
      const text = await written(beancount, each);
      expect(text).toMatch(/^\d{4}-\d\d-\d\d balance \S+ {2}-?[\d.]+ \S+$/m);
      expect(run(BEAN_CHECK, text, [], [])).toBe('');
      const middle = { from: addDays(today, -5) };
      expect(run(BEAN_CHECK, await written(beancount, each, middle), [], [])).toBe('');
    }
    const text = await written(beancount, books[0]!);
    const off = text.replace(/( balance .* )(-?[1-9]\d*\.\d)\d CNY/, '$1$29 CNY');
    const wrong = off === text ? text.replace(/( balance .* )-?[1-9]\d* /, '$199999 ') : off;
    expect(wrong).not.toBe(text);
    expect(() => run(BEAN_CHECK, wrong, [], [])).toThrow();
  },
  60_000,
);

test('every account and every entry is there once, and nobody has a name', async () => {
  const { dataSource } = database;
  const people: { name: string }[] = await dataSource.query(
    'select name from resident union select name from person',
  );
  const secrets: { key: string }[] = await dataSource.query('select key from ledger_entry');
  const keys = secrets.map(({ key }) => key).filter((key) => key.length > 8 && !isUuid(key));
  for (const each of books)
    for (const dialect of [hledger, beancount]) {
      const text = await written(dialect, each);
      const entries: { id: string }[] = await dataSource.query(
        'select id from ledger_entry where community_id = $1',
        [each.id],
      );
      const dated = text.match(/^\S+ \* (\(|"(?!Opening))/gm) ?? [];
      expect(dated).toHaveLength(entries.length);
      expect(entries.filter(({ id }) => !text.includes(id))).toEqual([]);
      const declared = text.match(/^(account|1970-01-01 open) .*$/gm) ?? [];
      expect(new Set(declared).size).toBe(declared.length);
      // A name of two characters may stand in a pool's own name; three do not by chance.
      expect(people.filter(({ name }) => [...name].length > 2 && text.includes(name))).toEqual([]);
      expect(keys.filter((key) => text.includes(key))).toEqual([]);
    }
}, 60_000);
