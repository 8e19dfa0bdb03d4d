import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { createDataSource } from '../../ormconfig';
import { seedDemo } from '../../seeds';
import type { Size } from '../../seeds/cast';
import { connectStore, type ObjectStore } from '../../src/attachments/object-store';
import { folderStore } from '../../src/attachments/folder-store';
import { cloneDatabase, type FreshDatabase } from './database';
import { at, DEMO, OWNER, TEMPLATE } from './names';

/** A street so small that its year passes in seconds; everything that the demo has is there. */
const SMALL: Size = { households: 200, residents: 590, servicesAMonth: 5, exchangesAMonth: 4 };

/** A demo of one suite's own: built once for all suites of a run, and cloned for each. */
export async function demoDatabase(): Promise<FreshDatabase> {
  await buildOnce();
  return await cloneDatabase(DEMO);
}

/** Where the photos of the demo lie, for all suites of a run. */
export function demoStore(): ObjectStore {
  return folderStore(process.env.LINLI_TEST_FILES ?? '');
}

/** Two workers may ask at once: the second waits for the first. */
async function buildOnce(): Promise<void> {
  const client = new Client({ connectionString: at('postgres', 'superuser') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO]);
    if (rowCount) return;
    const aside = `${DEMO}_unfinished`;
    await client.query(`drop database if exists ${aside} with (force)`);
    await client.query(`create database ${aside} template ${TEMPLATE} owner ${OWNER}`);
    const source = await createDataSource(at(aside)).initialize();
    connectStore(source, demoStore());
    await seedDemo(source, () => undefined, SMALL).finally(() => source.destroy());
    await client.query(`alter database ${aside} rename to ${DEMO}`);
  } finally {
    await client.end();
  }
}

const LOCK = createHash('sha256').update(DEMO).digest().readInt32BE();
