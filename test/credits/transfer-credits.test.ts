import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { BOOKKEEPING_CHECKS } from '../../src/bookkeeping/bookkeeping.checks';
import { CREDITS_CHECKS } from '../../src/credits/credits.checks';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { expireCredits } from '../../src/credits/expire-credits';
import { freezeWallet } from '../../src/credits/freeze-wallet';
import { openScheme } from '../../src/credits/open-scheme';
import { setTransferRule } from '../../src/credits/set-transfer-rule';
import { tellExpiry } from '../../src/credits/tell-expiry';
import { transferCredits } from '../../src/credits/transfer-credits';
import { addDays, addMonths, startOf, type Day } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { moveOutResident } from '../../src/society/move-out-resident';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type SomeResident, type World } from '../support/world';
import { walletOf } from '../volunteering/stage';
import { earn, runner, schemeInput, spend } from './stage';

const ZONE = 'Asia/Shanghai';
const MONTHS = 6;
const START = '2016-01-01';
const MANY = 10_000;

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

const schemeId = () => toGlobalId('CreditScheme', null, scheme.id);
const family = () => world.home.households[1]!.residents;
const at = (day: Day) => startOf(day, ZONE);

/** What was just recorded is moved to the moment at which it is to have been. */
async function date(moment: Date): Promise<void> {
  const { dataSource } = database;
  for (const table of ['ledger_entry', 'ledger_leg'])
    await dataSource.query(`update ${table} set recorded_at = $1 where recorded_at > $2`, [
      moment,
      '2022-01-01',
    ]);
}

const allow = (fromMonth: string, monthlyLimit: number, now: Date) =>
  runner(database.dataSource)(
    world.officer.actor,
    (work) => setTransferRule(work, { schemeId: schemeId(), fromMonth, monthlyLimit }),
    now,
  );

async function handOn(
  [from, to]: readonly [SomeResident, SomeResident],
  credits: number,
  now: Date,
  more: { actor?: typeof world.officer.actor; idempotencyKey?: string } = {},
) {
  const { actor = world.home.cadre.actor, idempotencyKey = `hand-${randomUUID()}` } = more;
  const input = { idempotencyKey, fromResidentId: from.globalId, toResidentId: to.globalId };
  await runner(database.dataSource)(
    actor,
    (work) => transferCredits(work, { ...input, credits }),
    now,
  );
}

/** How it ended: the refusal's code with its field, or what was handed on. */
async function told(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    const { code = String(error), path = [] } = error as { code?: string; path?: string[] };
    return [code, ...path].join(' ');
  }
}

async function live(resident: SomeResident, day: Day, credits: number): Promise<void> {
  if (credits > 0) await earn(database.dataSource, scheme, resident, credits);
  else await spend(database.dataSource, scheme, resident, -credits);
  await date(at(day));
}

const ended = (resident: SomeResident): Promise<{ on: Day; credits: number }[]> =>
  database.dataSource.query(
    `select facts->>'on' as "on", (facts->'credits'->>'minor')::int credits from ledger_entry
     where rule = 'creditsExpired' and facts->>'residentId' = $1 order by facts->>'on'`,
    [resident.id],
  );

const expire = async (day: Day) => {
  await expireCredits(database.dataSource, at(day));
  await date(at(day));
};

const findings = () =>
  runChecks(database.dataSource, [
    ...LEDGER_CHECKS.filter(({ name }) => name !== 'order'),
    ...BOOKKEEPING_CHECKS,
    ...CREDITS_CHECKS,
  ]);

/** Dated credits by hand: whoever takes, takes the oldest. */
class ByHand {
  lots: { day: Day; left: number }[] = [];

  get balance(): number {
    return this.lots.reduce((sum, { left }) => sum + left, 0);
  }

  come(day: Day, credits: number): void {
    this.lots.push({ day, left: credits });
    this.lots.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  go(credits: number): { day: Day; left: number }[] {
    let owed = credits;
    const gone: { day: Day; left: number }[] = [];
    for (const lot of this.lots) {
      const taken = Math.min(lot.left, owed);
      if (taken > 0) gone.push({ day: lot.day, left: taken });
      [lot.left, owed] = [lot.left - taken, owed - taken];
    }
    this.lots = this.lots.filter(({ left }) => left > 0);
    return gone;
  }

  end(today: Day): number {
    const over = this.lots.filter(({ day }) => addMonths(day, MONTHS) <= today);
    this.lots = this.lots.filter((lot) => !over.includes(lot));
    return over.reduce((sum, { left }) => sum + left, 0);
  }
}

const someAct = fc.record({
  who: fc.nat({ max: 2 }),
  whom: fc.integer({ min: 1, max: 2 }),
  later: fc.nat({ max: 25 }),
  credits: fc.integer({ min: -15, max: 25 }),
  handsOn: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }),
  ends: fc.boolean(),
});

test.each([20261126, 7, 99])(
  'credits handed on, spent and ended in any order end as by the naive model (%i)',
  async (seed) => {
    await allow('2016-01', MANY, at('2015-12-01'));
    const [acts = []] = fc.sample(fc.array(someAct, { minLength: 60, maxLength: 60 }), {
      ...{ numRuns: 1, seed },
    });
    await liveThrough(family(), acts);
    expect(await findings()).toEqual([]);
  },
  120_000,
);

type Act = typeof someAct extends fc.Arbitrary<infer A> ? A : never;

async function liveThrough(wallets: readonly SomeResident[], acts: readonly Act[]) {
  const hands = wallets.map(() => new ByHand());
  const expected = wallets.map((): Map<Day, number> => new Map());
  let day: Day = START;
  let handedOn = 0;
  let ends = 0;
  for (const act of acts) {
    day = addDays(day, act.later);
    const [from, to] = [act.who, (act.who + act.whom) % wallets.length] as const;
    const hand = hands[from]!;
    const credits = Math.max(act.credits, -hand.balance);
    if (credits !== 0) await live(wallets[from]!, day, credits);
    if (credits > 0) hand.come(day, credits);
    else hand.go(-credits);
    // As every night: what is of age ends before it can be handed on.
    if (act.ends || act.handsOn !== null) {
      await expire(day);
      for (const [i, each] of hands.entries()) {
        const over = each.end(day);
        if (over > 0) expected[i]!.set(day, (expected[i]!.get(day) ?? 0) + over);
        if (over > 0) ends += 1;
      }
    }
    if (act.handsOn === null || hand.balance === 0) continue;
    const pair = [wallets[from]!, wallets[to]!] as const;
    const much = Math.min(act.handsOn, hand.balance);
    const said = await told(handOn(pair, much, at(day)));
    await date(at(day));
    const soon = hand.lots.some((lot) => addMonths(lot.day, MONTHS) <= addDays(day, 1));
    expect(said).toBe(soon ? 'CREDITS_END_SOON credits' : 'done');
    if (soon) continue;
    for (const lot of hand.go(much)) hands[to]!.come(lot.day, lot.left);
    handedOn += 1;
  }
  expect(handedOn).toBeGreaterThan(8);
  expect(ends).toBeGreaterThan(5);
  for (const [i, resident] of wallets.entries()) {
    const inOrder = [...expected[i]!].map(([on, credits]) => ({ on, credits }));
    expect(await ended(resident)).toEqual(inOrder);
    expect(await walletOf(database.dataSource, resident)).toBe(hands[i]!.balance);
  }
}

describe('who may, and what is refused', () => {
  const NOW = at('2016-02-10');
  const one = () => family()[0]!;
  const two = () => family()[1]!;
  const self = () => world.home.members[0];

  beforeEach(async () => {
    await allow('2016-01', 30, at('2015-12-01'));
    await live(one(), '2016-02-01', 100);
  });

  test('the resident hands on, once under a key; the room of the month is the limit', async () => {
    const how = { actor: self().actor, idempotencyKey: 'hand-me-on-1' };
    expect(self().resident.id).toBe(one().id);
    await handOn([one(), two()], 20, NOW, how);
    await handOn([one(), two()], 20, NOW, how);
    expect(await told(handOn([one(), two()], 19, NOW, how))).toBe('KEY_REUSED idempotencyKey');
    expect(await walletOf(database.dataSource, two())).toBe(20);
    expect(await told(handOn([one(), two()], 11, NOW))).toBe('TRANSFER_LIMIT_REACHED credits');
    await handOn([one(), two()], 10, NOW);
    // Whoever was given something may give it back, by a limit of their own.
    await handOn([two(), one()], 30, NOW);
    expect(await walletOf(database.dataSource, one())).toBe(100);
    await handOn([one(), two()], 30, at('2016-03-01'));
    expect(await findings()).toEqual([]);
  });

  test('nobody hands on what is not there, to themselves, or out of the household', async () => {
    const elsewhere = world.home.households[2]!.residents[0]!;
    const abroad = world.other.households[1]!.residents[0]!;
    const cases: [readonly [SomeResident, SomeResident], number, string][] = [
      [[one(), one()], 5, 'TRANSFER_TO_SELF toResidentId'],
      [[one(), elsewhere], 5, 'OTHER_HOUSEHOLD toResidentId'],
      [[one(), abroad], 5, 'OTHER_COMMUNITY toResidentId'],
      [[one(), two()], 0, 'TRANSFER_RANGE credits'],
      [[one(), two()], -5, 'TRANSFER_RANGE credits'],
      [[one(), two()], 0.5, 'TRANSFER_RANGE credits'],
      [[one(), two()], 10_001, 'TRANSFER_RANGE credits'],
      [[two(), one()], 1, 'INSUFFICIENT_CREDITS credits'],
    ];
    for (const [pair, credits, code] of cases)
      expect(await told(handOn(pair, credits, NOW))).toBe(code);
    expect(await walletOf(database.dataSource, one())).toBe(100);
  });

  test('only the resident, a cadre or an officer; and never what is another’s to oneself', async () => {
    const { clerk, storekeeper } = world.home;
    for (const { actor } of [clerk, storekeeper, world.outsider, world.other.cadre])
      expect(await told(handOn([one(), two()], 5, NOW, { actor }))).toMatch(/FORBIDDEN/);
    await live(two(), '2016-02-01', 50);
    // The resident is no cadre; where one is, the other's credits are not theirs to take.
    expect(await told(handOn([two(), one()], 5, NOW, { actor: self().actor }))).toMatch(
      /FORBIDDEN/,
    );
    const cadre = { ...self().actor, standings: world.home.cadre.actor.standings };
    expect(await told(handOn([two(), one()], 5, NOW, { actor: cadre }))).toBe(
      'OWN_TRANSFER toResidentId',
    );
  });

  test('a frozen wallet neither gives nor takes, and who has moved out is gone', async () => {
    const freeze = (resident: SomeResident) =>
      runner(database.dataSource)(world.home.cadre.actor, (work) =>
        freezeWallet(work, { residentId: resident.globalId, reason: 'A quarrel' }),
      );
    await freeze(two());
    expect(await told(handOn([one(), two()], 5, NOW))).toBe('WALLET_FROZEN toResidentId');
    await freeze(one());
    expect(await told(handOn([one(), two()], 5, NOW))).toBe('WALLET_FROZEN fromResidentId');
    const three = family()[2]!;
    await runner(database.dataSource)(
      world.home.cadre.actor,
      (work) => moveOutResident(work, { residentId: three.globalId, movedOut: '2022-01-01' }),
      at('2022-01-01'),
    );
    expect(await told(handOn([three, two()], 5, at('2022-01-01')))).toBe(
      'RESIDENT_GONE fromResidentId',
    );
  });

  test('what ends today or tomorrow comes first, and is not handed on', async () => {
    expect(await told(handOn([one(), two()], 5, at('2016-07-31')))).toBe(
      'CREDITS_END_SOON credits',
    );
    expect(await told(handOn([one(), two()], 5, at('2016-08-01')))).toBe(
      'CREDITS_END_SOON credits',
    );
    await handOn([one(), two()], 5, at('2016-07-30'));
    await date(at('2016-07-30'));
    await expire('2016-08-01');
    expect(await ended(two())).toEqual([{ on: '2016-08-01', credits: 5 }]);
    expect(await ended(one())).toEqual([{ on: '2016-08-01', credits: 95 }]);
  });

  test('who was given what ends soon is told, though the walk has been there', async () => {
    const { dataSource } = database;
    await tellExpiry(dataSource, at('2016-07-10'));
    await handOn([one(), two()], 5, at('2016-07-11'));
    await date(at('2016-07-11'));
    for (const day of ['2016-07-12', '2016-07-12', '2016-07-13'])
      await tellExpiry(dataSource, at(day));
    const notices: unknown[] = await dataSource.query(
      `select told_on::text "toldOn", credits::int, ends_on::text "endsOn" from expiry_notice
       where resident_id = $1`,
      [two().id],
    );
    expect(notices).toEqual([{ toldOn: '2016-07-12', credits: 5, endsOn: '2016-08-01' }]);
  });

  test('from many connections at once: no more than there is, nor than the limit', async () => {
    await live(one(), '2016-02-01', -75);
    const [three] = family().slice(2);
    const tries = Array.from({ length: 8 }, (_, i) =>
      told(handOn([one(), i % 2 === 0 ? two() : three!], 10, NOW)),
    );
    const both = await Promise.all([...tries, told(handOn([two(), one()], 3, NOW))]);
    const sums = await Promise.all(
      [one(), two(), three!].map((r) => walletOf(database.dataSource, r)),
    );
    expect(sums.reduce((sum, credits) => sum + credits, 0)).toBe(25);
    expect(both.slice(0, 8).filter((said) => said === 'done').length).toBeLessThanOrEqual(3);
    expect(both.filter((said) => /deadlock|Error/.test(said))).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  test('wallets are held in the order of postings: nobody stands crosswise with a till', async () => {
    await live(two(), '2016-02-01', 1);
    const [first, last]: { id: string; holder: string }[] = await database.dataSource.query(
      `select id, holder_id as holder from ledger_account
       where kind = 'wallet' and holder_id = any ($1) order by id`,
      [[one().id, two().id]],
    );
    const [receiver, giver] = first!.holder === one().id ? [one(), two()] : [two(), one()];
    const till = database.dataSource.createQueryRunner();
    const take = (id: string) =>
      till.query('select id from ledger_account where id = $1 for no key update nowait', [id]);
    await till.startTransaction();
    await take(first!.id);
    const handing = told(handOn([giver, receiver], 1, NOW));
    for (let waiting: unknown[] = []; waiting.length === 0;)
      waiting = await database.dataSource.query(
        `select 1 from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
    const taken = await told(take(last!.id));
    await till.rollbackTransaction();
    await till.release();
    expect([taken, await handing]).toEqual(['done', 'done']);
  });

  test('the policy is dated: off before it, another limit later, and never for this month', async () => {
    expect(await told(handOn([one(), two()], 5, at('2015-12-31')))).toBe(
      'TRANSFERS_OFF fromResidentId',
    );
    await allow('2016-03', 0, NOW);
    await handOn([one(), two()], 5, NOW);
    expect(await told(handOn([one(), two()], 5, at('2016-03-01')))).toBe(
      'TRANSFERS_OFF fromResidentId',
    );
    expect(await told(allow('2016-02', 50, NOW))).toBe('TRANSFER_RULE_TOO_EARLY fromMonth');
    expect(await told(allow('2016-13', 50, NOW))).toBe('MONTH_UNREADABLE fromMonth');
    expect(await told(allow('2016-04', -1, NOW))).toBe('TRANSFER_LIMIT_RANGE monthlyLimit');
  });
});

test('verify sees ages that were made younger, and credits that were doubled', async () => {
  await allow('2016-01', MANY, at('2015-12-01'));
  const [one, two] = family() as [SomeResident, SomeResident];
  await live(one, START, 10);
  await live(one, '2016-02-01', 10);
  await handOn([one, two], 15, at('2016-03-01'));
  await date(at('2016-03-01'));
  expect(await findings()).toEqual([]);
  const names = async () => (await findings()).map(({ check }) => check);
  await database.dataSource.query(
    `update carried_credits set came_at = '2016-02-15' where credits = 10`,
  );
  expect(new Set(await names())).toEqual(new Set(['carried-credits']));
  await database.dataSource.query(
    `update ledger_entry set facts = jsonb_set(facts, '{layers,0,cameAt}', '"2016-02-15T00:00:00Z"')
     where rule = 'creditsTransferred'`,
  );
  expect(await names()).toContain('handed-on');
});
