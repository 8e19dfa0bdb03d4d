import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { seedCity } from '../../seeds/city';
import { demoPeople } from '../../seeds/demo-people';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { buildDemo } from '../../src/server/demo';
import { readCatalogue } from '../architecture/catalogue';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { at, OWNER } from '../support/names';

/** Eight communities of five hundred, the first with 2,000 gifts in its pool. */
const SIZE = 0.002;

const name = `linli_test_${randomBytes(6).toString('hex')}`;
let migrated: FreshDatabase;
let city: DataSource;
const lines: string[] = [];

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: at('postgres', 'superuser') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  migrated = await freshDatabase();
  await asSuperuser(`create database ${name} owner ${OWNER}`);
  const database = { url: at(name), adminUrl: at('postgres', 'superuser') };
  const print = (line: string) => void lines.push(line);
  await buildDemo(database, (source) => seedCity(source, print, SIZE));
  city = await createDataSource(at(name)).initialize();
}, 120_000);
afterAll(async () => {
  await city.destroy();
  await asSuperuser(`drop database if exists ${name} with (force)`);
  await migrated.drop();
});

const count = async (sql: string): Promise<number> => {
  const [row]: { n: number }[] = await city.query(`select (${sql})::int as n`);
  return row?.n ?? 0;
};

test('a city holds all that is promised, in every check', async () => {
  expect(await runChecks(city, CHECKS)).toEqual([]);
  expect(await count(`select count(*) from place where kind = 'community'`)).toBe(8);
  const wallets = await count(`select count(*) from ledger_account where kind = 'wallet'`);
  expect(wallets).toBe(await count('select count(*) from resident'));
  expect(await count(`select count(distinct rule) from ledger_entry`)).toBeGreaterThanOrEqual(9);
  expect(lines.at(-1)).toContain('the city stands');
  expect(
    await count(`select sum(people) from report_people where figure = 'households'`),
  ).toBeGreaterThan(0);
  expect(await count(`select sum(amount) from report_sum where figure = 'spent'`)).toBeGreaterThan(
    0,
  );
});

test('two pools have as many gifts as the way of one is measured in', async () => {
  const gifts = (pool: string) =>
    count(`select count(*) from ledger_leg leg
      join ledger_account account
        on account.community_id = leg.community_id and account.id = leg.account_id
      join pool on pool.community_id = account.community_id and pool.id = account.holder_id
      where account.kind = 'poolAvailable' and leg.amount < 0 and pool.name = '${pool}'`);
  expect(await gifts('百万赠与池')).toBe(2_000);
  expect(await gifts('百份赠与池')).toBe(100);
});

test('what was taken away for the pouring is back as the migrations made it', async () => {
  expect(await readCatalogue(city.manager)).toEqual(
    await readCatalogue(migrated.dataSource.manager),
  );
  const whole = (source: DataSource) =>
    source.query(`
      select conrelid::regclass::text as "table", conname as name,
        pg_get_constraintdef(oid) as def, convalidated as valid
      from pg_constraint where connamespace = 'public'::regnamespace
      union all
      select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid),
        indisvalid and indisready
      from pg_index join pg_class on pg_class.oid = indexrelid
      where relnamespace = 'public'::regnamespace
      union all
      select tgrelid::regclass::text, tgname, pg_get_triggerdef(pg_trigger.oid), tgenabled = 'O'
      from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = 'public'::regnamespace and not tgisinternal
      union all
      select pg_class.oid::regclass::text, 'options', array_to_string(reloptions, ' '),
        relpersistence = 'p'
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
      order by 1, 2, 3`);
  expect(await whole(city)).toEqual(await whole(migrated.dataSource));
});

test('the books go on where the city ends: they are append-only, and sealed', async () => {
  await expect(city.query('truncate ledger_leg')).rejects.toThrow('append-only');
  await expect(city.query('delete from ledger_entry')).rejects.toThrow('append-only');
  expect(
    await count(`select count(*) from ledger_entry entry where not exists (
      select from ledger_block block where block.community_id = entry.community_id
        and block.until_at >= entry.recorded_at)`),
  ).toBe(0);
});

test("the demo's people can sign in to it", async () => {
  const people = await demoPeople(city);
  expect(people.map(({ login }) => login)).toEqual(
    expect.arrayContaining(['officer', 'auditor', 'clerk', 'storekeeper', 'treasurer', 'leader']),
  );
  expect(await count('select count(*) from password')).toBe(people.length);
});
