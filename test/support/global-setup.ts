import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../../ormconfig';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/server/embedded-postgres';
import { migrateJobs } from '../../src/server/worker/jobs';
import { CHROMIUM, hasChromium } from './found-chromium';
import { newFolder } from './folder';
import { at, OWNER, TEMPLATE } from './names';

declare global {
  // What the teardown has to undo; globalSetup and globalTeardown share only the global object.
  var linliTestServer: {
    adminUrl: string;
    files: string;
    folder?: string;
    embedded?: EmbeddedPostgres;
  };
}

/** One PostgreSQL for the whole run and one migrated template, which each test file clones. */
export default async function globalSetup(): Promise<void> {
  if (!hasChromium)
    process.stdout.write(`No Chromium at ${CHROMIUM}: what needs a browser is skipped.\n`);
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'linli-files-'));
  globalThis.linliTestServer = { files, ...(await server()) };
  process.env.LINLI_TEST_FILES = files;
  const { adminUrl } = globalThis.linliTestServer;
  const password = randomBytes(12).toString('hex');
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`DROP ROLE IF EXISTS ${OWNER}`);
    // Not a superuser, as the application's own role is none: tests meet the same rights.
    await client.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD '${password}'`);
    await client.query(
      `CREATE DATABASE ${TEMPLATE} OWNER ${OWNER} TEMPLATE template0 ENCODING 'UTF8' ${LOCALE}`,
    );
    process.env.LINLI_TEST_ADMIN_URL = adminUrl;
    process.env.LINLI_TEST_OWNER_PASSWORD = password;
    await migrate(at(TEMPLATE));
  } finally {
    await client.end();
  }
}

const LOCALE = "LC_COLLATE 'C' LC_CTYPE 'C'";

async function server(): Promise<Omit<typeof globalThis.linliTestServer, 'files'>> {
  const given = process.env.LINLI_TEST_DATABASE_URL;
  if (given) return { adminUrl: given };
  const folder = newFolder();
  const embedded = await startEmbeddedPostgres({
    dataDir: folder,
    print: () => undefined,
    forgetful: true,
  });
  return { adminUrl: embedded.adminUrl, folder, embedded };
}

async function migrate(url: string): Promise<void> {
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
    await migrateJobs(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
