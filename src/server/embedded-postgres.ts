import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start';
import { prepareBinaries } from './embedded-postgres/binaries';
import { prepareCluster, prepareDatabase, readPassword, urls } from './embedded-postgres/cluster';
import { takeLock } from './embedded-postgres/lock';
import { choosePlace, inPlace, type Place } from './embedded-postgres/place';
import { findRunning, startServer, stopServer } from './embedded-postgres/running';

/** What to start, and how. */
export interface EmbeddedPostgresOptions {
  /** Where the data are to lie. */
  dataDir: string;
  print: (line: string) => void;
  /** Use the server of a Linli that runs on these data already, instead of refusing. */
  shared?: boolean;
  /** Only for tests: what is written may be lost with the machine. */
  forgetful?: boolean;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** For the application: the owner of its database, without a superuser's rights. */
  url: string;
  /** For administration and tests: the superuser. */
  adminUrl: string;
  /** Where the data really lie. */
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL from the binaries that npm brought, on a loopback port and with a
 * password kept beside the data. A server left by a killed process is taken over.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const place = await choosePlace(dataDir, options.print);
  const lock = takeLock(inPlace(place.folder).lock);
  if ('heldBy' in lock) {
    if (options.shared) return borrow(place);
    throw new CannotStart(
      `Another Linli (process ${lock.heldBy}) is using the data in ${place.folder}. ` +
        'Stop it first, or choose another DATA_DIR.',
    );
  }
  try {
    return await start(place, options, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(
  place: Place,
  options: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const binaries = await prepareBinaries(place.folder, place.account);
  const password = await prepareCluster(place, binaries, options.print);
  const port =
    (await findRunning(inPlace(place.folder).cluster, password)) ??
    (await startServer(place, binaries, options.forgetful ? FORGETFUL : []));
  try {
    await prepareDatabase(port, password);
  } catch (error) {
    await stopServer(place, binaries);
    throw error;
  }
  return {
    ...urls(port, password),
    dataDir: place.folder,
    stop: async () => {
      await stopServer(place, binaries);
      release();
    },
  };
}

const FORGETFUL = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  // The folder may lie in memory, where a gigabyte of log would be missed.
  'max_wal_size=256MB',
].map((setting) => `-c ${setting}`);

/** A command beside the running server: it comes and goes without stopping anything. */
async function borrow(place: Place): Promise<EmbeddedPostgres> {
  const { cluster, password: file } = inPlace(place.folder);
  for (const giveUpAt = Date.now() + 30_000; Date.now() < giveUpAt;) {
    const password = fs.existsSync(cluster) ? readPassword(file) : undefined;
    const port = password && (await findRunning(cluster, password));
    if (password && port) {
      return { ...urls(port, password), dataDir: place.folder, stop: () => Promise.resolve() };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new CannotStart(
    `The Linli that holds ${place.folder} did not bring its database up in time.`,
  );
}
