import type { DataSource } from 'typeorm';
import { poolOfJobs } from './pool';

/** What is done beside requests. */
export const TASKS = [
  'events',
  'refunds',
  'mails',
  'sweep',
  'reconcile',
  'expiry',
  'attachments',
  'statements',
  'motions',
  'verifications',
] as const;
export type Task = (typeof TASKS)[number];

/** More often a job is not tried again: its task comes round by itself. */
export const MOST_TRIES = 3;

/**
 * Asks for a task to be done soon, by whichever process is free. It waits once, however often it is
 * asked for; what is under way already does not count, as it may have looked before.
 */
export async function askFor(source: DataSource, task: Task): Promise<void> {
  await source.query(
    `select graphile_worker.add_job($1, '{}'::json, job_key := $1, max_attempts := $2)`,
    [task, MOST_TRIES],
  );
}

/** The library's newest migration; a test tells when it has another. */
export const NEWEST_MIGRATION = 19;

/**
 * The tables of the jobs have a schema of their own, which their library keeps up to date. A start
 * that finds it so does not wait for the library to be read.
 */
export async function migrateJobs(source: DataSource): Promise<void> {
  if ((await newestMigration(source)) === NEWEST_MIGRATION) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  const pgPool = poolOfJobs(source, 1);
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}

async function newestMigration(source: DataSource): Promise<number | null> {
  const [made] = await source.query<{ yes: boolean }[]>(
    `select to_regclass('graphile_worker.migrations') is not null as yes`,
  );
  if (!made?.yes) return null;
  const [row] = await source.query<{ id: number | null }[]>(
    'select max(id) as id from graphile_worker.migrations',
  );
  return row?.id ?? null;
}
