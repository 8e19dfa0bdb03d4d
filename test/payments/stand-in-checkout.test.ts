import type Stripe from 'stripe';
import { closeAll, gift, give, look, open } from './stand-in-open';

afterEach(closeAll);

test('a session is made, retrieved, listed and expired', async () => {
  const { stripe, standIn, types } = await open();
  const made = await stripe.checkout.sessions.create(gift());
  expect(made).toMatchObject({
    object: 'checkout.session',
    amount_total: 8800,
    currency: 'cny',
    livemode: false,
    mode: 'payment',
    payment_intent: null,
    payment_method_types: ['card', 'alipay', 'wechat_pay'],
    payment_status: 'unpaid',
    status: 'open',
    submit_type: 'donate',
    ui_mode: 'hosted_page',
    url: `${standIn.url}/pay/${made.id}`,
    expires_at: made.created + 86_400,
  });
  expect(made.id).toMatch(/^cs_local_/);
  expect(made.line_items).toBeUndefined();
  const again = await stripe.checkout.sessions.retrieve(made.id, { expand: ['line_items'] });
  expect(again.line_items?.data[0]).toMatchObject({ amount_total: 8800, quantity: 1 });
  const list = await stripe.checkout.sessions.list({ status: 'open' });
  expect(list.data.map(({ id }) => id)).toEqual([made.id]);
  expect(list.data[0]).not.toHaveProperty('line_items');
  const expired = await stripe.checkout.sessions.expire(made.id);
  expect(expired).toMatchObject({ status: 'expired', url: null });
  await standIn.settled();
  expect(types()).toEqual(['checkout.session.expired']);
  await expect(stripe.checkout.sessions.expire(made.id)).rejects.toMatchObject({
    statusCode: 400,
    type: 'StripeInvalidRequestError',
  });
});

test('a payment completes it, and everything hangs together', async () => {
  const world = await open();
  const { session, intent, charge, transaction } = await give(world, { method: 'card' });
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer_details: { email: 'giver@example.org' },
  });
  expect(intent).toMatchObject({
    status: 'succeeded',
    amount: 8800,
    amount_received: 8800,
    metadata: { donation: 'd1' },
    description: 'A gift',
  });
  expect(charge).toMatchObject({
    status: 'succeeded',
    paid: true,
    payment_intent: intent.id,
    metadata: { donation: 'd1' },
    payment_method_details: { type: 'card' },
  });
  expect(transaction).toMatchObject({ type: 'charge', source: charge.id, amount: 8800 });
  expect(world.types()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
  const [found] = (await world.stripe.checkout.sessions.list({ payment_intent: intent.id })).data;
  expect(found?.id).toBe(session.id);
});

test('wallets pay as payments, with ids of their own', async () => {
  const world = await open();
  const { charge, transaction } = await give(world, { method: 'alipay' });
  expect(charge.id).toMatch(/^py_local_/);
  expect(charge.payment_method_details).toMatchObject({ type: 'alipay' });
  expect(transaction).toMatchObject({ type: 'payment', reporting_category: 'charge' });
});

test('a pending payment completes the session unpaid, and is paid or failed later', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const first = await give(world, { method: 'wechat_pay', outcome: 'pending' });
  expect(first.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(first.intent.status).toBe('processing');
  expect(first.charge).toMatchObject({ status: 'pending', balance_transaction: null });
  expect(world.types()).toContain('checkout.session.completed');
  await standIn.settlePending(first.session.id, 'paid');
  const paid = await look(stripe, first.session.id);
  expect(paid.session.payment_status).toBe('paid');
  expect(paid.transaction?.amount).toBe(8800);
  expect(world.types()).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.async_payment_succeeded',
  ]);
  const second = await give(world, { outcome: 'pending' });
  world.types();
  await standIn.settlePending(second.session.id, 'failed');
  const failed = await look(stripe, second.session.id);
  expect(failed.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(failed.intent).toMatchObject({ status: 'requires_payment_method' });
  expect(world.types()).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'checkout.session.async_payment_failed',
  ]);
  await expect(standIn.settlePending(second.session.id, 'paid')).rejects.toThrow('pending');
});

test('a declined payment leaves the session open, and the next try has the same intent', async () => {
  const world = await open();
  const declined = await give(world, { outcome: 'failed' });
  expect(declined.session).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  expect(declined.charge).toMatchObject({ status: 'failed', failure_code: 'card_declined' });
  await world.standIn.pay(declined.session.id, { method: 'alipay' });
  const paid = await look(world.stripe, declined.session.id);
  expect(paid.intent.id).toBe(declined.intent.id);
  expect(paid.charge.id).not.toBe(declined.charge.id);
  expect(paid.intent).toMatchObject({ status: 'succeeded', last_payment_error: null });
});

test('a session expires by itself, and may still be paid by someone who was quicker', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const { id, created } = await stripe.checkout.sessions.create(gift());
  await standIn.advanceClock(86_399);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open');
  await standIn.advanceClock(1);
  expect(world.types()).toEqual(['checkout.session.expired']);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
  await expect(standIn.pay(id, {})).rejects.toThrow('expired');
  await standIn.pay(id, { late: true });
  expect((await look(stripe, id)).session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
  });
  const next = await stripe.checkout.sessions.create(gift({ expires_at: created + 86_400 + 1800 }));
  expect(next.expires_at).toBe(created + 86_400 + 1800);
});

test('the methods that are offered are narrowed', async () => {
  const { stripe, standIn } = await open();
  const only = await stripe.checkout.sessions.create(
    gift({ allowed_payment_method_types: ['alipay', 'wechat_pay'] }),
  );
  expect(only.payment_method_types).toEqual(['alipay', 'wechat_pay']);
  await expect(standIn.pay(only.id, { method: 'card' })).rejects.toThrow('does not take card');
  const not = await stripe.checkout.sessions.create(
    gift({ excluded_payment_method_types: ['alipay'] }),
  );
  expect(not.payment_method_types).toEqual(['card', 'wechat_pay']);
});

test('objects are expanded as deep as was asked, and lists with `data.`', async () => {
  const world = await open();
  const { stripe } = world;
  const { charge, intent } = await give(world);
  const list = await stripe.charges.list({
    payment_intent: intent.id,
    expand: ['data.balance_transaction.source', 'data.refunds'],
  });
  const transaction = list.data[0]?.balance_transaction as Stripe.BalanceTransaction;
  expect((transaction.source as Stripe.Charge).id).toBe(charge.id);
  expect(list.data[0]?.refunds).toMatchObject({ object: 'list', data: [] });
  await expect(stripe.charges.retrieve(charge.id, { expand: ['amount'] })).rejects.toMatchObject({
    statusCode: 400,
    param: 'expand',
  });
});
