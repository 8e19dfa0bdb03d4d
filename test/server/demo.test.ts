import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { buildDemo } from '../../src/server/demo';
import { at, OWNER } from '../support/names';

const name = `linli_test_${randomBytes(6).toString('hex')}`;
const database = { url: at(name), adminUrl: at('postgres', 'superuser') };

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const answer = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return answer.rows;
}

beforeAll(() => ask(database.adminUrl, `create database ${name} owner ${OWNER}`));

afterAll(() => ask(database.adminUrl, `drop database if exists ${name} with (force)`));

test('a build that breaks off leaves nothing, and the next one is put into place whole', async () => {
  const broken = buildDemo(database, async (source) => {
    await source.query('create table half_built (n int)');
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  expect(await ask(database.url, "select to_regclass('place') as found")).toEqual([
    { found: null },
  ]);

  await buildDemo(database, (source) => source.query('create table built as select 1 as n'));
  expect(await ask(database.url, 'select n from built')).toEqual([{ n: 1 }]);
  expect(
    await ask(database.url, "select to_regclass('half_built') as found, current_user as me"),
  ).toEqual([{ found: null, me: OWNER }]);
  expect(await ask(database.url, 'select count(*)::int as places from place')).toEqual([
    { places: 0 },
  ]);
});

test('a database that holds a place is left alone', async () => {
  await ask(database.url, 'drop table place cascade');
  await ask(database.url, 'create table place as select 1 as n');
  const seed = jest.fn();
  await buildDemo(database, seed);
  expect(seed).not.toHaveBeenCalled();
  expect(await ask(database.url, 'select n from place')).toEqual([{ n: 1 }]);
});
