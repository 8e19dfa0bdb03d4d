import Stripe from 'stripe';
import { requestRefund } from '../../src/donations/request-refund';
import { sendRefunds } from '../../src/donations/send-refunds';
import { sweep } from '../../src/donations/sweep';
import { SYSTEM } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { newProcessor } from '../../src/payments/new-processor';
import { raiseTask } from '../../src/payments/raise-task';
import { cny, runner } from '../foundations/money';
import { chargeOf, openDesk, settleDown, type Desk, type Gift } from './desk';
import { findings, standing } from './gifts';

/** What is wrong with one gift holds up no other, and is told once. */

const DAY_MS = 24 * 3600_000;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const gaveUp = () =>
  desk.source.query<{ state: string; note: string }[]>(
    `select state, note from payment_task where kind = 'gave_up' order by id`,
  );

/** What is told of a gift's session cannot be understood; returns what ends that. */
function puzzling({ session }: Gift, error = new TypeError('Never seen')): () => void {
  const { sessions } = desk.counter.processor.stripe.checkout;
  const retrieve = sessions.retrieve.bind(sessions);
  const puzzle = (id: string, ...more: object[]) =>
    id === session ? Promise.reject(error) : retrieve(id, ...more);
  Object.assign(sessions, { retrieve: puzzle });
  return () => void Object.assign(sessions, { retrieve });
}

const asked = async ({ globalId: donationId }: Gift) =>
  await runner(desk.source)(desk.world.home.treasurer.actor, (work) =>
    requestRefund(work, {
      ...{ idempotencyKey: `asked-back-${donationId}`, donationId, amount: cny('10.00') },
      reason: 'They asked.',
    }),
  );

test('the sweep goes on to the next gift', async () => {
  const first = await desk.started();
  const second = await desk.started();
  for (const { session } of [first, second]) await desk.counter.standIn.pay(session, {});
  const understood = puzzling(first);
  const later = new Date(Date.now() + DAY_MS / 24);
  for (const now of [later, new Date(later.getTime() + DAY_MS / 24)])
    expect(await sweep(desk.source, desk.counter.processor, now)).toBe(1);
  expect(await desk.again(second)).toMatchObject({ state: 'paid' });
  expect(await gaveUp()).toEqual([{ state: 'open', note: 'TypeError: Never seen' }]);
  understood();
  await sweep(desk.source, desk.counter.processor, new Date(Date.now() + DAY_MS));
  expect(await desk.again(first)).toMatchObject({ state: 'paid' });
});

test('so do refunds', async () => {
  const first = await desk.paid();
  const second = await desk.paid();
  await asked(first);
  await asked(second);
  puzzling(first);
  expect(await sendRefunds(desk.source, desk.counter.processor, new Date())).toBe(1);
  expect(await desk.again(second)).toMatchObject({ refundedMinor: '1000' });
  expect(await gaveUp()).toHaveLength(1);
});

test('so does what is posted of the transactions', async () => {
  const { source, counter } = desk;
  const first = await desk.paid();
  const second = await desk.paid();
  await counter.work();
  for (const gift of [first, second])
    await counter.standIn.dashboardRefund(await chargeOf(source, gift), 1000);
  await counter.standIn.settled();
  counter.events.splice(0);
  const understood = puzzling(first);
  await counter.work();
  await counter.work();
  expect(await desk.again(second)).toMatchObject({ refundedMinor: '1000' });
  expect(await desk.again(first)).toMatchObject({ refundedMinor: '0' });
  expect(await gaveUp()).toHaveLength(1);
  understood();
  await counter.work();
  expect(await standing(source, 'processorPending')).toEqual({});
  expect(await findings(source)).toEqual([]);
});

test('a refund that was sent is neither failed nor sent again where nobody may look', async () => {
  const { source, counter } = desk;
  const gift = await desk.paid();
  await asked(gift);
  const { stripe } = counter.processor;
  const raw = {
    message: 'No such session',
    statusCode: 404,
    type: 'invalid_request_error',
  } as const;
  const understood = puzzling(gift, new Stripe.errors.StripeInvalidRequestError(raw));
  expect(await sendRefunds(source, counter.processor, new Date())).toBe(1);
  const state = () => source.query('select state from gift_refund');
  expect(await state()).toEqual([{ state: 'approved' }]);
  understood();
  await settleDown(desk);
  expect(await state()).toEqual([{ state: 'succeeded' }]);
  expect((await stripe.refunds.list({ limit: 10 })).data).toHaveLength(1);
  expect(await desk.again(gift)).toMatchObject({ refundedMinor: '1000' });
});

test('what another processor took is not asked of this one', async () => {
  const { source, counter } = desk;
  await desk.started();
  await source.query('update attempt set next_check_at = $1', [new Date(0)]);
  const { host, port } = counter.standIn;
  const other = newProcessor({
    ...{ key: 'sk_test_other', base: `http://${host}:${port}`, provider: 'stripe' as const },
    ...{ webhookSecret: 'whsec_other', publicUrl: 'https://linli.example.org' },
    currencies: ['CNY'],
  });
  expect(await sweep(source, other, new Date())).toBe(0);
  expect(await source.query('select next_check_at at from attempt')).toEqual([{ at: new Date(0) }]);
});

test('what happens again is told again, once it was looked at; held money is not', async () => {
  const { source, world } = desk;
  const { id: communityId } = world.home.place;
  const raise = (kind: 'gave_up' | 'payout_failed') =>
    inUnitOfWork(source, SYSTEM, (work) => raiseTask(work, { communityId, kind, objectId: 'x' }));
  const states = async () =>
    (await source.query<{ state: string }[]>('select state from payment_task order by kind')).map(
      ({ state }) => state,
    );
  for (const kind of ['gave_up', 'payout_failed'] as const) await raise(kind);
  await source.query(`update payment_task set state = 'resolved', resolution = 'explained',
    resolved_at = now()`);
  expect(await states()).toEqual(['resolved', 'resolved']);
  for (const kind of ['gave_up', 'payout_failed', 'gave_up'] as const) await raise(kind);
  expect(await states()).toEqual(['open', 'resolved']);
});
