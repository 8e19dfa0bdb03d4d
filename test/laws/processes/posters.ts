import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** A process that posts, and what it was told. */
export interface Poster {
  readonly process: ChildProcess;
  /** The entry it was told of, by key. */
  readonly told: ReadonlyMap<string, string>;
  /** Waits until it was told of so many more. */
  readonly more: (entries: number) => Promise<void>;
  /** As `kill -9` does: it hears nothing of it. Again: nothing. */
  readonly kill: () => Promise<void>;
}

export function startPoster(url: string, books: string, seed: number): Poster {
  const hook = join(__dirname, '..', '..', 'support', 'run-typescript.cjs');
  const program = join(__dirname, 'poster.ts');
  const child = spawn(process.execPath, ['-r', hook, program, url, books, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = new Map<string, string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [key, entryId] = line.split('\t');
    // A line that was cut off by the kill tells nothing.
    if (key && entryId?.length === 36) told.set(key, entryId);
  });
  return {
    process: child,
    told,
    more: async (entries) => {
      const enough = told.size + entries;
      for (let waited = 0; told.size < enough; waited += 20) {
        if (waited > 30_000) throw new Error(`${told.size} of ${enough} told in 30 seconds`);
        await pause(20);
      }
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What somebody was told of and the books do not hold under that key. */
export async function toldInVain(
  source: DataSource,
  books: string,
  posters: readonly Poster[],
): Promise<string[]> {
  const told = posters.flatMap((each) => [...each.told]);
  const missing: { key: string }[] = await source.query(
    `select told.key from unnest($2::text[], $3::uuid[]) as told (key, id)
     left join ledger_entry entry
       on entry.community_id = $1 and entry.key = told.key and entry.id = told.id
     where entry.id is null`,
    [books, told.map(([key]) => key), told.map(([, id]) => id)],
  );
  return missing.map(({ key }) => key);
}
