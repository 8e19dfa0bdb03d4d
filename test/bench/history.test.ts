import { pourHistory, poolOf, type History } from '../../bench/growth/history';
import { growthArms } from '../../bench/growth/growth-arms';
import { brokenLaws } from '../../bench/database/laws';
import { newId } from '../../src/kernel/id';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const long: History = { books: newId(), gifts: 3000, between: 100 };
const short: History = { books: newId(), gifts: 100, between: 10 };

test('a history that was poured keeps the laws as if it had been posted', async () => {
  for (const history of [short, long]) await pourHistory(database.superuserUrl, history);
  const acknowledged = [short, long].map((history) => ({
    ...{ books: history.books, rule: null },
    entries: poolOf(history).legs,
  }));
  expect(await brokenLaws(database.url, [short.books, long.books], acknowledged)).toEqual([]);
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
});

test('each arm reads in it', async () => {
  const grown = { long: poolOf(long), short: poolOf(short) };
  const arms = growthArms(
    () => Promise.resolve(grown),
    () => Promise.resolve(database.dataSource),
  );
  for (const arm of arms.filter(({ name }) => !name.startsWith('list'))) {
    const { meanMs } = await arm.run(0.05);
    expect([arm.name, meanMs]).toEqual([arm.name, expect.any(Number)]);
  }
});
