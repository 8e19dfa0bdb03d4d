import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { Client } from 'pg';
import { createDataSource } from '../../../ormconfig';
import { seedDemo } from '../../../seeds';
import type { Size } from '../../../seeds/cast';
import { connectStore, type ObjectStore } from '../../../src/attachments/object-store';
import { folderStore } from '../../../src/attachments/folder-store';
import { cloneDatabase, type FreshDatabase } from '../../support/database';
import { at, DEMO, OWNER, TEMPLATE } from '../../support/names';

/** A street so small that its year passes in seconds; everything that the demo has is there. */
const SMALL: Size = { households: 200, residents: 590, servicesAMonth: 5, exchangesAMonth: 4 };

/** A demo of one suite's own: built once for all suites of a run, and cloned for each. */
export async function demoDatabase(): Promise<FreshDatabase> {
  const kept = keptDemo();
  if (kept) return await fromKept(kept);
  await buildOnce();
  return await cloneDatabase(DEMO);
}

/** Where the photos of the demo lie, for all suites of a run. */
export function demoStore(): ObjectStore {
  return folderStore(keptDemo()?.files ?? process.env.LINLI_TEST_FILES ?? '');
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

// TEMPORARY: a demo that is kept while many write.
interface Kept {
  readonly admin: string;
  readonly password: string;
  readonly name: string;
  readonly files: string;
}

function keptDemo(): Kept | null {
  const file = process.env.LINLI_KEPT_DEMO ?? '/tmp/b7/demo.json';
  if (process.env.CI || !fs.existsSync(file)) return null;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Kept;
}

async function fromKept(kept: Kept): Promise<FreshDatabase> {
  const name = `linli_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new Client({ connectionString: kept.admin });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name} template ${kept.name} owner ${OWNER}`);
  const superuser = new URL(kept.admin);
  superuser.pathname = `/${name}`;
  const owner = new URL(superuser.href);
  owner.username = OWNER;
  owner.password = kept.password;
  const dataSource = await createDataSource(owner.href).initialize();
  return {
    ...{ url: owner.href, superuserUrl: superuser.href, dataSource },
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await run(`drop database if exists ${name} with (force)`);
    },
  };
}
