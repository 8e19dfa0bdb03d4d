import fc from 'fast-check';
import { Context } from '../../src/api/context';
import { expiringSoon, lastDayEarned } from '../../src/credits/expiring-credits.reader';
import { openScheme } from '../../src/credits/open-scheme';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { walletOf } from '../../src/credits/wallet.reader';
import { STRANGER } from '../../src/kernel/actor';
import { addDays, addMonths, startOf, type Day } from '../../src/kernel/calendar';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type SomeResident, type World } from '../support/world';
import { countQueries, JOINED } from '../support/queries';
import { earn, runner, schemeInput, spend } from './stage';

const ZONE = 'Asia/Shanghai';
const MONTHS = 6;
const START = '2026-01-01';

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  scheme = await runner(database.dataSource)(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place, { expiryMonths: MONTHS })),
  );
  // Only here may a line be as old as the test wants it.
  await database.dataSource.query('alter table ledger_leg disable trigger ledger_leg_stays');
});
afterAll(() => database.drop());

/** One day's doing: credits that came (positive) or went (negative). */
interface Act {
  readonly day: Day;
  readonly credits: number;
}

/** What ends by thirty days after today, worked out lot by lot. */
function byHand(acts: readonly Act[], today: Day): { credits: number; on: Day } | null {
  const lots: { day: Day; left: number }[] = [];
  for (const { day, credits } of acts) {
    if (credits > 0) lots.push({ day, left: credits });
    let owed = Math.max(-credits, 0);
    for (const lot of lots) {
      const taken = Math.min(lot.left, owed);
      [lot.left, owed] = [lot.left - taken, owed - taken];
    }
  }
  const ending = lots.filter(
    ({ day, left }) => left > 0 && addMonths(day, MONTHS) <= addDays(today, 30),
  );
  const [first] = ending;
  if (!first) return null;
  const credits = ending.reduce((sum, { left }) => sum + left, 0);
  return { credits, on: addMonths(first.day, MONTHS) };
}

async function live(resident: SomeResident, acts: readonly Act[]): Promise<void> {
  for (const [i, { day, credits }] of acts.entries()) {
    if (credits > 0) await earn(database.dataSource, scheme, resident, credits);
    else await spend(database.dataSource, scheme, resident, -credits);
    await database.dataSource.query(
      `update ledger_leg set recorded_at = $3 from ledger_account account
       where account.id = ledger_leg.account_id and account.kind = 'wallet'
         and account.holder_id = $1 and ledger_leg.seq = $2`,
      [resident.id, i + 1, startOf(day, ZONE)],
    );
  }
}

async function asked(resident: SomeResident, today: Day) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const now = startOf(today, ZONE);
  const context = new Context(database.dataSource, STRANGER, 'en', session, now);
  const wallet = await walletOf(context, resident);
  return wallet && (await expiringSoon(context, wallet));
}

const residents = () => world.home.households.flatMap((household) => household.residents);

test('the last day whose credits end in time is the last, whatever the months’ lengths', () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), (today, months) => {
      const day = lastDayEarned(today, months);
      const limit = addDays(today, 30);
      expect(addMonths(day, months) <= limit).toBe(true);
      expect(addMonths(addDays(day, 1), months) > limit).toBe(true);
    }),
  );
});

test('an empty wallet, a spent one, and the two days on which it turns', async () => {
  const [empty, spent, one] = residents() as [SomeResident, SomeResident, SomeResident];
  expect(await asked(empty, '2030-01-01')).toBeNull();
  await live(spent, [
    { day: START, credits: 5 },
    { day: START, credits: -5 },
  ]);
  expect(await asked(spent, '2030-01-01')).toBeNull();
  await live(one, [{ day: START, credits: 5 }]);
  expect(await asked(one, '2026-05-31')).toBeNull();
  expect(await asked(one, '2026-06-01')).toEqual({ credits: 5, on: '2026-07-01' });
  expect(await asked(one, '2030-01-01')).toEqual({ credits: 5, on: '2026-07-01' });
});

test('any life of a wallet, looked at on any day, is as worked out by hand', async () => {
  const wallets = residents().slice(3);
  const lives = fc.sample(
    fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: -25, max: 20 })), {
      minLength: 1,
      maxLength: 24,
    }),
    { numRuns: wallets.length, seed: 20261122 },
  );
  for (const [i, resident] of wallets.entries()) {
    let [day, balance] = [START as Day, 0];
    const acts: Act[] = [];
    for (const [later, wanted] of lives[i] ?? []) {
      day = addDays(day, later);
      const credits = Math.max(wanted, -balance);
      if (credits === 0) continue;
      balance += credits;
      acts.push({ day, credits });
    }
    await live(resident, acts);
    for (let n = -60; n <= 420; n += 24) {
      const today = addDays(START, n + i);
      expect({ today, ...(await asked(resident, today)) }).toEqual({
        ...{ today, ...byHand(acts, today) },
      });
    }
  }
}, 60_000);

test('it is one statement for any number of wallets', async () => {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const read = (count: number) => async () => {
    const now = startOf('2027-06-01', ZONE);
    const context = new Context(database.dataSource, STRANGER, 'en', session, now);
    return await Promise.all(
      residents()
        .slice(0, count)
        .map(async (resident) => {
          const wallet = await walletOf(context, resident);
          return wallet && (await expiringSoon(context, wallet));
        }),
    );
  };
  const few = await countQueries(database.dataSource, read(2));
  const all = await countQueries(database.dataSource, read(15));
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(few.statements).toHaveLength(3);
});
