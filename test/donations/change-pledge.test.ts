import {
  cancelPledge,
  pausePledge,
  resumePledge,
  type ChangePledge,
} from '../../src/donations/change-pledge';
import type { PledgeRow } from '../../src/donations/pledge.entity';
import { STRANGER } from '../../src/kernel/actor';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { runner } from '../foundations/money';
import { openDesk, type Desk } from './desk';
import { findings } from './gifts';
import { giftsOf, lettersAbout, pledged, pledgeRow, running, type Pledge } from './pledges';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const as =
  (change: (work: UnitOfWork, input: ChangePledge) => Promise<PledgeRow>) =>
  ({ token: pledgeToken }: Pick<PledgeRow, 'token'>) =>
    runner(desk.source)(STRANGER, (work) => change(work, { pledgeToken }));
const pause = as(pausePledge);
const resume = as(resumePledge);
const cancel = as(cancelPledge);

/** A month passes for a pledge by card. */
async function month({ subscriptionId }: PledgeRow, outcome: 'paid' | 'failed' = 'paid') {
  await desk.counter.standIn.advanceSubscription(subscriptionId ?? '', outcome);
  await desk.counter.deliver();
}

const states = async (pledge: Pledge) =>
  (await giftsOf(desk.source, pledge)).map(({ state }) => state);

test('a card is charged every month, and each gift is one of its own', async () => {
  const pledge = await running(desk);
  expect(pledge).toMatchObject({ state: 'active', way: 'card' });
  await month(pledge);
  await month(pledge);
  expect(await states(pledge)).toEqual(['paid', 'paid', 'paid']);
  const tokens = (await giftsOf(desk.source, pledge)).map(({ token }) => token);
  expect(new Set(tokens).size).toBe(3);
  expect(await lettersAbout(desk.source, pledge)).toEqual([
    ...['donationReceived', 'pledgeStarted', 'pledgeCycle', 'pledgeCycle'],
  ]);
});

test('while it is paused nothing is taken; it goes on where its giver says so', async () => {
  const pledge = await running(desk);
  expect(await pause(pledge)).toMatchObject({ state: 'paused' });
  expect(await pause(pledge)).toMatchObject({ state: 'paused' });
  await month(pledge);
  expect(await states(pledge)).toEqual(['paid']);
  expect(await pledgeRow(desk.source, pledge.first)).toMatchObject({ state: 'paused' });
  expect(await resume(pledge)).toMatchObject({ state: 'active' });
  await month(pledge);
  expect(await states(pledge)).toEqual(['paid', 'paid']);
  await expect(resume(await running(desk).then(pause).then(cancel))).rejects.toMatchObject({
    code: 'PLEDGE_CANCELLED',
  });
});

test('it is ended at once and for good, with one letter', async () => {
  const pledge = await running(desk);
  expect(await cancel(pledge)).toMatchObject({ state: 'cancelled', nextLookOn: null });
  const first = await pledgeRow(desk.source, pledge.first);
  await desk.counter.deliver();
  expect(await cancel(pledge)).toEqual(first);
  await expect(month(pledge)).rejects.toThrow('has ended');
  for (const change of [pause, resume])
    await expect(change(pledge)).rejects.toMatchObject({
      ...{ code: 'PLEDGE_CANCELLED', path: ['pledgeToken'] },
    });
  expect(await lettersAbout(desk.source, pledge)).toEqual([
    ...['donationReceived', 'pledgeStarted', 'pledgeCancelled'],
  ]);
});

test('a month that could not be taken is told of, and may be paused or ended', async () => {
  const pledge = await running(desk);
  await month(pledge, 'failed');
  expect(await pledgeRow(desk.source, pledge.first)).toMatchObject({ state: 'past_due' });
  expect(await lettersAbout(desk.source, pledge)).toContain('pledgePaymentFailed');
  expect(await states(pledge)).toEqual(['paid']);
  expect(await pause(pledge)).toMatchObject({ state: 'paused' });
  expect(await cancel(pledge)).toMatchObject({ state: 'cancelled' });
});

test('one that has ended at the processor, unheard, is ended here as well', async () => {
  const pledge = await running(desk);
  await desk.counter.processor.stripe.subscriptions.cancel(pledge.subscriptionId ?? '');
  await desk.counter.standIn.settled();
  desk.counter.events.splice(0);
  await expect(pause(pledge)).rejects.toMatchObject({
    ...{ code: 'PLEDGE_CANCELLED', path: ['pledgeToken'] },
  });
  expect(await pledgeRow(desk.source, pledge.first)).toMatchObject({ state: 'cancelled' });
});

describe('one that has not begun', () => {
  test('is neither paused nor let go on', async () => {
    const pledge = await pledged(desk);
    expect(pledge.state).toBe('starting');
    await expect(pause(pledge)).rejects.toMatchObject({ code: 'PLEDGE_NOT_RUNNING' });
    await expect(resume(pledge)).rejects.toMatchObject({ code: 'PLEDGE_NOT_PAUSED' });
  });

  test('is ended together with its page', async () => {
    const pledge = await pledged(desk);
    expect(await cancel(pledge)).toMatchObject({ state: 'cancelled' });
    await expect(desk.counter.standIn.pay(pledge.first.session, {})).rejects.toThrow('is expired');
  });

  test('ends at the processor too where it was paid as it was ended', async () => {
    const pledge = await pledged(desk);
    await desk.counter.standIn.pay(pledge.first.session, {});
    await cancel(pledge);
    const { subscriptionId } = await pledgeRow(desk.source, pledge.first);
    expect(await subscription(subscriptionId)).toMatchObject({ status: 'canceled' });
    expect(await states(pledge)).toEqual(['paid']);
  });

  test('ends at the processor too where it was paid after it was ended, unheard', async () => {
    const pledge = await pledged(desk);
    await cancel(pledge);
    await desk.counter.standIn.pay(pledge.first.session, { late: true });
    await desk.counter.standIn.settled();
    desk.counter.events.splice(0);
    // No event came: the sweep of the first attempt finds the payment, and then the pledge.
    const later = new Date(Date.now() + 24 * 3600_000);
    await desk.source.query('update attempt set next_check_at = now() where donation_id = $1', [
      pledge.first.id,
    ]);
    await desk.counter.work(later);
    await desk.counter.work(later);
    const row = await pledgeRow(desk.source, pledge.first);
    expect(row).toMatchObject({ state: 'cancelled', nextLookOn: null });
    expect(await subscription(row.subscriptionId)).toMatchObject({ status: 'canceled' });
    expect(await states(pledge)).toEqual(['paid']);
  });

  const subscription = (id: string | null) =>
    desk.counter.processor.stripe.subscriptions.retrieve(id ?? '');
});

test('nothing changes where the processor does not answer, or nobody knows the token', async () => {
  const pledge = await running(desk);
  for (const change of [pause, cancel]) {
    desk.counter.standIn.fault({ next: 2, kind: '500' });
    await expect(change(pledge)).rejects.toMatchObject({ code: 'PROCESSOR_UNREACHABLE' });
    expect(await pledgeRow(desk.source, pledge.first)).toMatchObject({ state: 'active' });
  }
  for (const change of [pause, resume, cancel])
    for (const token of ['nothing', 'A'.repeat(54), pledge.first.token])
      await expect(change({ token })).rejects.toMatchObject({ code: 'TOKEN_UNKNOWN' });
});

test('and the books agree', async () => {
  await desk.counter.work();
  expect(await findings(desk.source)).toEqual([]);
});
