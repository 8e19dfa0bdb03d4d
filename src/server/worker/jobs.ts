import type { DataSource } from 'typeorm';
import { poolOfJobs } from './pool';

/** What is done beside requests. */
export const TASKS = ['events', 'refunds', 'mails', 'sweep', 'reconcile'] as const;
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

/** The tables of the jobs have a schema of their own, which their library keeps up to date. */
export async function migrateJobs(source: DataSource): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const pgPool = poolOfJobs(source, 1);
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}
