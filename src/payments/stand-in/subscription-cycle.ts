import type Stripe from 'stripe';
import type { Attempt } from './attempt';
import { collect } from './collect';
import { newInvoice } from './invoice';
import { nextPeriodEnd } from './period';
import { changeAndTell, usualTerms, type World } from './world';

type Subscription = Stripe.Subscription;
type Outcome = 'paid' | 'failed';

/**
 * The next cycle begins: its invoice is made and collected. Null where there is none, because the
 * subscription ends with the cycle that is over.
 */
export function advanceSubscription(
  world: World,
  id: string,
  outcome: Outcome,
): Stripe.Invoice | null {
  const subscription = world.objects.get('subscription', id);
  if (subscription.ended_at) throw new Error(`Subscription ${id} has ended`);
  if (subscription.cancel_at_period_end) {
    endSubscription(world, subscription, {});
    return null;
  }
  const next = turn(world, subscription);
  const invoice = newInvoice(world, next, 'subscription_cycle');
  changeAndTell(world, 'customer.subscription.updated', 'subscription', id, {
    latest_invoice: invoice.id,
  });
  if (next.pause_collection) return setAsidePaused(world, invoice, next.pause_collection);
  return payInvoice(world, invoice.id, outcome);
}

/** Collects an invoice that is open, as Stripe does by itself some days after a failure. */
export function payInvoice(world: World, id: string, outcome: Outcome): Stripe.Invoice {
  const { objects } = world;
  const invoice = objects.get('invoice', id);
  if (invoice.status !== 'open' && invoice.status !== 'draft')
    throw new Error(`Invoice ${id} is ${invoice.status}`);
  const details = invoice.parent?.subscription_details;
  const subscription = objects.get('subscription', details?.subscription as string);
  collect(world, id, outcome, howToCollect(world, invoice, subscription));
  const status = outcome === 'paid' ? 'active' : 'past_due';
  if (subscription.status !== status)
    changeAndTell(world, 'customer.subscription.updated', 'subscription', subscription.id, {
      status,
    });
  return objects.get('invoice', id);
}

function howToCollect(
  world: World,
  { currency, customer_email }: Stripe.Invoice,
  { id }: Subscription,
): Attempt {
  const terms = world.objects.aside(id).terms ?? usualTerms(world, currency);
  return { method: 'card', email: customer_email, terms };
}

/** Moves every item on to its next period, and ends a pause whose time is over. */
function turn(world: World, subscription: Subscription): Subscription {
  const { pause_collection: pause, items, billing_cycle_anchor: anchor } = subscription;
  const resumed = pause?.resumes_at && pause.resumes_at <= world.now();
  const data = items.data.map((item) => {
    const start = item.current_period_end;
    const recurring = item.price.recurring ?? { interval: 'month', interval_count: 1 };
    return {
      ...item,
      current_period_start: start,
      current_period_end: nextPeriodEnd(anchor, start, recurring),
    };
  });
  return world.objects.change('subscription', subscription.id, {
    items: { ...items, data },
    pause_collection: resumed ? null : pause,
  });
}

/** An invoice made during a pause is not collected. */
function setAsidePaused(
  world: World,
  { id, status_transitions: past }: Stripe.Invoice,
  { behavior }: Stripe.Subscription.PauseCollection,
): Stripe.Invoice {
  const now = world.now();
  if (behavior === 'keep_as_draft') return world.objects.get('invoice', id);
  if (behavior === 'void')
    return changeAndTell(world, 'invoice.voided', 'invoice', id, {
      status: 'void',
      status_transitions: { ...past, finalized_at: now, voided_at: now },
    });
  return changeAndTell(world, 'invoice.marked_uncollectible', 'invoice', id, {
    status: 'uncollectible',
    status_transitions: { ...past, finalized_at: now, marked_uncollectible_at: now },
  });
}

/** Ends a subscription for good. */
export function endSubscription(
  world: World,
  { id, canceled_at, cancellation_details }: Subscription,
  details: Partial<Stripe.Subscription.CancellationDetails>,
): Subscription {
  const now = world.now();
  return changeAndTell(world, 'customer.subscription.deleted', 'subscription', id, {
    status: 'canceled',
    cancel_at_period_end: false,
    canceled_at: canceled_at ?? now,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      ...cancellation_details,
      reason: 'cancellation_requested',
      ...details,
    },
    ended_at: now,
  });
}
