import fs from 'node:fs';
import { Client } from 'pg';
import { DEMO, OWNER, TEMPLATE } from './names';
import './global-setup';

/** Leaves nothing behind: no server, no folder, and nothing on a server that was lent to us. */
export default async function globalTeardown(): Promise<void> {
  const { adminUrl, embedded, files, folder } = globalThis.linliTestServer;
  fs.rmSync(files, { recursive: true, force: true });
  if (embedded && folder) {
    await embedded.stop();
    fs.rmSync(embedded.dataDir, { recursive: true, force: true });
    fs.rmSync(folder, { recursive: true, force: true });
    return;
  }
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const name of [TEMPLATE, DEMO])
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${OWNER}`);
  } finally {
    await client.end();
  }
}
