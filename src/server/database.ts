import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { startEmbeddedPostgres } from './embedded-postgres';
import { SettingError } from './setting';
import type { Settings } from './settings';
import { migrateJobs } from './worker/jobs';

/** A PostgreSQL to work with, ours or somebody's. */
export interface Database {
  url: string;
  /** The superuser's address where the server is ours, else null. */
  adminUrl: string | null;
  /** Ours: its data are the demo, unless somebody has emptied it. */
  embedded: boolean;
  /** Where the data lie, for people. */
  where: string;
  /** Stops the server if it is ours and if we started it. */
  close(): Promise<void>;
}

/** The oldest PostgreSQL that the migrations are written for. */
const OLDEST = 15;

/**
 * Opens the database the settings name. A command passes `shared`, so that it also works beside a
 * running Linli on the same data.
 */
export async function openDatabase(
  settings: Settings,
  print: (line: string) => void,
  shared = false,
): Promise<Database> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== null) {
    const where = await checkServer(databaseUrl);
    return {
      url: databaseUrl,
      adminUrl: null,
      embedded: false,
      where,
      close: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedPostgres({ dataDir, print, shared });
  const { url, adminUrl } = server;
  return { url, adminUrl, embedded: true, where: server.dataDir, close: server.stop };
}

async function checkServer(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const place = `${client.host}:${client.port}`;
  try {
    await client.connect();
  } catch (error) {
    throw new SettingError(`DATABASE_URL: ${place} cannot be used: ${reason(error)}.`);
  }
  try {
    const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
      `select current_setting('server_version_num')::int as number,
         split_part(current_setting('server_version'), ' ', 1) as version,
         current_setting('server_encoding') as encoding`,
    );
    const [server] = rows;
    if (!server || server.number < OLDEST * 10_000) {
      throw new SettingError(
        `DATABASE_URL: ${place} is PostgreSQL ${server?.version}; Linli needs ${OLDEST} or newer.`,
      );
    }
    if (server.encoding !== 'UTF8') {
      throw new SettingError(
        `DATABASE_URL: the database "${client.database}" is in ${server.encoding}, not in UTF8.`,
      );
    }
    return `the database "${client.database}" on ${place} (PostgreSQL ${server.version})`;
  } finally {
    await client.end();
  }
}

/** Where a name has several addresses, Node gathers their errors under an empty message. */
function reason(error: unknown): string {
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const said = errors.map((one) => (one instanceof Error ? one.message : String(one)));
  return [...new Set(said)].join('; ').replace(/\.$/, '');
}

/** Any number that no other program takes on this database; it spells "Linli" on a keypad. */
const MIGRATION_LOCK = 54_654;

/** Brings the database up to date; of several processes that start at once, one does it. */
export async function migrate(source: DataSource): Promise<number> {
  const holder = source.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations();
    await migrateJobs(source);
    return done.length;
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
  }
}
