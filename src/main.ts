import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../ormconfig';
import { seedDemo } from '../seeds';
import { demoPeople } from '../seeds/demo-people';
import { connectStore } from './attachments/object-store';
import { openStore } from './server/attachments/open-store';
import { CannotStart } from './server/cannot-start';
import { migrate, openDatabase } from './server/database';
import { buildDemo } from './server/demo';
import { greet } from './server/greet';
import { serve } from './server/serve';
import { readSettings } from './server/settings';
import { untilStopped } from './server/until-stopped';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const log = (line: string) => void process.stderr.write(`${new Date().toISOString()} ${line}\n`);

/** A step of the start registers here how it is undone; the last one is undone first. */
type Undo = (undo: () => Promise<unknown>) => void;

async function start(undo: Undo, stopped: AbortSignal): Promise<void> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, print);
  undo(database.close);
  stopped.throwIfAborted();

  const store = await openStore(settings.attachments);
  // Only our own database is a demo; nobody else's is ever given people with known passwords.
  const seed = (source: DataSource) => {
    connectStore(source, store);
    return seedDemo(source, print);
  };
  await Promise.race([buildDemo(database, seed), untilAborted(stopped)]);
  stopped.throwIfAborted();

  const source = await createDataSource(database.url).initialize();
  undo(() => source.destroy());
  connectStore(source, store);
  const migrations = await migrate(source);
  if (migrations > 0) print(`The database is up to date (${migrations} migrations run).`);
  stopped.throwIfAborted();

  const people = database.embedded ? await demoPeople(source) : [];
  stopped.throwIfAborted();

  const served = await serve(settings, source, log);
  undo(served.close);
  greet({ settings, database, url: served.url, people, print });
}

/** A half-built demo may be left behind: it is put into place only at its end. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

async function main(): Promise<number> {
  const undos: (() => Promise<unknown>)[] = [];
  const stop = untilStopped(print);
  try {
    await start((undo) => undos.unshift(undo), stop.signal);
    await stop.asked;
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    print(describe(error));
    return 1;
  } finally {
    for (const undo of undos) await undo().catch((error: unknown) => log(describe(error)));
  }
}

function describe(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `PORT ${port} on ${address} is in use; set PORT to another.`;
  if (code === 'EACCES' && port) return `PORT ${port} is only for root; set PORT above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST must be an address of this machine, not "${process.env.HOST}".`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// A terminal that goes away must not bring the server down in the middle of stopping.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    log(describe(error));
    process.exit(1);
  },
);
