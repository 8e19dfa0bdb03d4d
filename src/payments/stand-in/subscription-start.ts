import type Stripe from 'stripe';
import type { Attempt } from './attempt';
import { collect } from './collect';
import { newInvoice } from './invoice';
import { nextPeriodEnd } from './period';
import { planOf } from './price';
import type { World } from './world';

type Session = Stripe.Checkout.Session;

/** A paid session of mode `subscription`: its customer, subscription and first invoice. */
export function startSubscription(
  world: World,
  session: Session,
  how: Attempt,
): Pick<Session, 'customer' | 'subscription' | 'invoice'> {
  const customer = newCustomer(world, how.email);
  const subscription = newSubscription(world, session, customer.id);
  world.objects.setAside(subscription.id, { terms: how.terms });
  const invoice = newInvoice(world, subscription, 'subscription_create');
  world.objects.change('subscription', subscription.id, { latest_invoice: invoice.id });
  const method = collect(world, invoice.id, 'paid', how).payment_method;
  const active = world.objects.change('subscription', subscription.id, {
    status: 'active',
    default_payment_method: method,
  });
  world.announce('customer.subscription.created', active);
  return { customer: customer.id, subscription: subscription.id, invoice: invoice.id };
}

function newCustomer(world: World, email: string | null): Stripe.Customer {
  const customer = world.objects.add<Stripe.Customer>({
    id: world.newId('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email,
    invoice_prefix: 'LINLI',
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  });
  world.announce('customer.created', customer);
  return customer;
}

function newSubscription(world: World, session: Session, customer: string): Stripe.Subscription {
  const id = world.newId('sub');
  const now = world.now();
  const data = world.objects.aside(session.id).subscriptionData ?? {};
  return world.objects.add<Stripe.Subscription>({
    ...UNUSED,
    id,
    object: 'subscription',
    billing_cycle_anchor: now,
    created: now,
    currency: session.currency ?? '',
    customer,
    description: data.description ?? null,
    items: {
      object: 'list',
      data: (session.line_items?.data ?? []).map((line) => newItem(world, id, line)),
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    metadata: data.metadata ?? {},
    start_date: now,
    status: 'incomplete',
  });
}

function newItem(
  world: World,
  subscription: string,
  line: Stripe.LineItem,
): Stripe.SubscriptionItem {
  const now = world.now();
  const { price } = line;
  if (!price?.recurring) throw new Error('A subscription needs a recurring price');
  return {
    id: world.newId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: nextPeriodEnd(now, now, price.recurring),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: line.metadata ?? {},
    plan: planOf(price),
    price,
    quantity: line.quantity ?? 1,
    subscription,
    tax_rates: [],
  };
}

const UNUSED = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  latest_invoice: null,
  livemode: false,
  managed_payments: { enabled: false },
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: 'off',
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  test_clock: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: null,
  trial_start: null,
} satisfies Partial<Stripe.Subscription>;
