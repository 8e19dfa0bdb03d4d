import fc from 'fast-check';
import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import { CREDITS_CHECKS } from '../../src/credits/credits.checks';
import { BRINGS_CREDITS, CARRIES_CREDITS } from '../../src/credits/credit-walk';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { expireCredits } from '../../src/credits/expire-credits';
import { openScheme } from '../../src/credits/open-scheme';
import { tellExpiry } from '../../src/credits/tell-expiry';
import { reverse } from '../../src/bookkeeping/record';
import { BOOKKEEPING_CHECKS } from '../../src/bookkeeping/bookkeeping.checks';
import { SYSTEM } from '../../src/kernel/actor';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { entriesById } from '../../src/ledger/entry.reader';
import { addDays, addMonths, startOf, type Day } from '../../src/kernel/calendar';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { newWorld, type SomeResident, type World } from '../support/world';
import { walletOf } from '../volunteering/stage';
import { earn, runner, schemeInput, spend } from './stage';

const ZONE = 'Asia/Shanghai';
const MONTHS = 6;
const START = '2016-01-01';

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
beforeEach(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  scheme = await runner(database.dataSource)(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place, { expiryMonths: MONTHS })),
  );
  // Only here may a line be as old as the test wants it.
  await database.dataSource.query('alter table ledger_leg disable trigger ledger_leg_stays');
  await database.dataSource.query('alter table ledger_entry disable trigger ledger_entry_stays');
});
afterEach(() => database.drop());

const residents = () => world.home.households.flatMap((household) => household.residents);
const at = (day: Day) => startOf(day, ZONE);

/** What was just recorded of a wallet is moved to the moment at which it is to have been. */
async function date(resident: SomeResident, day: Day): Promise<void> {
  const { dataSource } = database;
  await dataSource.query(
    `update ledger_entry set recorded_at = $2 where id in (
       select leg.entry_id from ledger_leg leg join ledger_account account
         on account.community_id = leg.community_id and account.id = leg.account_id
       where account.holder_id = $1 and account.kind = 'wallet' and leg.recorded_at > $3)`,
    [resident.id, at(day), '2022-01-01'],
  );
  await dataSource.query(
    `update ledger_leg set recorded_at = entry.recorded_at from ledger_entry entry
     where entry.community_id = ledger_leg.community_id and entry.id = ledger_leg.entry_id
       and entry.recorded_at <> ledger_leg.recorded_at`,
  );
}

async function live(resident: SomeResident, day: Day, credits: number): Promise<void> {
  if (credits > 0) await earn(database.dataSource, scheme, resident, credits);
  else await spend(database.dataSource, scheme, resident, -credits);
  await date(resident, day);
}

/** Takes a use back, if there is one left: its credits come in anew. Returns how many. */
async function takeBack(resident: SomeResident, day: Day): Promise<number> {
  const { dataSource } = database;
  const [use]: { id: string; amount: string }[] = await dataSource.query(
    `select entry.id, leg.amount from ledger_entry entry
     join ledger_leg leg on leg.entry_id = entry.id
     join ledger_account account on account.id = leg.account_id and account.kind = 'wallet'
     where account.holder_id = $1 and entry.rule = 'goodsExchanged' and not exists (
       select 1 from ledger_entry mirror where mirror.reversal_of = entry.id)
     order by entry.recorded_at, entry.id limit 1`,
    [resident.id],
  );
  if (!use) return 0;
  const [entry] = await entriesById(dataSource.manager, resident.communityId, [use.id]);
  const how = { request: ownRequest(`back/${use.id}`), occurredAt: new Date(), reason: 'A slip' };
  await inUnitOfWork(dataSource, SYSTEM, (work) => reverse(work, entry!, how));
  await date(resident, day);
  return Number(use.amount);
}

const expire = (day: Day) => expireCredits(database.dataSource, at(day));

/** What ended of a wallet, in the order in which it did. */
const ended = (resident: SomeResident): Promise<{ on: Day; credits: number }[]> =>
  database.dataSource.query(
    `select facts->>'on' as "on", (facts->'credits'->>'minor')::int credits from ledger_entry
     where rule = 'creditsExpired' and facts->>'residentId' = $1 order by facts->>'on'`,
    [resident.id],
  );

const notices = (resident: SomeResident): Promise<object[]> =>
  database.dataSource.query(
    `select told_on::text "toldOn", credits::int, ends_on::text "endsOn" from expiry_notice
     where resident_id = $1 order by told_on`,
    [resident.id],
  );

const findings = () =>
  runChecks(database.dataSource, [
    ...LEDGER_CHECKS.filter(({ name }) => name !== 'order'),
    ...BOOKKEEPING_CHECKS,
    ...CREDITS_CHECKS,
  ]);

test('credits end on the day so many months later, once, and only what was not spent', async () => {
  const [one, two] = residents() as [SomeResident, SomeResident];
  await live(one, START, 20);
  await live(one, '2016-01-02', 7);
  await live(two, START, 5);
  await live(one, '2016-03-01', -12);
  await expire('2016-06-30');
  expect(await walletOf(database.dataSource, one)).toBe(15);
  await expire('2016-07-01');
  await expire('2016-07-01');
  expect(await ended(one)).toEqual([{ on: '2016-07-01', credits: 8 }]);
  expect(await ended(two)).toEqual([{ on: '2016-07-01', credits: 5 }]);
  expect(await walletOf(database.dataSource, one)).toBe(7);
  await expire('2016-09-01');
  expect(await ended(one)).toHaveLength(2);
  expect(await walletOf(database.dataSource, one)).toBe(0);
  expect(await findings()).toEqual([]);
});

test('it is told thirty days before, once', async () => {
  const [one] = residents() as [SomeResident];
  await live(one, START, 20);
  await live(one, '2016-02-01', -5);
  for (const day of ['2016-05-31', '2016-06-01', '2016-06-01', '2016-06-02'])
    await tellExpiry(database.dataSource, at(day));
  expect(await notices(one)).toEqual([{ toldOn: '2016-06-01', credits: 15, endsOn: '2016-07-01' }]);
});

test('two processes at once, and one that is told that it is over', async () => {
  for (const resident of residents()) await live(resident, START, 9);
  await expireCredits(database.dataSource, at('2016-07-01'), () => true);
  expect(await ended(residents()[0]!)).toEqual([]);
  await Promise.all([1, 2, 3].map(() => expire('2016-07-01')));
  for (const resident of residents())
    expect(await ended(resident)).toEqual([{ on: '2016-07-01', credits: 9 }]);
  expect(await findings()).toEqual([]);
});

test('what is spent while credits end is never taken twice', async () => {
  const [one] = residents() as [SomeResident];
  await live(one, START, 10);
  await earn(database.dataSource, scheme, one, 10);
  await Promise.all([spend(database.dataSource, scheme, one, 10), expire('2016-07-01')]);
  const [gone] = await ended(one);
  // Either all that was old had been spent, or it ended and the younger ones were spent.
  expect(await walletOf(database.dataSource, one)).toBe(gone ? 0 : 10);
  expect(await findings()).toEqual([]);
});

test('a day on which nothing comes of age asks for nothing but the walk', async () => {
  for (const resident of residents()) await live(resident, START, 9);
  await expire('2016-07-01');
  const few = await countQueries(database.dataSource, () => expire('2016-07-02'));
  expect(few.statements.length).toBeLessThanOrEqual(7);
});

test('every rule that brings credits into a wallet is followed', () => {
  const bringing = CHAPTERS.flatMap(({ rules }) => Object.values(rules))
    .filter(({ post, example }) =>
      post(example).some(({ account, minor }) => account.kind === 'wallet' && minor < 0n),
    )
    .map(({ name }) => name);
  expect([...BRINGS_CREDITS, ...CARRIES_CREDITS].sort()).toEqual([...bringing, 'reversal'].sort());
});

/** Lots of credits by hand: the oldest first. */
class ByHand {
  private lots: { day: Day; left: number }[] = [];

  get balance(): number {
    return this.lots.reduce((sum, { left }) => sum + left, 0);
  }

  come(day: Day, credits: number): void {
    this.lots.push({ day, left: credits });
  }

  go(credits: number): void {
    let owed = credits;
    for (const lot of this.lots) {
      const taken = Math.min(lot.left, owed);
      [lot.left, owed] = [lot.left - taken, owed - taken];
    }
  }

  end(today: Day): number {
    const over = this.lots.filter(({ day }) => addMonths(day, MONTHS) <= today);
    this.lots = this.lots.filter((lot) => !over.includes(lot));
    return over.reduce((sum, { left }) => sum + left, 0);
  }
}

const someAct = fc.record({
  who: fc.nat({ max: 3 }),
  later: fc.nat({ max: 45 }),
  credits: fc.integer({ min: -25, max: 25 }),
  ends: fc.boolean(),
  takesBack: fc.boolean(),
});

test('any lives of wallets end what the naive model of dated credits ends', async () => {
  const [acts = []] = fc.sample(fc.array(someAct, { minLength: 60, maxLength: 60 }), {
    numRuns: 1,
    seed: 20261126,
  });
  const wallets = residents().slice(0, 4);
  const hands = wallets.map(() => new ByHand());
  const expected = wallets.map((): { on: Day; credits: number }[] => []);
  let day: Day = START;
  let takenBack = 0;
  for (const { who, later, credits: wanted, ends, takesBack } of acts) {
    day = addDays(day, later);
    const hand = hands[who]!;
    const credits = Math.max(wanted, -hand.balance);
    if (credits !== 0) await live(wallets[who]!, day, credits);
    if (credits > 0) hand.come(day, credits);
    else hand.go(-credits);
    const back = takesBack ? await takeBack(wallets[who]!, day) : 0;
    if (back > 0) hand.come(day, back);
    takenBack += back;
    if (!ends) continue;
    await expire(day);
    for (const [i, each] of hands.entries()) {
      const over = each.end(day);
      if (over === 0) continue;
      expected[i]!.push({ on: day, credits: over });
      await date(wallets[i]!, day);
    }
  }
  expect(takenBack).toBeGreaterThan(0);
  expect(expected.flat().length).toBeGreaterThan(5);
  for (const [i, resident] of wallets.entries()) {
    const sums = new Map<Day, number>();
    for (const { on, credits } of expected[i]!) sums.set(on, (sums.get(on) ?? 0) + credits);
    const inOrder = [...sums].map(([on, credits]) => ({ on, credits }));
    expect(await ended(resident)).toEqual(inOrder);
    expect(await walletOf(database.dataSource, resident)).toBe(hands[i]!.balance);
  }
  expect(await findings()).toEqual([]);
}, 120_000);
