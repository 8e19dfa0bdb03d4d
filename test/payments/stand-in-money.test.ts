import type Stripe from 'stripe';
import { exchange, feeOf } from '../../src/payments/stand-in/money';
import { closeAll, give, open, type Opened } from './stand-in-open';

afterEach(closeAll);

const DAY = 24 * 3600;
const transactionsOf = async ({ stripe }: Opened, source: string) =>
  (await stripe.balanceTransactions.list({ source })).data;

/** What the balance says must be what its transactions add up to. */
async function balances({ stripe }: Opened): Promise<void> {
  const { available, pending } = await stripe.balance.retrieve();
  const all = await stripe.balanceTransactions
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 500 });
  const sums = new Map<string, number>();
  for (const { currency, net, amount, fee } of all) {
    expect(net).toBe(amount - fee);
    sums.set(currency, (sums.get(currency) ?? 0) + net);
  }
  for (const [currency, sum] of sums) {
    const shown = [...available, ...pending].filter((each) => each.currency === currency);
    expect(shown.reduce((total, { amount }) => total + amount, 0)).toBe(sum);
  }
}

test('fees and exchanges are rounded half up, in whole numbers', () => {
  expect(feeOf(8800, 'hkd')).toBe(255 + 235);
  expect(feeOf(50, 'hkd')).toBe(1 + 235);
  expect(feeOf(500, 'hkd')).toBe(15 + 235);
  expect(feeOf(1000, 'jpy')).toBe(29 + 40);
  expect(exchange(8800, '1.0837')).toBe(9537);
  expect(exchange(5, '0.1')).toBe(1);
  expect(exchange(-5, '0.1')).toBe(-1);
  expect(exchange(99_999_999, '0.123456789012')).toBe(12_345_679);
  expect(() => exchange(1, '1e3')).toThrow('rate');
});

test('a payment settles in another currency, and its fee stands on the transaction', async () => {
  const world = await open();
  const { charge, transaction } = await give(world, {
    settlementCurrency: 'hkd',
    exchangeRate: '1.0837',
  });
  expect(charge).toMatchObject({ amount: 8800, currency: 'cny' });
  expect(transaction).toMatchObject({
    amount: 9537,
    currency: 'hkd',
    exchange_rate: 1.0837,
    fee: 512,
    net: 9025,
    status: 'pending',
    fee_details: [{ amount: 512, currency: 'hkd', type: 'stripe_fee' }],
  });
  await balances(world);
});

test('an account can settle all it gets in one currency', async () => {
  const world = await open({ settlement: { currency: 'hkd', rates: { cny: '1.08' } } });
  expect((await give(world)).transaction).toMatchObject({ currency: 'hkd', amount: 9504 });
});

test('a balance transaction that was held back appears later', async () => {
  const world = await open();
  const { charge, transaction } = await give(world, { holdBalanceTransaction: true });
  expect(transaction).toBeNull();
  world.types();
  const released = await world.standIn.releaseBalanceTransaction(charge.id);
  expect(released.balance_transaction).toMatch(/^txn_local_/);
  expect(world.types()).toEqual(['charge.updated']);
  await expect(world.standIn.releaseBalanceTransaction(charge.id)).rejects.toThrow('held back');
});

test('refunds are capped by what is left, and together take what the whole would', async () => {
  const world = await open();
  const { stripe } = world;
  const { charge, intent } = await give(world, {
    settlementCurrency: 'hkd',
    exchangeRate: '1.0837',
  });
  world.types();
  const first = await stripe.refunds.create({
    payment_intent: intent.id,
    amount: 3333,
    reason: 'requested_by_customer',
    metadata: { refund: 'r1' },
  });
  expect(first).toMatchObject({ status: 'succeeded', charge: charge.id, currency: 'cny' });
  expect(world.types()).toEqual(['refund.created', 'charge.refunded']);
  const over = stripe.refunds.create({ charge: charge.id, amount: 5468 });
  await expect(over).rejects.toMatchObject({ statusCode: 400, param: 'amount' });
  await stripe.refunds.create({ charge: charge.id, amount: 3334 });
  await world.standIn.dashboardRefund(charge.id, 2133);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    amount_refunded: 8800,
    refunded: true,
  });
  await expect(stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
  const { data } = await stripe.refunds.list({
    charge: charge.id,
    expand: ['data.balance_transaction'],
  });
  const taken = data.map((each) => each.balance_transaction as Stripe.BalanceTransaction);
  expect(taken.reduce((sum, { amount }) => sum + amount, 0)).toBe(-9537);
  expect(taken[0]).toMatchObject({ type: 'refund', fee: 0, currency: 'hkd' });
  expect(data.map(({ metadata }) => metadata)).toEqual([{}, {}, { refund: 'r1' }]);
  await balances(world);
});

test('a refund may be pending first, and may fail', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  standIn.refunds({ pendingFirst: true, holdBalanceTransaction: true });
  const { charge } = await give(world);
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 800 });
  expect(refund).toMatchObject({ status: 'pending', balance_transaction: null });
  world.types();
  expect(await standIn.settleRefund(refund.id)).toMatchObject({ status: 'succeeded' });
  expect(world.types()).toEqual(['refund.updated']);
  const failed = await standIn.failRefund(refund.id);
  expect(failed).toMatchObject({ status: 'failed' });
  expect(world.types()).toEqual(['refund.updated', 'refund.failed']);
  const moved = await transactionsOf(world, refund.id);
  expect(moved.map(({ amount, type }) => [amount, type])).toEqual([
    [800, 'refund_failure'],
    [-800, 'refund'],
  ]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 0 });
  await expect(standIn.failRefund(refund.id)).rejects.toThrow('failed');
  await balances(world);
});

test('a lost dispute takes the amount and a fee; a won one gives both back', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const { charge } = await give(world);
  world.types();
  const lost = await standIn.openDispute(charge.id, { amount: 5000 });
  expect(world.types()).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  expect(lost).toMatchObject({ status: 'needs_response', amount: 5000 });
  expect(lost.balance_transactions).toMatchObject([{ amount: -5000, fee: 1500, net: -6500 }]);
  await expect(stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
    code: 'charge_disputed',
  });
  await standIn.closeDispute(lost.id, 'lost');
  expect(world.types()).toEqual(['charge.dispute.closed']);
  const other = await give(world);
  const won = await standIn.openDispute(other.charge.id);
  world.types();
  const closed = await standIn.closeDispute(won.id, 'won');
  expect(world.types()).toEqual(['charge.dispute.funds_reinstated', 'charge.dispute.closed']);
  expect(closed.balance_transactions[1]).toMatchObject({ amount: 8800, fee: -1500, net: 10_300 });
  expect((await stripe.disputes.list({ charge: other.charge.id })).data[0]?.status).toBe('won');
  expect((await stripe.disputes.retrieve(lost.id)).status).toBe('lost');
  await balances(world);
});

test('an inquiry moves no money, unless it becomes a dispute', async () => {
  const world = await open();
  const { standIn } = world;
  const { charge } = await give(world);
  world.types();
  const inquiry = await standIn.openDispute(charge.id, { inquiry: true });
  expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
  expect(await standIn.closeDispute(inquiry.id, 'lost')).toMatchObject({
    status: 'warning_closed',
  });
  expect(world.types()).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
  const second = await standIn.openDispute(charge.id, { inquiry: true });
  world.types();
  const dispute = await standIn.escalateDispute(second.id);
  expect(dispute).toMatchObject({ status: 'needs_response' });
  expect(world.types()).toEqual(['charge.dispute.updated', 'charge.dispute.funds_withdrawn']);
  await balances(world);
});

test('a payout takes what is available, and stamps it', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  const first = await give(world);
  await expect(standIn.payOut('cny')).rejects.toThrow('nothing');
  await standIn.advanceClock(2 * DAY);
  const later = await give(world);
  world.types();
  const payout = await standIn.payOut('cny');
  expect(world.types()).toEqual([
    'payout.created',
    'payout.paid',
    'payout.reconciliation_completed',
  ]);
  expect(payout).toMatchObject({ amount: first.transaction!.net, status: 'paid' });
  const stamped = await stripe.balanceTransactions.list({ payout: payout.id });
  expect(stamped.data.map(({ type, source }) => [type, source])).toEqual([
    ['payout', payout.id],
    ['charge', first.charge.id],
  ]);
  expect(stamped.data.reduce((sum, { net }) => sum + net, 0)).toBe(0);
  const balance = await stripe.balance.retrieve();
  expect(balance.available).toMatchObject([{ amount: 0, currency: 'cny' }]);
  expect(balance.pending).toMatchObject([{ amount: later.transaction!.net }]);
  await standIn.failPayout(payout.id);
  expect((await stripe.payouts.retrieve(payout.id)).status).toBe('failed');
  expect((await stripe.payouts.list({ status: 'failed' })).data).toHaveLength(1);
  await balances(world);
});

test('transactions are paged, the newest first, and filtered', async () => {
  const world = await open();
  const { stripe, standIn } = world;
  for (let i = 0; i < 5; i += 1) {
    await give(world);
    await standIn.advanceClock(10);
  }
  const first = await stripe.balanceTransactions.list({ limit: 2 });
  expect(first.has_more).toBe(true);
  const second = await stripe.balanceTransactions.list({
    limit: 3,
    starting_after: first.data[1]!.id,
  });
  expect(second.has_more).toBe(false);
  const all = [...first.data, ...second.data];
  expect(all.map(({ created }) => created)).toEqual(
    all.map(({ created }) => created).sort((a, b) => b - a),
  );
  const back = await stripe.balanceTransactions.list({ limit: 2, ending_before: all[4]!.id });
  expect(back.data.map(({ id }) => id)).toEqual([all[2]!.id, all[3]!.id]);
  expect(back.has_more).toBe(true);
  const since = await stripe.balanceTransactions.list({ created: { gte: all[1]!.created } });
  expect(since.data).toHaveLength(2);
  expect((await stripe.balanceTransactions.list({ type: 'payout' })).data).toEqual([]);
  const one = await stripe.balanceTransactions.retrieve(all[0]!.id, { expand: ['source'] });
  expect(one.source).toMatchObject({ object: 'charge' });
});

test('a strange charge has nothing of ours on it', async () => {
  const world = await open();
  const charge = await world.standIn.strangeCharge(5000, 'cny');
  expect(charge).toMatchObject({ metadata: {}, amount: 5000, paid: true });
  const sessions = await world.stripe.checkout.sessions.list({
    payment_intent: charge.payment_intent as string,
  });
  expect(sessions.data).toEqual([]);
});
