import type Stripe from 'stripe';
import { attempt, type Attempt } from './attempt';
import { newIntent } from './intent';
import { changeAndTell, type World } from './world';

const THREE_DAYS = 3 * 24 * 3600;

/** Finalizes an invoice where it is a draft, and tries to take its money by card. */
export function collect(
  world: World,
  invoiceId: string,
  outcome: 'paid' | 'failed',
  how: Attempt,
): Stripe.Charge {
  finalize(world, invoiceId);
  const payment = paymentOf(world, invoiceId);
  const intentId = payment.payment.payment_intent as string;
  const intent = world.objects.get('payment_intent', intentId);
  const charge = attempt(world, intent, outcome, how);
  if (outcome === 'paid') markPaid(world, invoiceId, payment);
  else markFailed(world, invoiceId);
  return charge;
}

/** A draft becomes final: it is to be paid, and its intent is there to pay it with. */
function finalize(world: World, id: string): void {
  const { objects } = world;
  const draft = objects.get('invoice', id);
  if (draft.status !== 'draft') return;
  const intent = newIntent(world, {
    amount: draft.total,
    currency: draft.currency,
    customer: draft.customer as string,
    methods: ['card'],
    data: { description: 'Subscription payment' },
  });
  const now = world.now();
  const payment = objects.add<Stripe.InvoicePayment>({
    id: world.newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: draft.total,
    created: now,
    currency: draft.currency,
    invoice: id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  changeAndTell(world, 'invoice.finalized', 'invoice', id, {
    status: 'open',
    number: `LINLI-${String(objects.all('invoice').length).padStart(4, '0')}`,
    auto_advance: true,
    effective_at: now,
    ending_balance: 0,
    payments: listOf(payment),
    status_transitions: { ...draft.status_transitions, finalized_at: now },
  });
}

function paymentOf({ objects }: World, invoice: string): Stripe.InvoicePayment {
  const payment = objects.all('invoice_payment').find((each) => each.invoice === invoice);
  if (!payment) throw new Error(`Invoice ${invoice} has no payment`);
  return payment;
}

function listOf(payment: Stripe.InvoicePayment): Stripe.Invoice['payments'] {
  return { object: 'list', data: [payment], has_more: false, url: '/v1/invoice_payments' };
}

function markPaid(world: World, id: string, { id: paymentId }: Stripe.InvoicePayment): void {
  const { objects } = world;
  const now = world.now();
  const invoice = objects.get('invoice', id);
  const payment = changeAndTell(world, 'invoice_payment.paid', 'invoice_payment', paymentId, {
    amount_paid: invoice.total,
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: now },
  });
  changeAndTell(world, 'invoice.paid', 'invoice', id, {
    status: 'paid',
    amount_paid: invoice.total,
    amount_remaining: 0,
    attempted: true,
    attempt_count: invoice.attempt_count + 1,
    auto_advance: false,
    next_payment_attempt: null,
    payments: listOf(payment),
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  });
  world.announce('invoice.payment_succeeded', objects.get('invoice', id));
}

function markFailed(world: World, id: string): void {
  const { attempt_count } = world.objects.get('invoice', id);
  changeAndTell(world, 'invoice.payment_failed', 'invoice', id, {
    attempted: true,
    attempt_count: attempt_count + 1,
    next_payment_attempt: world.now() + THREE_DAYS,
  });
}
