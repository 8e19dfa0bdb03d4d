import type Stripe from 'stripe';
import { closePool } from '../../src/foundations/close-pool';
import { newPool, runner } from '../foundations/money';
import type { Recorded } from '../payments/stripe-types';
import { openDesk, papersOf, tasksOf, type Desk, type Gift, type Pool } from './desk';
import { findings, give, sessionOf, standing } from './gifts';
import { faultsOf, recordRequests } from './requests';

/** What arrives, or goes back, otherwise than it was asked for. */

let desk: Desk;
let requests: Recorded[];
beforeAll(async () => {
  desk = await openDesk();
  requests = recordRequests(desk.counter);
});
afterAll(() => desk.close());
afterEach(async () => expect(await findings(desk.source)).toEqual([]));
// Whatever the tests above had to ask, they asked in the words of the client's types.
afterAll(() => expect(faultsOf(requests)).toEqual([]));

/** What stands on the accounts of a pool, in minor units. */
async function available({ communityId, id }: Pool): Promise<string> {
  const [row] = await desk.source.query<{ minor: string }[]>(
    `select credits - debits minor from ledger_account
     where community_id = $1 and holder_id = $2 and kind = 'poolAvailable'`,
    [communityId, id],
  );
  return row?.minor ?? '0';
}

async function chargeOf({ session }: Gift): Promise<string> {
  const { stripe } = desk.counter.processor;
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session, {
    expand: ['payment_intent'],
  });
  return (payment_intent as Stripe.PaymentIntent).latest_charge as string;
}

async function change({ communityId, id }: Gift, set: string): Promise<void> {
  const sql = `update donation set ${set} where community_id = $1 and id = $2`;
  await desk.source.query(sql, [communityId, id]);
}

async function settleDown(): Promise<void> {
  await desk.counter.deliver();
  await desk.counter.work();
  await desk.counter.deliver();
}

test('another amount than was asked for is held, with a task, and is no gift', async () => {
  const pool = await desk.newPool();
  const gift = await desk.started({ to: { poolId: pool.globalId } });
  await change(gift, 'amount_minor = 9000');
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'processing', paidAt: null });
  expect(await tasksOf(desk.source, gift)).toMatchObject([
    { kind: 'amount_differs', state: 'open', currency: 'CNY', minor: '8800' },
  ]);
  expect(await available(pool)).toBe('0');
  expect(await papersOf(desk.source, gift)).toEqual([]);
});

test('another currency is held in that currency', async () => {
  const gift = await desk.started();
  await change(gift, `currency = 'USD'`);
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown();
  expect(await tasksOf(desk.source, gift)).toMatchObject([
    { kind: 'currency_differs', state: 'open', currency: 'CNY', minor: '8800' },
  ]);
});

test('of two payments of one gift the second goes back by itself', async () => {
  const pool = await desk.newPool();
  const input = { to: { poolId: pool.globalId }, idempotencyKey: 'paid-twice-by-a-giver' };
  const first = await desk.started(input);
  await desk.counter.standIn.expire(first.session);
  await desk.counter.deliver();
  const again = sessionOf((await give(desk.source, input)).checkoutUrl);
  expect(again).not.toBe(first.session);
  await desk.counter.standIn.pay(again, {});
  await desk.counter.deliver();
  await desk.counter.standIn.pay(first.session, { late: true });
  await settleDown();
  await settleDown();
  expect(await desk.again(first)).toMatchObject({ state: 'paid', refundedMinor: '0' });
  expect(await available(pool)).toBe('8800');
  expect(await tasksOf(desk.source, first)).toMatchObject([
    { kind: 'paid_twice', state: 'resolved', resolution: 'refunded' },
  ]);
  expect(await papersOf(desk.source, first)).toHaveLength(1);
  const { stripe } = desk.counter.processor;
  const refunds = await stripe.refunds.list({ charge: await chargeOf(first) });
  expect(refunds.data).toMatchObject([{ amount: 8800, status: 'succeeded' }]);
});

test('where it does not get back to its giver, somebody has to decide again', async () => {
  const gift = await desk.started();
  await change(gift, 'amount_minor = 9000');
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown();
  const { id } = await desk.counter.standIn.dashboardRefund(await chargeOf(gift));
  await settleDown();
  expect(await tasksOf(desk.source, gift)).toMatchObject([{ state: 'resolved' }]);
  await desk.counter.standIn.failRefund(id);
  await settleDown();
  expect(await tasksOf(desk.source, gift)).toMatchObject([
    { kind: 'amount_differs', state: 'open', resolvedAt: null },
    { kind: 'refund_failed', state: 'open' },
  ]);
});

test('a refund at the dashboard is booked once, and the acknowledgement corrected', async () => {
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await desk.counter.standIn.dashboardRefund(await chargeOf(gift), 2000);
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', refundedMinor: '2000' });
  expect(await available(pool)).toBe('6800');
  expect(await papersOf(desk.source, gift)).toMatchObject([
    { kind: 'gift', amount: { amount: '88.00' } },
    { kind: 'correction', amount: { amount: '20.00' }, remaining: { amount: '68.00' } },
  ]);
});

test('it is found without any event', async () => {
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await desk.counter.work();
  await desk.counter.standIn.dashboardRefund(await chargeOf(gift));
  await desk.counter.standIn.settled();
  desk.counter.events.splice(0);
  await desk.counter.work();
  expect(await desk.again(gift)).toMatchObject({ refundedMinor: '8800' });
  expect(await available(pool)).toBe('0');
});

test('more than is left does not go back: the processor refuses, and a person is told', async () => {
  const gift = await desk.paid();
  await desk.counter.standIn.dashboardRefund(await chargeOf(gift), 5000);
  await settleDown();
  await desk.source.query(
    `insert into gift_refund (community_id, id, donation_id, payment_id, origin, state, minor,
       reason, requested_at, checked_at, key, fingerprint)
     select community_id, gen_random_uuid(), donation_id, id, 'asked', 'approved', 5000, 'asked',
       paid_at, paid_at, 'too-much', '' from gift_payment where donation_id = $1`,
    [gift.id],
  );
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ refundedMinor: '5000' });
  expect(await tasksOf(desk.source, gift)).toMatchObject([{ kind: 'refund_failed' }]);
  expect(await desk.source.query(`select state from gift_refund where key = 'too-much'`)).toEqual([
    { state: 'failed' },
  ]);
});

test('what is not on the balance yet stays pending until it is', async () => {
  const gift = await desk.started();
  await desk.counter.standIn.pay(gift.session, { holdBalanceTransaction: true });
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  expect(await standing(desk.source, 'processorPending')).toEqual({ CNY: '8800' });
  await desk.counter.standIn.releaseBalanceTransaction(await chargeOf(gift));
  await settleDown();
  expect(await standing(desk.source, 'processorPending')).toEqual({});
});

test('a gift whose pool was closed meanwhile is held, with a task', async () => {
  const pool = await desk.newPool();
  const gift = await desk.started({ to: { poolId: pool.globalId } });
  await runner(desk.source)(desk.world.home.chair.actor, (work) =>
    closePool(work, { poolId: pool.globalId }),
  );
  // Somebody was just paying: a page that is closed is no promise.
  const { status } = await desk.counter.processor.stripe.checkout.sessions.retrieve(gift.session);
  await desk.counter.standIn.pay(gift.session, { late: status === 'expired' });
  await settleDown();
  expect(await tasksOf(desk.source, gift)).toMatchObject([{ kind: 'fund_closed', state: 'open' }]);
});

test('500 yen are 500 yen', async () => {
  const yen = (amount: string) => ({ amount, currency: 'JPY' as const });
  const pool = await newPool(desk.source, desk.world.home, {
    ...{ currency: 'JPY', thresholds: [{ from: yen('0'), approvals: 2 }] },
  });
  const gift = await desk.started({ to: { poolId: pool.globalId }, amount: yen('500') });
  const { stripe } = desk.counter.processor;
  expect(await stripe.checkout.sessions.retrieve(gift.session)).toMatchObject({
    amount_total: 500,
  });
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown();
  expect(await available(pool)).toBe('500');
  expect(await papersOf(desk.source, gift)).toMatchObject([{ amount: { amount: '500' } }]);
});
