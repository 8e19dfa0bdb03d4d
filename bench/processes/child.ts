import { fork, type ChildProcess } from 'node:child_process';

/** What `npm start` gives Node. */
export const AS_STARTED = ['--enable-source-maps', '--max-semi-space-size=64'];

/** A process of its own for one arm, so that arms share nothing but the machine. */
export interface Child {
  /** Gives it a job and waits for what came of it. */
  ask<Result>(job: object): Promise<Result>;
  /** Lets it finish, and waits until it is gone. */
  stop(): Promise<void>;
}

interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly failed?: string;
}

/** Starts a module of the bench as a process that takes jobs. */
export function startChild(
  module: string,
  args: readonly string[],
  nodeArgs: readonly string[],
): Child {
  const child = fork(module, [...args], {
    execArgv: [...AS_STARTED, ...nodeArgs],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.number)?.(answer));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const [number, settle] of waiting) settle({ number, failed: `${module} has ended` });
  });
  let number = 0;
  return {
    ask: async <Result>(job: object) => {
      number += 1;
      const own = number;
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.set(own, resolve);
        child.send({ number: own, job }, (error) => error && reject(error));
      });
      waiting.delete(own);
      if (answer.failed !== undefined) throw new Error(answer.failed);
      return answer.result as Result;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await endIn(child, gone);
    },
  };
}

const PATIENCE_MS = 15_000;

async function endIn(child: ChildProcess, gone: Promise<void>): Promise<void> {
  const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(kill);
}

/** The child's side: does jobs one after the other until the parent lets go, then cleans up. */
export function takeJobs(
  work: (job: never) => Promise<unknown>,
  cleanUp: () => Promise<unknown>,
): void {
  const answer = (message: Answer) => process.send?.(message);
  process.on('message', ({ number, job }: { number: number; job: never }) => {
    work(job).then(
      (result) => answer({ number, result }),
      (error: unknown) =>
        answer({ number, failed: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
  });
  process.on('disconnect', () => void cleanUp().finally(() => process.exit(0)));
}
