import { forgetBooks, rememberBooks } from '../../bench/database/forget';
import { NEW } from '../../bench/posting/drafts';
import { record } from '../../src/bookkeeping/record';
import { SYSTEM } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const entriesIn = async (books: string): Promise<unknown> => {
  const [row] = await database.dataSource.query(
    `select (select count(*) from ledger_entry where community_id = $1)::integer as entries,
       (select count(*) from ledger_leg where community_id = $1)::integer as legs,
       (select count(*) from ledger_account where community_id = $1)::integer as accounts`,
    [books],
  );
  return row;
};

test('the bench takes away its own books and no others', async () => {
  const [own, others] = [newId(), newId()];
  for (const books of [own, others])
    await inUnitOfWork(database.dataSource, SYSTEM, (work) => record(work, books, NEW.hot()));
  await forgetBooks(database.superuserUrl);
  expect(await entriesIn(own)).toEqual({ entries: 1, legs: 2, accounts: 2 });
  await rememberBooks(database.superuserUrl, [own]);
  await rememberBooks(database.superuserUrl, [own]);
  await forgetBooks(database.superuserUrl);
  expect(await entriesIn(own)).toEqual({ entries: 0, legs: 0, accounts: 0 });
  expect(await entriesIn(others)).toEqual({ entries: 1, legs: 2, accounts: 2 });
});
