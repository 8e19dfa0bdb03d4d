import type Stripe from 'stripe';
import type { Method } from './kinds';
import { newLine } from './price';
import { badRequest } from './refuse';
import type { SessionGiven } from './session-given';
import { checkSession } from './session-rules';
import { changeAndTell, type World } from './world';

type Session = Stripe.Checkout.Session;

export function createSession(world: World, given: SessionGiven): Session {
  checkSession(given, world.now());
  const methods = offered(given);
  const lines = (given.line_items ?? []).map((line) => newLine(world, line));
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const id = world.newId('cs');
  return world.objects.add(body(world, given, { id, methods, lines, total }), {
    intentData: given.payment_intent_data,
    subscriptionData: given.subscription_data,
  });
}

/** The methods that this account offers by itself; a wallet cannot be charged again later. */
const METHODS: Readonly<Record<string, readonly Method[]>> = {
  payment: ['card', 'alipay', 'wechat_pay'],
  subscription: ['card'],
};

function offered(given: SessionGiven): Method[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: not } = given;
  const methods = (METHODS[given.mode] ?? []).filter(
    (method) => (allowed?.includes(method) ?? true) && !not?.includes(method),
  );
  if (methods.length === 0)
    throw badRequest('No valid payment method types for this Checkout Session.', {
      param: allowed ? 'allowed_payment_method_types' : 'excluded_payment_method_types',
    });
  return methods;
}

interface Made {
  readonly id: string;
  readonly methods: Method[];
  readonly lines: Stripe.LineItem[];
  readonly total: number;
}

function body(world: World, given: SessionGiven, { id, methods, lines, total }: Made): Session {
  const now = world.now();
  return {
    ...UNUSED,
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: given.adaptive_pricing?.enabled ?? true },
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    created: now,
    currency: lines[0]?.currency ?? null,
    custom_text: { ...UNUSED.custom_text, ...given.custom_text },
    customer_creation:
      given.mode === 'payment' ? (given.customer_creation ?? 'if_required') : 'always',
    customer_details: given.customer_email ? detailsOf(given.customer_email) : null,
    customer_email: given.customer_email ?? null,
    ...(given.excluded_payment_method_types && {
      excluded_payment_method_types: given.excluded_payment_method_types,
    }),
    expires_at: given.expires_at ?? now + 24 * 3600,
    line_items: {
      object: 'list',
      data: lines,
      has_more: false,
      url: `/v1/checkout/sessions/${id}/line_items`,
    },
    locale: given.locale ?? null,
    metadata: given.metadata ?? {},
    mode: given.mode,
    payment_method_collection:
      given.payment_method_collection ?? (given.mode === 'payment' ? 'if_required' : 'always'),
    payment_method_types: methods,
    phone_number_collection: given.phone_number_collection ?? { enabled: false },
    submit_type: given.submit_type ?? null,
    success_url: given.success_url ?? null,
    url: `${world.ways.pageUrl}/pay/${id}`,
  };
}

export function detailsOf(email: string): Session['customer_details'] {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

const UNUSED = {
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer: null,
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: { enabled: false },
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_status: 'unpaid',
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<Session>;

/** Asked for by the account. */
export function expireSession(world: World, id: string): Session {
  const { status } = world.objects.get('checkout.session', id);
  if (status !== 'open')
    throw badRequest(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session ' +
        `has a status of \`${status}\`.`,
    );
  return close(world, id);
}

/** Expires every session whose time is over. */
export function expireDue(world: World): void {
  for (const { id, status, expires_at } of world.objects.all('checkout.session'))
    if (status === 'open' && expires_at <= world.now()) close(world, id);
}

function close(world: World, id: string): Session {
  const session = world.objects.change('checkout.session', id, { status: 'expired', url: null });
  const intent = session.payment_intent as string | null;
  if (intent)
    changeAndTell(world, 'payment_intent.canceled', 'payment_intent', intent, {
      status: 'canceled',
      canceled_at: world.now(),
      cancellation_reason: 'automatic',
    });
  world.announce('checkout.session.expired', session);
  return session;
}
