import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDataSource } from '../../ormconfig';
import { migrate, openDatabase } from '../../src/server/database';
import { SettingError } from '../../src/server/setting';
import { readSettings } from '../../src/server/settings';
import { at, OWNER } from '../support/names';

const open = (url: string) => openDatabase(readSettings({ DATABASE_URL: url }), () => undefined);

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: at('postgres', 'superuser') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const name = `linli_test_${randomBytes(6).toString('hex')}`;

beforeAll(() => asSuperuser(`CREATE DATABASE ${name} OWNER ${OWNER}`));

afterAll(() => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

test('a given server is used, and left alone afterwards', async () => {
  const database = await open(at(name));
  expect(database).toMatchObject({ url: at(name), embedded: false });
  expect(database.where).toMatch(/^the database "linli_test_\w+" on 127\.0\.0\.1:\d+ \(Postgre/);
  await database.close();
  await (await open(at(name))).close();
});

test.each([
  ['nobody listens', 'postgresql://linli:secret@127.0.0.1:9/linli', /127\.0\.0\.1:9 .*REFUSED/],
  ['no such host', 'postgresql://linli:secret@localhost.invalid/linli', /this machine/],
])('%s: one sentence without the password', async (_why, url, says) => {
  const error = await open(url).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SettingError);
  const { message } = error as Error;
  expect(message).toMatch(/^DATABASE_URL: [^\n]+ cannot be used: [^\n]+\.$/);
  expect(message).toMatch(says);
  expect(message).not.toContain('secret');
});

test('a wrong password and a database in another encoding are named', async () => {
  const wrong = at(name).replace(/:[^:@]+@/, ':wrong@');
  await expect(open(wrong)).rejects.toThrow('password authentication failed');
  const latin = `${name}_latin`;
  await asSuperuser(
    `CREATE DATABASE ${latin} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
  try {
    await expect(open(at(latin, 'superuser'))).rejects.toThrow('is in LATIN1, not in UTF8.');
  } finally {
    await asSuperuser(`DROP DATABASE ${latin} WITH (FORCE)`);
  }
});

test('of processes that start at once, one migrates and the others find it done', async () => {
  const sources = await Promise.all(
    [1, 2, 3].map(() => createDataSource(at(name), 3).initialize()),
  );
  const done = await Promise.all(sources.map((source) => migrate(source)));
  await Promise.all(sources.map((source) => source.destroy()));
  expect(done.filter((count) => count > 0)).toHaveLength(1);
});
