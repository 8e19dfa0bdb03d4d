import { freshDatabase, type FreshDatabase } from '../support/database';
import { differences, everything, migrationFaults } from './migrations';
import { filesIn } from './source';

let database: FreshDatabase;
beforeAll(async () => {
  // A clone of the template, which global-setup made by running all migrations on nothing.
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('what the migrations make is what the entities say; all goes down and up again', async () => {
  const { dataSource } = database;
  expect(await dataSource.showMigrations()).toBe(false);
  expect(await differences(dataSource)).toEqual([]);

  const up = await everything(dataSource.manager);
  for (const _each of dataSource.migrations) await dataSource.undoLastMigration();
  expect(await everything(dataSource.manager)).toEqual([
    'S migration_id_seq',
    expect.stringMatching(/^i PK_/),
    'r migration',
  ]);

  await dataSource.runMigrations();
  expect(await everything(dataSource.manager)).toEqual(up);
  expect(await differences(dataSource)).toEqual([]);
}, 120_000);

test('every migration is named by a sentence, says why, and stands alone at its moment', () => {
  const files = filesIn('migrations', '.ts');
  expect(files.length).toBeGreaterThan(5);
  expect(migrationFaults(files)).toEqual([]);
});

describe('the guard goes red', () => {
  test.each([
    ['a column that no entity has', 'alter table place add extra text', 'DROP COLUMN "extra"'],
    ['a column that is gone', 'alter table place drop column time_zone', 'ADD "time_zone"'],
    ['another type', 'alter table asset alter scale type integer', '"scale"'],
    ['a column that may be null', 'alter table place alter name drop not null', 'SET NOT NULL'],
    ['a default', `alter table place alter name set default 'x'`, 'DROP DEFAULT'],
    ['an index that no entity has', 'create index extra on place (name)', 'DROP INDEX'],
    ['an index that is gone', 'drop index place_parent_id', 'CREATE INDEX "place_parent_id"'],
    [
      'a unique constraint that is gone',
      'alter table person drop constraint person_login_key',
      'UNIQUE ("login")',
    ],
    [
      'another condition of a partial index',
      `drop index ledger_entry_reversed_once;
       create unique index ledger_entry_reversed_once on ledger_entry (community_id, reversal_of)
       where rule <> 'x'`,
      'ledger_entry_reversed_once: where',
    ],
    [
      'an index named as a foreign key is',
      'create index place_parent on place (parent_id)',
      'place_parent names an index and a constraint',
    ],
    ['a table without an entity', 'create table extra (id uuid primary key)', 'has no entity'],
    ['an entity without a table', 'drop table sign_in_guess', 'CREATE TABLE "sign_in_guess"'],
  ])('on %s', async (_what, statement, says) => {
    const spoilt = await freshDatabase();
    try {
      await spoilt.dataSource.query(statement);
      expect((await differences(spoilt.dataSource)).join('\n')).toContain(says);
    } finally {
      await spoilt.drop();
    }
  });

  const path = 'migrations/1795300000001-books-hold-assets.ts';
  const why = 'Because a book that holds nothing is no book, and assets are what there is to hold.';
  const text = (parts: { doc?: string; name?: string; down?: string } = {}) => `
    ${parts.doc ?? `/** ${why} */`}
    export class ${parts.name ?? 'BooksHoldAssets1795300000001'} {
      async up(runner) { await runner.query('create table asset ()'); }
      ${parts.down ?? `async down(runner) { await runner.query('drop table asset'); }`}
    }`;

  test.each([
    ['a label for a name', { path: 'migrations/1795300000001-assets.ts', text: text() }],
    ['another class name', { path, text: text({ name: 'Books1795300000001' }) }],
    ['another moment', { path, text: text({ name: 'BooksHoldAssets1795300000002' }) }],
    ['no comment', { path, text: text({ doc: '' }) }],
    ['a comment that says nothing', { path, text: text({ doc: '/** Books hold assets. */' }) }],
    ['no way down', { path, text: text({ down: 'async down() {}' }) }],
  ])('on %s', (_what, file) => {
    expect(migrationFaults([{ path, text: text() }])).toEqual([]);
    expect(migrationFaults([file])).not.toEqual([]);
  });

  test('on two migrations of one moment', () => {
    const other = 'migrations/1795300000001-books-hold-more.ts';
    const faults = migrationFaults([
      { path, text: text() },
      { path: other, text: text({ name: 'BooksHoldMore1795300000001' }) },
    ]);
    expect(faults).toEqual(['1795300000001 is the moment of two migrations']);
  });
});
