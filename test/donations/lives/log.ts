import type Stripe from 'stripe';

/** What the processor knows, as its events told it: for whoever plays the bank. */
export interface Log {
  add(payload: string): void;
  /** The charge that paid a session. */
  chargeOf(sessionId: string): string | null;
  subscriptionOf(sessionId: string): string | null;
  /** The refund that one of our rows asked for. */
  refundOf(rowId: string): string | null;
  /** Refunds that have not come to their end. */
  pendingRefunds(): string[];
  /** The last invoice of a subscription that could not be collected. */
  unpaidOf(subscriptionId: string): string | null;
}

export function newLog(): Log {
  const charges = new Map<string, string>();
  const sessions = new Map<string, Stripe.Checkout.Session>();
  const intents = new Map<string, string>();
  const refunds = new Map<string, string>();
  const unpaid = new Map<string, string>();
  const pending = new Set<string>();
  const take = ({ type, data: { object } }: Stripe.Event) => {
    if (type.startsWith('checkout.session.')) {
      const session = object as Stripe.Checkout.Session;
      sessions.set(session.id, session);
    } else if (type === 'charge.succeeded') {
      const charge = object as Stripe.Charge;
      charges.set(charge.payment_intent as string, charge.id);
    } else if (type === 'invoice_payment.paid') {
      const paid = object as Stripe.InvoicePayment;
      intents.set(paid.invoice as string, paid.payment.payment_intent as string);
    } else if (type.startsWith('refund.')) {
      const refund = object as Stripe.Refund;
      if (refund.metadata?.refund) refunds.set(refund.metadata.refund, refund.id);
      if (refund.status === 'pending') pending.add(refund.id);
      else pending.delete(refund.id);
    } else if (type === 'invoice.payment_failed') {
      const invoice = object as Stripe.Invoice;
      const of = invoice.parent?.subscription_details?.subscription as string;
      unpaid.set(of, invoice.id ?? '');
    }
  };
  return {
    add: (payload) => take(JSON.parse(payload) as Stripe.Event),
    chargeOf: (sessionId) => {
      const session = sessions.get(sessionId);
      const invoiced = intents.get(session?.invoice as string);
      return charges.get((session?.payment_intent as string | null) ?? invoiced ?? '') ?? null;
    },
    subscriptionOf: (sessionId) =>
      (sessions.get(sessionId)?.subscription as string | undefined) ?? null,
    refundOf: (rowId) => refunds.get(rowId) ?? null,
    pendingRefunds: () => [...pending],
    unpaidOf: (subscriptionId) => unpaid.get(subscriptionId) ?? null,
  };
}
