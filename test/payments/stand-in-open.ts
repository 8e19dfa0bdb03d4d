import Stripe from 'stripe';
import { seededIds } from '../../src/payments/stand-in/ids';
import type { Keeping, Kept } from '../../src/payments/stand-in/kinds';
import {
  type StandIn,
  type StandInOptions,
  startStandIn,
} from '../../src/payments/stand-in/start-stand-in';

export interface Opened {
  readonly standIn: StandIn;
  readonly stripe: Stripe;
  /** What was delivered, in order. */
  readonly events: Stripe.Event[];
  /** The types of what was delivered since the last time this was asked. */
  types(): string[];
}

export const SECRET = 'whsec_test';
export const START = Date.UTC(2026, 10, 30, 8);

const opened: StandIn[] = [];

/** A stand-in of its own for a test, with the ordinary client pointed at it. */
export async function open(options: Partial<StandInOptions> = {}): Promise<Opened> {
  const events: Stripe.Event[] = [];
  const standIn = await startStandIn({
    ids: seededIds('test'),
    clock: () => START,
    webhook: {
      secret: SECRET,
      deliver: async ({ payload }) => void events.push(JSON.parse(payload) as Stripe.Event),
    },
    ...options,
  });
  opened.push(standIn);
  let seen = 0;
  const types = () => events.slice(seen, (seen = events.length)).map(({ type }) => type);
  return { standIn, stripe: clientOf(standIn), events, types };
}

export function clientOf(
  { host, port }: StandIn,
  config: Partial<Stripe.StripeConfig> = {},
): Stripe {
  return new Stripe('sk_local_test', {
    host,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 2000,
    telemetry: false,
    ...config,
  });
}

export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((each) => each.close()));
}

type Create = Stripe.Checkout.SessionCreateParams;

/** A gift of 88 yuan. */
export const gift = (changes: Create = {}): Create => ({
  mode: 'payment',
  ui_mode: 'hosted_page',
  submit_type: 'donate',
  line_items: [
    {
      quantity: 1,
      price_data: { currency: 'cny', unit_amount: 8800, product_data: { name: 'Rice <for> all' } },
    },
  ],
  metadata: { donation: 'd1' },
  payment_intent_data: { description: 'A gift', metadata: { donation: 'd1' } },
  adaptive_pricing: { enabled: false },
  customer_email: 'giver@example.org',
  client_reference_id: 'd1',
  locale: 'zh',
  success_url: 'http://127.0.0.1:4000/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://127.0.0.1:4000/give',
  ...changes,
});

/** The same every month. */
export const pledge = (changes: Create = {}): Create => {
  const { payment_intent_data: _, submit_type: __, ...rest } = gift();
  return {
    ...rest,
    mode: 'subscription',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'cny',
          unit_amount: 8800,
          product_data: { name: 'Rice for all' },
          recurring: { interval: 'month' },
        },
      },
    ],
    subscription_data: { metadata: { pledge: 'p1' } },
    ...changes,
  };
};

export interface Paid {
  readonly session: Stripe.Checkout.Session;
  readonly intent: Stripe.PaymentIntent;
  readonly charge: Stripe.Charge;
  readonly transaction: Stripe.BalanceTransaction | null;
}

/** A session with all that hangs on it, as it is retrieved. */
export async function look(stripe: Stripe, id: string): Promise<Paid> {
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ['payment_intent.latest_charge.balance_transaction'],
  });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  const charge = intent.latest_charge as Stripe.Charge;
  const transaction = charge.balance_transaction as Stripe.BalanceTransaction | null;
  return { session, intent, charge, transaction };
}

/** Makes a gift and pays it. */
export async function give(
  { standIn, stripe }: Opened,
  payment: Parameters<StandIn['pay']>[1] = {},
  changes: Create = {},
): Promise<Paid> {
  const { id } = await stripe.checkout.sessions.create(gift(changes));
  await standIn.pay(id, payment);
  return await look(stripe, id);
}

/** A keeping that forgets nothing, and shows everything that was ever written. */
export function memory(): Keeping & { readonly rows: Map<string, Kept>; readonly written: Kept[] } {
  const rows = new Map<string, Kept>();
  const written: Kept[] = [];
  return {
    rows,
    written,
    load: async () => [...rows.values()],
    keep: async (changed) => {
      for (const kept of JSON.parse(JSON.stringify(changed)) as Kept[]) {
        rows.set(`${kept.kind} ${kept.id}`, kept);
        written.push(kept);
      }
    },
  };
}
