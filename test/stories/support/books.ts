import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { runChecks } from '../../../src/ledger/verify';
import { CHECKS } from '../../../src/server/checks';

/** How many rows each table holds, and a digest of all of them. */
export type Books = Readonly<Record<string, string>>;

/**
 * What changes without anybody's books changing: guesses at passwords are counted, and a job seals
 * what stands into blocks once a minute, adds them up by month, keeps what reports tell, and writes
 * down what the journal is searched by.
 */
const COUNTERS = [
  ...['sign_in_guess', 'ledger_block', 'ledger_rollup'],
  ...['journal_entry', 'journal_amount'],
];

/**
 * Every table with the number of its rows and a digest of them: equal where nothing is new. By one
 * process: many small tables are read sooner than others are started to help. The statement is
 * prepared: to plan it takes longer than to run it.
 */
export async function books(source: DataSource): Promise<Books> {
  const text = DIGESTS.get(source) ?? (await digestOfAll(source));
  DIGESTS.set(source, text);
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    await client.query('begin; set local max_parallel_workers_per_gather = 0');
    const { rows } = await client.query<{ name: string; says: string }>({ name: 'books', text });
    await client.query('commit');
    return Object.fromEntries(rows.map(({ name, says }) => [name, says]));
  } finally {
    await runner.release();
  }
}

const DIGESTS = new WeakMap<DataSource, string>();

/** One statement over all tables there are. */
async function digestOfAll(source: DataSource): Promise<string> {
  const tables: { name: string }[] = await source.query(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename <> all ($1)
       and not starts_with(tablename, 'report_') order by 1`,
    [COUNTERS],
  );
  return tables.map(({ name }) => digestOf(name)).join(' union all ');
}

/** An account without a line is a name and nothing more: the ledger opens it before it decides. */
const COUNTED: Readonly<Record<string, string>> = { ledger_account: 'where each.seq > 0' };

const digestOf = (table: string) => `
  select '${table}' as name,
    count(*) || ' rows ' || coalesce(sum(hashtextextended(each::text, 0)), 0) as says
  from "${table}" each ${COUNTED[table] ?? ''}`;

/** What `verify` would find: every check of every module. */
export const findings = async (source: DataSource) => await runChecks(source, CHECKS);
