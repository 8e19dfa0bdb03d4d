import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { at, OWNER, TEMPLATE } from './names';

/** A migrated, empty database of one test file's own. */
export interface FreshDatabase {
  /** For the owner of the tables, who is no superuser. */
  url: string;
  /** For the superuser, in the same database. */
  superuserUrl: string;
  /** Initialised on `url`. */
  dataSource: DataSource;
  drop(): Promise<void>;
}

/** Clones the migrated template; call `drop` in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return await cloneDatabase(TEMPLATE);
}

/** Clones a database that nobody is connected to. */
export async function cloneDatabase(template: string): Promise<FreshDatabase> {
  const name = `linli_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER}`);
  const dataSource = createDataSource(at(name));
  await dataSource.initialize();
  return {
    url: at(name),
    superuserUrl: at(name, 'superuser'),
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: at('postgres', 'superuser') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
