import { startOf } from '../../src/kernel/calendar';
import { registerHouseholds } from '../../src/society/register-households';
import { allotPublicFund } from '../../src/public-funds/allot-public-fund';
import { allotmentBy, largestAllotment } from '../../src/public-funds/allotment';
import type { AllotmentPolicyRow } from '../../src/public-funds/allotment-policy.entity';
import { settlePublicFund } from '../../src/public-funds/settle-public-fund';
import { moveOutResident } from '../../src/society/move-out-resident';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { refused } from '../motions/assembly';
import {
  allot,
  at,
  dayAt,
  DAY_ONE,
  fundId,
  key,
  newOffice,
  policy,
  receive,
  YEAR,
  type Office,
} from './office';

/** What a community gets for a year, and how it comes (C2). */

let office: Office;
beforeEach(async () => {
  office = await newOffice(1);
});
afterEach(async () => {
  expect(await runChecks(office.database.dataSource, CHECKS)).toEqual([]);
  await office.database.drop();
});

const rates = (perHundred: bigint, floor = 0n) =>
  ({ perHundredMinor: `${perHundred}`, floorMinor: `${floor}` }) as AllotmentPolicyRow;

test('households count by the hundred in parts, and a part of a fen is a fen', () => {
  const by = (households: number, perHundred = 300_000n, floor = 0n) =>
    allotmentBy(rates(perHundred, floor), households).minor;
  expect([0, 1, 99, 100, 101].map((n) => by(n))).toEqual([0n, 3000n, 297000n, 300000n, 303000n]);
  expect([1, 2, 3].map((n) => by(n, 333_333n))).toEqual([3334n, 6667n, 10_000n]);
  expect([99, 100, 101].map((n) => by(n, 300_000n, 300_000n))).toEqual([300000n, 300000n, 303000n]);
});

test('of what a city and a street say, what gives more holds', () => {
  const most = (households: number) =>
    largestAllotment([rates(300_000n, 0n), rates(200_000n, 450_000n)], households)?.minor;
  expect([149, 150, 151].map(most)).toEqual([450000n, 450000n, 453000n]);
  expect(largestAllotment([], 100)).toBeNull();
});

/** The community has so many households altogether. */
async function growTo(households: number): Promise<void> {
  const { home } = office.world;
  const [{ count }] = (await office.database.dataSource.query(
    'select count(*)::integer from household where community_id = $1',
    [home.id],
  )) as [{ count: number }];
  for (let left = households - count; left > 0; left -= 50)
    await at(office, home.cadre.actor, (work) =>
      registerHouseholds(work, {
        communityId: home.place.globalId,
        households: Array.from({ length: Math.min(left, 50) }, (_, n) => ({
          address: `Lane ${left}, ${n}`,
          residents: [{ name: 'Neighbour', movedIn: '2020-01-01' }],
        })),
      }),
    );
}

test.each([
  [99, '297000'],
  [100, '300000'],
  [101, '303000'],
])('%i households at CNY 3,000 are %s fen', async (households, minor) => {
  await growTo(households);
  await policy(office, '3000.00');
  const fund = await allot(office);
  expect(fund).toMatchObject({ households, allottedMinor: minor, perHundredMinor: '300000' });
});

test('who moved away leaves an empty household, and it is not counted', async () => {
  await policy(office, '3000.00', { floor: '1.00' });
  const { home } = office.world;
  const before = await allot(office);
  for (const { residents } of home.households.slice(4, 5))
    for (const { globalId } of residents)
      await at(office, home.cadre.actor, (work) =>
        moveOutResident(work, { residentId: globalId, movedOut: DAY_ONE }),
      );
  const next = await allot(office, { year: YEAR + 1 });
  expect(next.households).toBe(before.households - 1);
});

/** What the next year would be allotted; nothing of it stays. */
async function allotAndUndo(countedOn: string, now: Date): Promise<string> {
  let minor = '';
  const year = Number(countedOn.slice(0, 4)) + 1;
  const undone = new Error('Undone');
  const act = at(
    office,
    office.world.officer.actor,
    async (work) => {
      const made = await allotPublicFund(work, {
        ...{ idempotencyKey: key(), communityId: office.world.home.place.globalId },
        ...{ officeId: office.officeId, year, name: 'Tried', countedOn },
      });
      minor = made.allottedMinor;
      throw undone;
    },
    now,
  );
  await act.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return minor;
}

test('a policy holds from its own day on, and a fund keeps what it was computed by', async () => {
  await growTo(100);
  await policy(office, '3000.00');
  await policy(office, '4000.00', { from: dayAt(2) });
  await policy(office, '3500.00', { from: dayAt(1), placeId: office.world.street.globalId });
  const eve = new Date(startOf(dayAt(2), 'Asia/Shanghai').getTime() - 1);
  // The days of this test may be the last of a year.
  const year = Number(dayAt(1).slice(0, 4));
  const fund = await allot(office, { countedOn: dayAt(0), year }, eve);
  expect(fund).toMatchObject({ allottedMinor: '300000', countedOn: DAY_ONE });
  const morning = startOf(dayAt(2), 'Asia/Shanghai');
  expect(await allotAndUndo(dayAt(1), eve)).toBe('350000');
  expect((await refused(allotAndUndo(dayAt(2), eve))).code).toBe('COUNT_DAY');
  expect(await allotAndUndo(dayAt(2), morning)).toBe('400000');
});

test('a community is allotted once a year, however often it is asked for', async () => {
  expect((await refused(allot(office))).code).toBe('NO_ALLOTMENT_POLICY');
  await policy(office, '3000.00', { floor: '5000.00' });
  const again = key();
  const made = await Promise.all([allot(office, { key: again }), allot(office, { key: again })]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect((await refused(allot(office, { name: 'Another' }))).code).toBe('FUND_ALLOTTED');
  expect((await refused(allot(office, { key: again, name: 'Another' }))).code).toBe('KEY_REUSED');
  expect((await refused(allot(office, { year: YEAR + 2 }))).code).toBe('FUND_YEAR');
  expect((await refused(allot(office, { year: YEAR - 1 }))).code).toBe('FUND_YEAR');
  const twice = policy(office, '4000.00');
  expect(await refused(twice)).toMatchObject({ code: 'POLICY_DAY_TAKEN', path: ['validFrom'] });
  expect((await refused(policy(office, '4000.00', { from: '2020-01-01' }))).code).toBe('DAY_PAST');
});

test('no more is received than was allotted, to the last fen', async () => {
  await policy(office, '3000.00', { floor: '5000.00' });
  const fund = await allot(office);
  await receive(office, fund, '4999.99');
  expect(await refused(receive(office, fund, '0.02'))).toMatchObject({
    ...{ code: 'ALLOTMENT_EXCEEDED', path: ['amount'] },
    facts: { available: '0.01', required: '0.02' },
  });
  await receive(office, fund, '0.01');
  expect((await refused(receive(office, fund, '0.01'))).code).toBe('ALLOTMENT_EXCEEDED');
});

const settle = (id: string, now: Date) =>
  at(
    office,
    office.fundTreasurer,
    (work) => settlePublicFund(work, { idempotencyKey: key(), fundId: id }),
    now,
  );
const balances = async () =>
  (await office.database.dataSource.query(
    `select fund.year, held.kind, (held.credits - held.debits)::integer as minor
     from public_fund fund join ledger_account held on held.holder_id = fund.id
     where held.kind = 'poolAvailable' order by fund.year`,
  )) as { year: number; minor: number }[];

test('what is unspent is carried into the next year, once the year is over', async () => {
  await policy(office, '3000.00', { floor: '5000.00' });
  const fund = await allot(office);
  await receive(office, fund, '700.00');
  const last = new Date(startOf(`${YEAR + 1}-01-01`, 'Asia/Shanghai').getTime() - 1);
  const first = new Date(last.getTime() + 1);
  expect((await refused(settle(fundId(fund), last))).code).toBe('FUND_YEAR_RUNNING');
  expect((await refused(settle(fundId(fund), first))).code).toBe('NO_NEXT_FUND');
  await allot(office, { year: YEAR + 1 }, first);
  await settle(fundId(fund), first);
  expect(await balances()).toMatchObject([
    { year: YEAR, minor: 0 },
    { year: YEAR + 1, minor: 70000 },
  ]);
  expect((await refused(settle(fundId(fund), first))).code).toBe('NOTHING_UNSPENT');
});

test('or it is paid back to the treasury, where the policy says so', async () => {
  await policy(office, '3000.00', { floor: '5000.00', unspent: 'returned' });
  const fund = await allot(office);
  await receive(office, fund, '700.00');
  await settle(fundId(fund), startOf(`${YEAR + 1}-01-01`, 'Asia/Shanghai'));
  expect(await balances()).toMatchObject([{ year: YEAR, minor: 0 }]);
  const [bank] = (await office.database.dataSource.query(
    `select (debits - credits)::integer as minor from ledger_account
     where kind = 'bank' and holder_id = $1`,
    [fund.officeId],
  )) as { minor: number }[];
  expect(bank?.minor).toBe(0);
});
