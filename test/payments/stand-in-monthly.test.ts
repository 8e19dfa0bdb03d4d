import type Stripe from 'stripe';
import { nextPeriodEnd } from '../../src/payments/stand-in/period';
import { closeAll, open, type Opened, pledge, START } from './stand-in-open';

afterEach(closeAll);

async function subscribe(world: Opened, payment: object = {}): Promise<Stripe.Subscription> {
  const { id } = await world.stripe.checkout.sessions.create(pledge());
  const session = await world.standIn.pay(id, payment);
  return await world.stripe.subscriptions.retrieve(session.subscription as string);
}

const seconds = (date: string) => Date.parse(date) / 1000;

test('a month ends on the same day, or on the last it has', () => {
  const monthly = { interval: 'month', interval_count: 1 };
  const anchor = seconds('2027-01-31T08:00:00Z');
  const ends = [];
  for (let at = anchor; ends.length < 3; at = ends.at(-1)!)
    ends.push(nextPeriodEnd(anchor, at, monthly));
  expect(ends).toEqual(
    ['2027-02-28T08:00:00Z', '2027-03-31T08:00:00Z', '2027-04-30T08:00:00Z'].map(seconds),
  );
  expect(nextPeriodEnd(anchor, anchor, { interval: 'week', interval_count: 2 })).toBe(
    anchor + 14 * 24 * 3600,
  );
});

test('a paid session has a subscription with an invoice, and each leads to the others', async () => {
  const world = await open();
  const { stripe, standIn, types } = world;
  const made = await stripe.checkout.sessions.create(pledge());
  expect(made.payment_method_types).toEqual(['card']);
  await standIn.pay(made.id, {});
  const session = await stripe.checkout.sessions.retrieve(made.id, {
    expand: ['subscription', 'invoice.payments.data.payment.payment_intent', 'customer'],
  });
  expect(session).toMatchObject({
    payment_intent: null,
    payment_status: 'paid',
    status: 'complete',
    customer: { object: 'customer', email: 'giver@example.org' },
  });
  const subscription = session.subscription as Stripe.Subscription;
  expect(subscription).toMatchObject({ status: 'active', metadata: { pledge: 'p1' } });
  expect(subscription).not.toHaveProperty('current_period_end');
  expect(subscription.items.data[0]).toMatchObject({
    current_period_start: START / 1000,
    current_period_end: seconds('2026-12-30T08:00:00Z'),
    price: { recurring: { interval: 'month' }, unit_amount: 8800 },
  });
  const invoice = session.invoice as Stripe.Invoice;
  expect(invoice).toMatchObject({
    status: 'paid',
    amount_paid: 8800,
    billing_reason: 'subscription_create',
    parent: {
      type: 'subscription_details',
      subscription_details: { subscription: subscription.id, metadata: { pledge: 'p1' } },
    },
  });
  expect(invoice).not.toHaveProperty('payment_intent');
  const intent = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
  expect(intent).toMatchObject({ object: 'payment_intent', status: 'succeeded', metadata: {} });
  const seen = types();
  for (const type of ['customer.subscription.created', 'invoice.paid', 'invoice_payment.paid'])
    expect(seen).toContain(type);
  expect(seen.at(-1)).toBe('checkout.session.completed');
  const found = await stripe.checkout.sessions.list({ subscription: subscription.id });
  expect(found.data.map(({ id }) => id)).toEqual([made.id]);
});

test('every cycle has an invoice with a payment of its own', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const { id } = await subscribe(world, { settlementCurrency: 'hkd', exchangeRate: '1.08' });
  world.types();
  const invoice = await standIn.advanceSubscription(id, 'paid');
  expect(invoice).toMatchObject({ status: 'paid', billing_reason: 'subscription_cycle' });
  expect(world.types()).toContain('invoice.paid');
  const { data } = await stripe.invoices.list({ subscription: id, expand: ['data.payments'] });
  const intents = data.map((each) => each.payments?.data[0]?.payment.payment_intent);
  expect(new Set(intents).size).toBe(2);
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intents[0] as string, {
    expand: ['latest_charge.balance_transaction'],
  });
  expect((charge as Stripe.Charge).balance_transaction).toMatchObject({
    currency: 'hkd',
    amount: 9504,
  });
  const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
  expect(item?.current_period_start).toBe(seconds('2026-12-30T08:00:00Z'));
});

test('a cycle that cannot be paid is past due until it is', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const { id } = await subscribe(world);
  world.types();
  const invoice = await standIn.advanceSubscription(id, 'failed');
  expect(invoice).toMatchObject({ status: 'open', amount_remaining: 8800, attempt_count: 1 });
  expect(world.types()).toEqual(
    expect.arrayContaining(['invoice.payment_failed', 'charge.failed']),
  );
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
  await standIn.payInvoice(invoice!.id, 'paid');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  expect(await stripe.invoices.retrieve(invoice!.id)).toMatchObject({
    status: 'paid',
    attempt_count: 2,
  });
});

test('a subscription is paused and goes on', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const { id } = await subscribe(world);
  await stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
  expect(await standIn.advanceSubscription(id, 'paid')).toMatchObject({ status: 'void' });
  const resumed = await stripe.subscriptions.update(id, { pause_collection: '' });
  expect(resumed.pause_collection).toBeNull();
  expect(await standIn.advanceSubscription(id, 'paid')).toMatchObject({ status: 'paid' });
  const changed = await stripe.subscriptions.update(id, { metadata: { pledge: '', other: 'x' } });
  expect(changed.metadata).toEqual({ other: 'x' });
});

test('a subscription ends with its period, or at once', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const later = await subscribe(world);
  const planned = await stripe.subscriptions.update(later.id, { cancel_at_period_end: true });
  expect(planned).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancel_at: later.items.data[0]?.current_period_end,
  });
  world.types();
  expect(await standIn.advanceSubscription(later.id, 'paid')).toBeNull();
  expect(world.types()).toEqual(['customer.subscription.deleted']);
  const atOnce = await subscribe(world);
  const ended = await stripe.subscriptions.cancel(atOnce.id, {
    cancellation_details: { comment: 'Moving away' },
  });
  expect(ended).toMatchObject({
    status: 'canceled',
    cancellation_details: { comment: 'Moving away', reason: 'cancellation_requested' },
  });
  await expect(stripe.subscriptions.cancel(atOnce.id)).rejects.toMatchObject({ statusCode: 404 });
  await expect(
    stripe.subscriptions.update(atOnce.id, { cancel_at_period_end: true }),
  ).rejects.toMatchObject({ statusCode: 400 });
  expect((await stripe.subscriptions.list()).data).toEqual([]);
  expect((await stripe.subscriptions.list({ status: 'canceled' })).data).toHaveLength(2);
  await expect(standIn.advanceSubscription(atOnce.id, 'paid')).rejects.toThrow('ended');
});

test('a declined card leaves no subscription', async () => {
  const world = await open();
  const { id } = await world.stripe.checkout.sessions.create(pledge());
  await world.standIn.pay(id, { outcome: 'failed' });
  expect((await world.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
  expect((await world.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
  await expect(world.standIn.pay(id, { outcome: 'pending' })).rejects.toThrow('at once');
});
