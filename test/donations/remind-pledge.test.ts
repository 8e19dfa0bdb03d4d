import { cancelPledge, pausePledge, resumePledge } from '../../src/donations/change-pledge';
import { dayToCome, nextDay } from '../../src/donations/month-after';
import { payDonation } from '../../src/donations/pay-donation';
import { remindPledge } from '../../src/donations/remind-pledge';
import { STRANGER } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { runner } from '../foundations/money';
import { openDesk, type Desk } from './desk';
import { findings, sessionOf } from './gifts';
import { giftsOf, lettersAbout, pledgeRow, running, type Pledge } from './pledges';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Noon in the community. */
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

/** A monthly gift with Alipay that is due on a day, and was begun on one with that number. */
async function dueOn(day: string): Promise<Pledge> {
  const pledge = await running(desk, { payWith: 'alipay' });
  await desk.source.query('update pledge set next_look_on = $2, anchor_day = $3 where id = $1', [
    ...[pledge.id, day, Number(day.slice(8))],
  ]);
  return pledge;
}

const nextLook = async ({ first }: Pledge) => (await pledgeRow(desk.source, first)).nextLookOn;
const reminders = async (pledge: Pledge) =>
  (await lettersAbout(desk.source, pledge)).filter((name) => name === 'pledgeReminder').length;

test.each([
  ['2027-01-31', 31, '2027-02-28'],
  ['2027-02-28', 31, '2027-03-31'],
  ['2028-01-30', 30, '2028-02-29'],
  ['2028-02-29', 29, '2028-03-29'],
  ['2027-04-30', 31, '2027-05-31'],
  ['2027-12-15', 15, '2028-01-15'],
])('after %s a gift of the %dth is due on %s', (today, anchor, next) => {
  expect(nextDay(today, anchor)).toBe(next);
});

test.each([
  ['2027-02-05', 31, '2027-02-28'],
  ['2027-02-28', 31, '2027-03-31'],
  ['2027-02-15', 15, '2027-03-15'],
])('one that goes on on %s is due on its %dth that comes: %s', (today, anchor, next) => {
  expect(dayToCome(today, anchor)).toBe(next);
});

test('it begins with its first payment, and is due a month later', async () => {
  const today = dayOf(new Date(), 'Asia/Shanghai');
  const pledge = await running(desk, { payWith: 'alipay' });
  expect(pledge).toMatchObject({
    ...{ state: 'active', way: 'reminder', subscriptionId: null },
    ...{ anchorDay: Number(today.slice(8)), nextLookOn: nextDay(today, Number(today.slice(8))) },
  });
  expect(await lettersAbout(desk.source, pledge)).toEqual(['donationReceived', 'pledgeStarted']);
});

test('each month makes one gift and one letter, on the last day of a shorter one', async () => {
  const pledge = await dueOn('2027-01-31');
  await remindPledge(desk.source, pledge, noon('2027-01-30'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(1);
  for (const [day, next] of [
    ['2027-01-31', '2027-02-28'],
    ['2027-02-28', '2027-03-31'],
    ['2027-03-31', '2027-04-30'],
  ] as const) {
    await remindPledge(desk.source, pledge, noon(day));
    await remindPledge(desk.source, pledge, noon(day));
    expect(await nextLook(pledge)).toBe(next);
  }
  expect(await giftsOf(desk.source, pledge)).toMatchObject([
    { state: 'paid' },
    ...[1, 2, 3].map(() => ({ state: 'created', minor: '8800' })),
  ]);
  expect(await reminders(pledge)).toBe(3);
});

test('the day is that of the community', async () => {
  const pledge = await dueOn('2027-01-31');
  await desk.counter.work(new Date('2027-01-30T15:59:59Z'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(1);
  await desk.counter.work(new Date('2027-01-30T16:00:00Z'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(2);
});

test('of several workers one reminds', async () => {
  const pledge = await dueOn('2027-01-10');
  const when = noon('2027-01-10');
  await Promise.all([1, 2, 3, 4].map(() => remindPledge(desk.source, pledge, when)));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(2);
  expect(await reminders(pledge)).toBe(1);
});

test('months in which no worker ran are not asked for at once', async () => {
  const pledge = await dueOn('2027-01-31');
  await desk.counter.work(noon('2027-05-05'));
  await desk.counter.work(noon('2027-05-05'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(2);
  expect(await nextLook(pledge)).toBe('2027-05-31');
});

test('the reminder leads to a page, and what is paid there is thanked for as that month', async () => {
  const pledge = await dueOn('2027-01-31');
  await remindPledge(desk.source, pledge, noon('2027-01-31'));
  const [, month] = await giftsOf(desk.source, pledge);
  const [letter] = await desk.source.query<{ facts: { payLink: string; manageLink: string } }[]>(
    `select facts from mail where key = $1`,
    [`reminder/${month!.id}`],
  );
  expect(letter?.facts.payLink).toContain(month!.token);
  expect(letter?.facts.manageLink).toContain(pledge.token);
  const { checkoutUrl } = await runner(desk.source)(STRANGER, (work) =>
    payDonation(work, { followToken: month!.token, payWith: 'alipay' }),
  );
  await desk.counter.standIn.pay(sessionOf(checkoutUrl), { method: 'alipay' });
  await desk.counter.deliver();
  expect(await giftsOf(desk.source, pledge)).toMatchObject([{ state: 'paid' }, { state: 'paid' }]);
  expect(await lettersAbout(desk.source, pledge)).toContain('pledgeCycle');
});

test('nobody is reminded while it is paused, and never once it is ended', async () => {
  const pledge = await dueOn('2027-01-31');
  const input = { pledgeToken: pledge.token };
  const run = runner(desk.source);
  await run(STRANGER, (work) => pausePledge(work, input));
  expect(await nextLook(pledge)).toBeNull();
  await desk.counter.work(noon('2027-03-01'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(1);
  await run(STRANGER, (work) => resumePledge(work, input), noon('2027-02-05'));
  expect(await nextLook(pledge)).toBe('2027-02-28');
  await run(STRANGER, (work) => cancelPledge(work, input));
  await desk.counter.work(noon('2027-04-01'));
  expect(await giftsOf(desk.source, pledge)).toHaveLength(1);
  expect(await lettersAbout(desk.source, pledge)).toEqual([
    ...['donationReceived', 'pledgeStarted', 'pledgeCancelled'],
  ]);
});

test('and the books agree', async () => {
  expect(await findings(desk.source)).toEqual([]);
});
