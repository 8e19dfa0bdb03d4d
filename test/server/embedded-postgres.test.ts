import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/server/embedded-postgres';

const root = process.getuid?.() === 0;
const base = fs.mkdtempSync(path.join(os.tmpdir(), 'linli-launcher-'));
const running: EmbeddedPostgres[] = [];
const printed: string[] = [];

async function start(dataDir: string, shared = false): Promise<EmbeddedPostgres> {
  const print = (line: string) => void printed.push(line);
  const server = await startEmbeddedPostgres({ dataDir, print, shared });
  running.push(server);
  return server;
}

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

const portOf = (server: EmbeddedPostgres) => new URL(server.url).port;

beforeAll(() => fs.chmodSync(base, 0o755));

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

describe('one data folder', () => {
  const dataDir = path.join(base, 'a folder 邻里', '.data');

  test('the first start makes a database that keeps what it is given', async () => {
    const server = await start(dataDir);
    await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    const names = ['fsync', 'listen_addresses', 'unix_socket_directories', 'TimeZone'];
    const values = await ask<{ setting: string }>(
      server.adminUrl,
      `SELECT setting FROM unnest('{${names.join()}}'::text[]) WITH ORDINALITY AS wanted (name, i)
         JOIN pg_settings USING (name) ORDER BY i`,
    );
    expect(values.map((row) => row.setting)).toEqual(['on', '127.0.0.1', '', 'UTC']);
  });

  test('the application is no superuser, and nobody comes in without the password', async () => {
    const server = await start(dataDir);
    const [role] = await ask(
      server.url,
      'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false });
    const guess = new URL(server.adminUrl);
    guess.password = 'guess';
    await expect(ask(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const mode = fs.statSync(path.join(server.dataDir, 'postgres.password')).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  test('a second Linli is refused in one sentence, a command may share', async () => {
    const server = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(
      `Another Linli (process ${process.pid}) is using the data in ${server.dataDir}.`,
    );
    const guest = await start(dataDir, true);
    expect(guest.url).toBe(server.url);
    await guest.stop();
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  test('a server left by a killed process is taken over', async () => {
    const left = await start(dataDir);
    running.length = 0;
    const lock = path.join(left.dataDir, 'linli.lock');
    // The same process id, born at another time: the system has given the id anew.
    fs.writeFileSync(lock, JSON.stringify({ pid: process.pid, born: 'long ago' }));
    const next = await start(dataDir);
    expect(portOf(next)).toBe(portOf(left));
    expect(await ask(next.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await next.stop();
    await expect(ask(next.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('a pid file left by a crash of the machine does not stop the next start', async () => {
    const { dataDir: folder } = await start(dataDir);
    await running.pop()?.stop();
    const pidFile = path.join(folder, 'postgres/postmaster.pid');
    fs.writeFileSync(pidFile, `${process.pid}\n${folder}/postgres\n0\n1\n\n127.0.0.1\n`);
    const server = await start(dataDir);
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  test('without its password file it says so and touches nothing', async () => {
    const file = path.join(dataDir, 'postgres.password');
    fs.renameSync(file, `${file}.away`);
    await expect(start(dataDir)).rejects.toThrow(`The password file ${file} is missing`);
    fs.renameSync(`${file}.away`, file);
    const server = await start(dataDir);
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });
});

if (!root) process.stdout.write('Skipped: a closed folder is only left by root.\n');
(root ? test : test.skip)('as root under a closed folder the data lie elsewhere', async () => {
  const closed = path.join(base, 'closed');
  const dataDir = path.join(closed, '.data');
  fs.mkdirSync(closed, { mode: 0o700 });
  printed.length = 0;
  const server = await start(dataDir);
  try {
    expect(server.dataDir.startsWith(closed)).toBe(false);
    expect(printed.join('\n')).toContain(`So the data lie in ${server.dataDir}`);
    const signpost = fs.readFileSync(path.join(dataDir, 'the-data-lie-in.txt'), 'utf8');
    expect(signpost.trim()).toBe(server.dataDir);
    await server.stop();
    const again = await start(dataDir);
    expect(again.dataDir).toBe(server.dataDir);
    await again.stop();
    running.length = 0;
  } finally {
    fs.rmSync(server.dataDir, { recursive: true, force: true });
  }
});
