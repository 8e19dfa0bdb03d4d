import { countGift } from '../../src/donations/count-gift';
import { Refusal } from '../../src/kernel/refusal';
import { countGuess } from '../../src/society/guesses';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function outcome(address: string): Promise<string> {
  try {
    await countGift(database.dataSource, address);
    return 'counted';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { retryAfterSeconds } = error.facts as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(600);
    return error.code;
  }
}

test('of many at once from one address three hundred pass, and others are not kept waiting', async () => {
  const outcomes = await atOnce(database.dataSource, 310, () => outcome('10.0.0.1'));
  expect(outcomes.filter((each) => each === 'counted')).toHaveLength(300);
  expect(outcomes.filter((each) => each === 'TOO_MANY_TRIES')).toHaveLength(10);
  expect(await outcome('10.0.0.2')).toBe('counted');
});

test('it is no guess at a password', async () => {
  const guess = { login: 'somebody', address: '10.0.0.1' };
  await expect(countGuess(database.dataSource, guess)).resolves.toBeUndefined();
});

test('ten minutes later it begins again', async () => {
  await database.dataSource.query(`update sign_in_guess set expire = 0 where key like 'gift%'`);
  expect(await outcome('10.0.0.1')).toBe('counted');
});
