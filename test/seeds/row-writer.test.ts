import { Client } from 'pg';
import { TableCopy } from '../../seeds/city/table-copy';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.dataSource.query(`
    create table kinds (
      id uuid, list uuid[], words text, facts jsonb, bytes bytea, yes boolean, small smallint,
      whole integer, large bigint, day date, moment timestamptz)`);
});
afterAll(() => database.drop());

const ID = '018cc251-f400-700a-9d8a-f09cb99f5ec9';
const row = [
  ...[ID, [ID, ID], '百万赠与池', '{"a": [1, "二"]}', Buffer.from('00ff10', 'hex'), true],
  ...[-2, -70_000, -9_007_199_254_740_991, '1999-12-31', Date.UTC(2026, 2, 31, 16) + 0.001],
];

test('every kind of column is written as PostgreSQL reads it, and nothing as nothing', async () => {
  const copy = await TableCopy.open(database.url, 'kinds', false);
  copy.write(...row);
  copy.write(...row.map(() => null));
  copy.write(...row.slice(0, 8), 4_294_967_296n * 3n + 5n, ...row.slice(9));
  await copy.close();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(
    `select id, list::text, words, facts, encode(bytes, 'hex') as bytes, yes, small, whole,
       large::text, day::text, moment at time zone 'UTC' as moment,
       extract(microseconds from moment)::int as micros from kinds`,
  );
  await client.end();
  expect(rows[0]).toMatchObject({
    ...{ id: ID, list: `{${ID},${ID}}`, words: '百万赠与池', facts: { a: [1, '二'] } },
    ...{ bytes: '00ff10', yes: true, small: -2, whole: -70_000, large: '-9007199254740991' },
    ...{ day: '1999-12-31', micros: 1 },
  });
  expect(Object.values(rows[1] ?? {}).every((value) => value === null)).toBe(true);
  expect(rows[2]).toMatchObject({ large: '12884901893' });
});

test('a row with a column too few, or a word where an id belongs, is no row', async () => {
  const copy = await TableCopy.open(database.url, 'kinds', false);
  expect(() => copy.write(ID)).toThrow('columns');
  expect(() => copy.write('no id'.padEnd(36, '-'), ...row.slice(1))).toThrow('no UUID');
  await copy.drop();
});

test('what PostgreSQL does not take is told', async () => {
  const copy = await TableCopy.open(database.url, 'pool_threshold', true);
  copy.write(ID, ID, -1, 1, 1, 0, null, null);
  await expect(copy.close()).rejects.toThrow('violates check constraint');
  await copy.drop();
});
