import { setTimeout as pause } from 'node:timers/promises';
import type { Logger, Runner, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Sender } from '../../mail/sender';
import type { Log } from '../errors';
import { MOST_TRIES, TASKS, type Task } from './jobs';
import { poolOfJobs } from './pool';
import { tasksFor } from './tasks';

/** Two at work, one that listens for new jobs, and one to ask for more. */
const CONNECTIONS = 4;
const AT_ONCE = 2;
const AGAIN_AFTER_MS = 5000;
/** Reading the library takes a moment, for which a starting server is not kept waiting. */
const BEGIN_AFTER_MS = 200;
/** A task that has not ended by then is left: its process goes, and the next start repeats it. */
const STOP_WITHIN_MS = 5000;

/** When each is done even though nothing asked for it: what waits has waited long enough. */
const WHEN: Readonly<Record<Task, string>> = {
  events: '* * * * *',
  refunds: '* * * * *',
  mails: '* * * * *',
  sweep: '*/5 * * * *',
  reconcile: '*/15 * * * *',
  // Days begin at another hour in each time zone.
  expiry: '7 * * * *',
  attachments: '37 * * * *',
  statements: '47 * * * *',
  motions: '*/10 * * * *',
  verifications: '* * * * *',
};

export interface Worker {
  stop(): Promise<void>;
}

/**
 * Works in this process on the jobs of its database, of which each is taken by one process only. It
 * starts behind the server's back and begins anew after anything: a database that is being
 * migrated, or that went away.
 */
export function runWorker(source: DataSource, sender: Sender, log: Log): Worker {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pool = poolOfJobs(source, CONNECTIONS);
  const going = (async () => {
    await pause(BEGIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    while (!signal.aborted) {
      await once(pool, source, sender, log, signal).catch((error: unknown) =>
        log(`the worker stopped: ${firstLine(error)}`),
      );
      await pause(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      const patience = pause(STOP_WITHIN_MS, undefined, { ref: false });
      await Promise.race([going.then(() => pool.end()), patience]);
    },
  };
}

/** Runs until it is stopped, or ends by itself. */
async function once(
  pool: Pool,
  source: DataSource,
  sender: Sender,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { Logger: Told, parseCronItems, run } = await import('graphile-worker');
  const logger: Logger = new Told(() => (level, message) => {
    // The first line says which task failed and why; the rest is a trace.
    if (level === 'error' && !message.startsWith('Failed task')) log(firstLine(message));
  });
  const runner = await run({
    ...{ pgPool: pool, logger, concurrency: AT_ONCE, noHandleSignals: true },
    taskList: taskList(source, sender, log, signal),
    parsedCronItems: parseCronItems(
      TASKS.map((task) => ({
        ...{ task, match: WHEN[task], identifier: task },
        options: { jobKey: task, maxAttempts: MOST_TRIES },
      })),
    ),
  });
  const stop = () => void end(runner, log);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  else await atOnce(runner);
  try {
    await runner.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What waited while nobody was there does not wait for its next minute. */
async function atOnce(runner: Runner): Promise<void> {
  for (const task of ['events', 'refunds', 'mails'] as const) await ask(runner, task, 0);
}

async function end(runner: Runner, log: Log): Promise<void> {
  await runner.stop().catch((error: unknown) => log(`stopping the worker: ${firstLine(error)}`));
}

function taskList(source: DataSource, sender: Sender, log: Log, signal: AbortSignal): TaskList {
  const tasks = tasksFor(source, sender);
  const timed = (task: Task): TaskList[string] => {
    return async (_payload, { addJob }) => {
      const next = (other: Task, afterMs = 0) => ask({ addJob }, other, afterMs);
      try {
        await tasks[task]({ isOver: () => signal.aborted, next });
      } catch (error) {
        log(`${task} failed: ${firstLine(error)}`);
        throw error;
      }
    };
  };
  return Object.fromEntries(TASKS.map((task) => [task, timed(task)]));
}

/** One that is to come later keeps its time, however often it is asked for meanwhile. */
async function ask({ addJob }: Pick<Runner, 'addJob'>, task: Task, afterMs: number) {
  const runAt = new Date(Date.now() + afterMs);
  await addJob(
    task,
    {},
    {
      ...{ jobKey: task, maxAttempts: MOST_TRIES },
      ...(afterMs > 0 ? { runAt, jobKeyMode: 'preserve_run_at' } : {}),
    },
  );
}

const LONGEST = 300;

/** What is written down of an error: never more than it says itself in a line. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, LONGEST);
}
