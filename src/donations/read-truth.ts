import type Stripe from 'stripe';
import { isUuid } from '../kernel/id';
import { ask, askAll, idOf, ProcessorFailed, type Processor } from '../payments/processor';
import type { AttemptRow } from './attempt.entity';
import type { SeenAttempt, SeenDispute, SeenPayment, SeenRefund, Truth } from './truth';

/** What one attempt came to. */
interface Looked {
  readonly attempt: SeenAttempt;
  readonly payments: readonly SeenPayment[];
  readonly objectIds: readonly string[];
  readonly subscriptionId: string | null;
}

/**
 * Asks the processor about every attempt of a donation. Nothing is held meanwhile: what comes of it
 * is added later to what is known, and never takes a step back.
 */
export async function readTruth(
  processor: Processor,
  attempts: readonly AttemptRow[],
): Promise<Truth> {
  const looked: Looked[] = [];
  for (const { sessionId } of attempts)
    if (sessionId) looked.push(await lookAtAttempt(processor, sessionId));
  return {
    attempts: looked.map(({ attempt }) => attempt),
    payments: looked.flatMap(({ payments }) => payments),
    objectIds: looked.flatMap(({ objectIds }) => objectIds),
    subscriptionId: looked.find(({ subscriptionId }) => subscriptionId)?.subscriptionId ?? null,
  };
}

async function lookAtAttempt(processor: Processor, sessionId: string): Promise<Looked> {
  if (sessionId.startsWith('in_')) return await lookAtInvoice(processor, sessionId, sessionId);
  const { stripe } = processor;
  const session = await ask('checkout.session', () =>
    stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent.latest_charge'] }),
  );
  if (session.id !== sessionId) throw new ProcessorFailed('It answered another session');
  const invoiceId = idOf(session.invoice);
  if (invoiceId) {
    const looked = await lookAtInvoice(processor, sessionId, invoiceId);
    const objectIds = [sessionId, ...looked.objectIds];
    return { ...looked, objectIds, subscriptionId: idOf(session.subscription) };
  }
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  return {
    attempt: { sessionId, state: stateOf(session, intent) },
    payments: await paymentsOf(processor, sessionId, intent),
    objectIds: [sessionId, ...(intent ? [intent.id] : [])],
    subscriptionId: idOf(session.subscription),
  };
}

/** A session is paid when its intent is: `complete` says no more than that the giver is through. */
function stateOf(
  { status, payment_status }: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
): SeenAttempt['state'] {
  if (payment_status === 'paid' || intent?.status === 'succeeded') return 'paid';
  if (intent?.status === 'processing') return 'processing';
  if (status === 'expired') return 'expired';
  if (status === 'open') return 'open';
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
    ? 'failed'
    : 'processing';
}

async function lookAtInvoice(
  processor: Processor,
  sessionId: string,
  invoiceId: string,
): Promise<Looked> {
  const { stripe } = processor;
  const invoice = await ask('invoice', () =>
    stripe.invoices.retrieve(invoiceId, { expand: ['payments'] }),
  );
  const intentIds = (invoice.payments?.data ?? []).flatMap(
    ({ payment }) => idOf(payment.payment_intent) ?? [],
  );
  const payments: SeenPayment[] = [];
  for (const intentId of intentIds) {
    const intent = await ask('payment_intent', () =>
      stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] }),
    );
    payments.push(...(await paymentsOf(processor, sessionId, intent)));
  }
  const paid = invoice.status === 'paid' && payments.length > 0;
  const failed = ['void', 'uncollectible'].includes(invoice.status ?? '');
  return {
    attempt: { sessionId, state: paid ? 'paid' : failed ? 'failed' : 'processing' },
    payments,
    objectIds: [invoiceId, ...intentIds],
    subscriptionId: null,
  };
}

async function paymentsOf(
  processor: Processor,
  sessionId: string,
  intent: Stripe.PaymentIntent | null,
): Promise<SeenPayment[]> {
  const charge = intent?.latest_charge;
  if (intent?.status !== 'succeeded' || !charge) return [];
  if (typeof charge === 'string') throw new ProcessorFailed('The charge was not expanded');
  if (!charge.paid || charge.status !== 'succeeded') return [];
  return [
    {
      chargeId: charge.id,
      sessionId,
      currency: charge.currency.toUpperCase(),
      minor: BigInt(charge.amount_captured ?? charge.amount),
      method: charge.payment_method_details?.type ?? 'unknown',
      paidAt: new Date(charge.created * 1000),
      refunds: await refundsOf(processor, charge),
      disputes: await disputesOf(processor, charge),
    },
  ];
}

/** The charge's own sum lags behind and leaves out what failed: the list is what counts. */
async function refundsOf({ stripe }: Processor, charge: Stripe.Charge): Promise<SeenRefund[]> {
  const refunds = await askAll((page) => stripe.refunds.list({ charge: charge.id, ...page }));
  return refunds.map((refund) => ({
    refundId: refund.id,
    rowId: rowNamedBy(refund),
    minor: BigInt(refund.amount),
    status: refundStatus(refund.status),
    reason: refund.reason ?? '',
  }));
}

/** Anybody at the dashboard may write what they like there. */
function rowNamedBy({ metadata }: Stripe.Refund): string | null {
  const id = metadata?.refund ?? '';
  return isUuid(id) ? id : null;
}

function refundStatus(status: string | null): SeenRefund['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

async function disputesOf({ stripe }: Processor, charge: Stripe.Charge): Promise<SeenDispute[]> {
  if (!charge.disputed) return [];
  const disputes = await askAll((page) => stripe.disputes.list({ charge: charge.id, ...page }));
  return disputes.map(seenDispute);
}

/** Money moves with the dispute's transactions: an inquiry has none, and ends without any. */
function seenDispute(dispute: Stripe.Dispute): SeenDispute {
  const moved = dispute.balance_transactions ?? [];
  const withdrawn = moved.some(({ amount }) => amount < 0);
  const back = moved.some(({ amount }) => amount > 0);
  const lost = withdrawn && !back && dispute.status === 'lost';
  return {
    disputeId: dispute.id,
    minor: BigInt(dispute.amount),
    status: dispute.status,
    openedAt: new Date(dispute.created * 1000),
    withdrawn,
    ended: back ? 'reinstated' : lost ? 'lost' : null,
  };
}
