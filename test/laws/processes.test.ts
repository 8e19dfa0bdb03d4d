import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/server/embedded-postgres';
import { freshDatabase } from '../support/database';
import { startPoster, toldInVain, type Poster } from './processes/posters';

/** What several processes post at once keeps every law, whatever is killed under them. */

const folders: string[] = [];
const posters: Poster[] = [];
afterEach(async () => {
  for (const each of posters.splice(0)) await each.kill();
  for (const each of folders.splice(0)) fs.rmSync(each, { recursive: true, force: true });
});

function start(url: string, books: string, seed: number): Poster {
  const poster = startPoster(url, books, seed);
  posters.push(poster);
  return poster;
}

async function deadlocks(source: DataSource): Promise<number> {
  const [row]: { n: number }[] = await source.query(
    `select pg_stat_clear_snapshot(), deadlocks::int as n from pg_stat_database
     where datname = current_database()`,
  );
  return row!.n;
}

test('three processes, lanes and transactions mixed: all laws hold, and no deadlock', async () => {
  const database = await freshDatabase();
  const books = randomUUID();
  const all = [1, 2, 3].map((seed) => start(database.url, books, seed));
  await Promise.all(all.map((each) => each.more(400)));
  // One is killed in the middle of it; the others do not notice.
  await all[0]!.kill();
  await Promise.all(all.slice(1).map((each) => each.more(200)));
  await Promise.all(all.slice(1).map((each) => each.kill()));

  expect(await toldInVain(database.dataSource, books, all)).toEqual([]);
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
  expect(await deadlocks(database.dataSource)).toBe(0);
  // They did meet: over keys, so that each was told of entries of another.
  const keys = all.map(({ told }) => new Set([...told.keys()]));
  expect([...keys[1]!].filter((key) => keys[2]!.has(key)).length).toBeGreaterThan(20);
  await database.drop();
}, 90_000);

test('PostgreSQL stopped at once, twice: what was acknowledged is there, each key once', async () => {
  const folder = fs.mkdtempSync(join(os.tmpdir(), 'linli-stopped-'));
  folders.push(folder);
  let server = await startEmbeddedPostgres({ dataDir: folder, print: () => undefined });
  let source = await migrated(server);
  const books = randomUUID();
  const first = start(server.url, books, 7);
  await first.more(300);

  // A session that is killed takes all others with it, and the server recovers on the same port.
  const [lane]: { pid: number }[] = await source.query(
    `select pid from pg_stat_activity where application_name = 'linli lane' limit 1`,
  );
  process.kill(lane!.pid, 'SIGKILL');
  await first.more(300);

  // SIGQUIT is PostgreSQL's immediate shutdown: nothing is flushed, nobody is asked.
  await source.destroy();
  process.kill(postmaster(folder, server), 'SIGQUIT');
  await first.kill();
  await server.stop().catch(() => undefined);
  server = await startEmbeddedPostgres({ dataDir: folder, print: () => undefined });
  source = await createDataSource(server.url).initialize();
  const second = start(server.url, books, 7);
  await second.more(300);
  await second.kill();

  expect(await toldInVain(source, books, [first, second])).toEqual([]);
  // The same seed takes the same keys: what was told before the stop was told again, not posted.
  const again = [...second.told].filter(([key]) => first.told.has(key));
  expect(again.length).toBeGreaterThan(200);
  for (const [key, entryId] of again) expect(first.told.get(key)).toBe(entryId);
  expect(await runChecks(source, LEDGER_CHECKS)).toEqual([]);
  await source.destroy();
  await server.stop();
}, 120_000);

async function migrated(server: EmbeddedPostgres): Promise<DataSource> {
  const source = await createDataSource(server.url).initialize();
  await source.runMigrations({ transaction: 'each' });
  return source;
}

function postmaster(folder: string, server: EmbeddedPostgres): number {
  const places = [folder, server.dataDir].flatMap((each) =>
    fs.readdirSync(each).map((name) => join(each, name, 'postmaster.pid')),
  );
  const file = places.find((each) => fs.existsSync(each));
  if (!file) throw new Error('PostgreSQL does not run');
  return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}
