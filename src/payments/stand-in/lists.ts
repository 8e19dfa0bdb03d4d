import type { Filters } from './list';
import { equal, within } from './list';

/** By what each kind can be searched; the tables of parameters name the same. */

export const SESSION_FILTERS: Filters<'checkout.session'> = {
  created: within('created'),
  customer: equal('customer'),
  payment_intent: equal('payment_intent'),
  status: equal('status'),
  subscription: equal('subscription'),
};

export const CHARGE_FILTERS: Filters<'charge'> = {
  created: within('created'),
  customer: equal('customer'),
  payment_intent: equal('payment_intent'),
};

export const REFUND_FILTERS: Filters<'refund'> = {
  created: within('created'),
  charge: equal('charge'),
  payment_intent: equal('payment_intent'),
};

export const DISPUTE_FILTERS: Filters<'dispute'> = {
  created: within('created'),
  charge: equal('charge'),
  payment_intent: equal('payment_intent'),
};

export const TRANSACTION_FILTERS: Filters<'balance_transaction'> = {
  created: within('created'),
  currency: equal('currency'),
  source: equal('source'),
  type: equal('type'),
  payout: ({ id }, payout: string, { objects }) => objects.aside(id).payout === payout,
};

export const PAYOUT_FILTERS: Filters<'payout'> = {
  arrival_date: within('arrival_date'),
  created: within('created'),
  status: equal('status'),
};

export const SUBSCRIPTION_FILTERS: Filters<'subscription'> = {
  created: within('created'),
  customer: equal('customer'),
  status: ({ status, ended_at }, wanted: string) =>
    wanted === 'all' || (wanted === 'ended' ? ended_at !== null : status === wanted),
};

export const INVOICE_FILTERS: Filters<'invoice'> = {
  created: within('created'),
  customer: equal('customer'),
  status: equal('status'),
  subscription: ({ parent }, subscription: string) =>
    parent?.subscription_details?.subscription === subscription,
};

export const INVOICE_PAYMENT_FILTERS: Filters<'invoice_payment'> = {
  created: within('created'),
  invoice: equal('invoice'),
  status: equal('status'),
  payment: ({ payment }, wanted: { type: string; payment_intent?: string }) =>
    payment.type === wanted.type && payment.payment_intent === wanted.payment_intent,
};

export const EVENT_FILTERS: Filters<'event'> = {
  created: within('created'),
  delivery_success: ({ pending_webhooks }, wanted: boolean) => (pending_webhooks === 0) === wanted,
  type: ({ type }, wanted: string) =>
    wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted,
  types: ({ type }, wanted: string[]) => wanted.includes(type),
};
