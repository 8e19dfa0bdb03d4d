import type Stripe from 'stripe';
import { attempt, type Attempt, fail, type Outcome, succeed } from './attempt';
import { newIntent } from './intent';
import type { Method } from './kinds';
import { detailsOf } from './session';
import { startSubscription } from './subscription-start';
import { changeAndTell, usualTerms, type World } from './world';

type Session = Stripe.Checkout.Session;

export interface Payment {
  readonly method?: Method;
  readonly outcome?: Outcome;
  readonly email?: string;
  readonly settlementCurrency?: string;
  /** As a decimal, `'1.0837'`; needed where the payment settles in another currency. */
  readonly exchangeRate?: string;
  readonly holdBalanceTransaction?: boolean;
  /** The payer was quicker than the end of the session: it is paid although it has expired. */
  readonly late?: boolean;
  /** A pending payment becomes paid by itself after so many seconds. */
  readonly settlesAfterSeconds?: number;
}

/** What a payer does on the payment page. */
export function pay(world: World, id: string, payment: Payment): Session {
  const session = payable(world, id, payment);
  const outcome = payment.outcome ?? 'paid';
  const how = attemptOf(world, session, payment);
  if (session.mode === 'subscription') return subscribe(world, session, outcome, how);
  const intent = intentFor(world, session);
  attempt(world, intent, outcome, how);
  const known = world.objects.change('checkout.session', id, { payment_intent: intent.id });
  if (outcome === 'failed') return known;
  if (outcome === 'pending' && payment.settlesAfterSeconds !== undefined)
    world.objects.setAside(id, { settlesAt: world.now() + payment.settlesAfterSeconds });
  return complete(world, known, how, { payment_status: outcome === 'paid' ? 'paid' : 'unpaid' });
}

function payable({ objects }: World, id: string, { method = 'card', late }: Payment): Session {
  const session = objects.get('checkout.session', id);
  const wanted = late ? 'expired' : 'open';
  if (session.status !== wanted)
    throw new Error(`Session ${id} is ${session.status}, and not ${wanted}`);
  if (!session.payment_method_types.includes(method))
    throw new Error(`Session ${id} does not take ${method}`);
  return session;
}

function attemptOf(world: World, session: Session, payment: Payment): Attempt {
  const presented = session.currency ?? '';
  const currency = payment.settlementCurrency;
  if (currency && currency !== presented && !payment.exchangeRate)
    throw new Error(`A payment that settles in ${currency} needs an exchange rate`);
  return {
    method: payment.method ?? 'card',
    email: payment.email ?? session.customer_email ?? 'giver@example.com',
    terms: currency
      ? { currency, exchangeRate: currency === presented ? null : (payment.exchangeRate ?? null) }
      : usualTerms(world, presented),
    holdBalanceTransaction: payment.holdBalanceTransaction,
  };
}

/** A session's intent is made by the first try, and every later one goes on with it. */
function intentFor(world: World, session: Session): Stripe.PaymentIntent {
  const { objects } = world;
  if (session.payment_intent)
    return objects.change('payment_intent', session.payment_intent as string, {
      canceled_at: null,
      cancellation_reason: null,
    });
  return newIntent(world, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    customer: null,
    methods: session.payment_method_types,
    data: objects.aside(session.id).intentData ?? {},
  });
}

function complete(
  world: World,
  session: Session,
  { email }: Attempt,
  changes: Partial<Session>,
): Session {
  return changeAndTell(world, 'checkout.session.completed', 'checkout.session', session.id, {
    ...changes,
    status: 'complete',
    url: null,
    customer_details: email ? detailsOf(email) : null,
  });
}

function subscribe(world: World, session: Session, outcome: Outcome, how: Attempt): Session {
  if (outcome === 'pending') throw new Error('A subscription is paid at once or not at all');
  // A declined card leaves nothing behind but the open page.
  if (outcome === 'failed') return session;
  const started = startSubscription(world, session, how);
  return complete(world, session, how, { ...started, payment_status: 'paid' });
}

/** The end of a payment that was pending. */
export function settlePending(world: World, id: string, outcome: 'paid' | 'failed'): Session {
  const { objects } = world;
  const session = objects.get('checkout.session', id);
  const intent = objects.find('payment_intent', (session.payment_intent as string | null) ?? '');
  if (!intent || intent.status !== 'processing') throw new Error(`Nothing is pending for ${id}`);
  objects.setAside(id, { settlesAt: undefined });
  const charge = intent.latest_charge as string;
  if (outcome === 'failed') {
    fail(world, charge);
    world.announce('checkout.session.async_payment_failed', session);
    return session;
  }
  succeed(world, charge);
  return changeAndTell(world, 'checkout.session.async_payment_succeeded', 'checkout.session', id, {
    payment_status: 'paid',
  });
}

/** Settles what was to become paid by itself. */
export function settleDue(world: World): void {
  for (const { id, status, payment_status } of world.objects.all('checkout.session')) {
    if (status !== 'complete' || payment_status !== 'unpaid') continue;
    const { settlesAt } = world.objects.aside(id);
    if (settlesAt !== undefined && settlesAt <= world.now()) settlePending(world, id, 'paid');
  }
}
