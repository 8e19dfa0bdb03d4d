import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { Client } from 'pg';
import { createDataSource } from '../../ormconfig';
import { CannotStart } from '../../src/server/cannot-start';
import { migrate } from '../../src/server/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/server/embedded-postgres';
import { projectFolder } from '../../src/server/project-folder';

const SEED = path.resolve(__dirname, '../../src/server/commands/seed.js');

type Print = (line: string) => void;

/** A quarter of the machine's memory, as PostgreSQL's manual has it. */
const BUFFERS = `${Math.max(1, Math.floor(os.totalmem() / 2 ** 30 / 4))}GB`;

/**
 * Settings that every arm shares. Memory and log are large enough that no checkpoint falls into
 * one arm's slice and not into another's; whatever makes a commit durable stays as it comes.
 */
const SETTINGS = {
  shared_buffers: BUFFERS,
  max_wal_size: '16GB',
  min_wal_size: '2GB',
  checkpoint_timeout: '30min',
  max_connections: '300',
} as const;

/**
 * A server that has run for a while writes over log segments it has used before; on a new one each
 * is first filled with zeros, and every arm that writes much would wait for that.
 */
const WORN_IN = [
  `do $$ begin
    for segment in 1 .. 110 loop
      perform pg_logical_emit_message(false, 'bench', 'a full segment more');
      perform pg_switch_wal();
    end loop;
  end $$`,
  'checkpoint',
  'checkpoint',
];

/** What a run prints about its server, read back from it. */
const SHOWN = [
  ...['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method'],
  ...Object.keys(SETTINGS),
];

/** A PostgreSQL of the bench's own, or the city's; real files, fsync on. */
export interface Cluster {
  readonly server: EmbeddedPostgres;
  readonly version: string;
  /** The settings that count, as the server says them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Stops it; what it changed is put back, what it made is removed. */
  close(): Promise<void>;
}

/** Starts a server on new files that are removed afterwards. */
export async function startOwnCluster(print: Print): Promise<Cluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linli-bench-'));
  const cluster = await startCluster(folder, print);
  return {
    ...cluster,
    close: async () => {
      await cluster.server.stop();
      for (const each of [cluster.server.dataDir, folder])
        fs.rmSync(each, { recursive: true, force: true });
    },
  };
}

/** Starts the server on data that stay; its settings are put back at the end. */
export async function startCityCluster(
  given: string | null,
  size: string,
  print: Print,
): Promise<Cluster> {
  const dataDir = given ?? path.join(projectFolder, '.data', 'bench-city');
  // Where a city stands already, this says so and does nothing.
  const seeded = spawnSync(process.execPath, [SEED, '--city', '--size', size], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, NODE_ENV: 'development' },
    stdio: ['ignore', 2, 2],
  });
  if (seeded.status !== 0) throw new CannotStart('The city could not be built.');
  const cluster = await startCluster(dataDir, print);
  return {
    ...cluster,
    close: async () => {
      await administer(cluster.server.adminUrl, [
        ...Object.keys(SETTINGS).map((name) => `alter system reset ${name}`),
      ]);
      await cluster.server.stop();
    },
  };
}

async function startCluster(dataDir: string, print: Print) {
  const first = await startEmbeddedPostgres({ dataDir, print });
  const set = Object.entries(SETTINGS).map(
    ([name, value]) => `alter system set ${name} = '${value}'`,
  );
  await administer(first.adminUrl, set);
  await first.stop();
  const server = await startEmbeddedPostgres({ dataDir, print });
  await administer(server.adminUrl, WORN_IN);
  const rows = await query<{ name: string; value: string }>(
    server.adminUrl,
    `select name, current_setting(name) as value from pg_settings where name = any ($1)`,
    [SHOWN],
  );
  const [{ version = '' } = {}] = await query<{ version: string }>(
    server.adminUrl,
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  );
  return { server, version, settings: Object.fromEntries(rows.map((r) => [r.name, r.value])) };
}

/** The address of another database of the same server. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** A new, migrated, empty database beside the server's own. */
export async function newDatabase({ server }: Cluster, name: string): Promise<void> {
  const owner = new URL(server.url).username;
  await administer(server.adminUrl, [
    `drop database if exists ${name} with (force)`,
    `create database ${name} owner ${owner}`,
  ]);
  await migrateDatabase(inDatabase(server.url, name));
}

export async function migrateDatabase(url: string): Promise<void> {
  const source = await createDataSource(url, 2).initialize();
  await migrate(source).finally(() => source.destroy());
}

/** One statement on a connection of its own; its rows. */
export async function query<Row>(url: string, text: string, values?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Statements one after the other on one connection. */
export async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
