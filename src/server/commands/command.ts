import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../ormconfig';
import { migrate, openDatabase, type Database } from '../database';
import { CannotStart } from '../cannot-start';
import { readSettings, type Settings } from '../settings';

/** Writes a line for whoever runs the command. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a command works with. */
export interface Workplace {
  readonly source: DataSource;
  readonly settings: Settings;
  readonly database: Database;
}

/**
 * Runs a command on the migrated database that the settings name, beside a running server or
 * without one, and ends the process: 0 when it returns true, 1 when it returns false or fails.
 */
export async function runCommand(
  work: (place: Workplace) => Promise<boolean>,
  say: (line: string) => void = print,
): Promise<void> {
  let right = false;
  try {
    right = await withDatabase(work, say);
  } catch (error) {
    say(describe(error));
  }
  process.exitCode = right ? 0 : 1;
}

/** What whoever runs the command can mend is a sentence; what they cannot comes with its trace. */
function describe(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function withDatabase(
  work: (place: Workplace) => Promise<boolean>,
  say: (line: string) => void,
): Promise<boolean> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, say, true);
  try {
    const source = createDataSource(database.url);
    await source.initialize();
    try {
      await migrate(source);
      return await work({ source, settings, database });
    } finally {
      await source.destroy();
    }
  } finally {
    await database.close();
  }
}
