import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { read } from '../../src/kernel/read';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
let line: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  line = await createDataSource(database.url, 1).initialize();
});
afterAll(async () => {
  await line.destroy();
  await database.drop();
});

const NAMES = 'select name from place where name = any ($1) order by name';
const prepared = async () => {
  const [row] = await line.query(
    'select count(*)::int as n from pg_prepared_statements where statement = $1',
    [NAMES],
  );
  return (row as { n: number }).n;
};

test('a text is prepared once on a connection, however often it is read', async () => {
  expect(await prepared()).toBe(0);
  for (let i = 0; i < 3; i += 1) expect(await read(line.manager, NAMES, [['x']])).toEqual([]);
  expect(await prepared()).toBe(1);
});

test('inside a transaction it sees what the transaction wrote, and nobody else does', async () => {
  const { dataSource } = database;
  await dataSource
    .transaction(async (db) => {
      await db.query(
        `insert into place (id, kind, name, lineage, keeps_books, time_zone)
         values ($1, 'city', 'Anshan', array[$1::uuid], false, 'Asia/Shanghai')`,
        ['01a214e0-ac0e-736c-8baf-a48adb4c51b5'],
      );
      expect(await read(db, NAMES, [['Anshan']])).toEqual([{ name: 'Anshan' }]);
      expect(await read(dataSource.manager, NAMES, [['Anshan']])).toEqual([]);
      throw new Error('not kept');
    })
    .catch((error: Error) => expect(error.message).toBe('not kept'));
});
