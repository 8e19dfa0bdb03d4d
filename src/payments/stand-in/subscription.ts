import type Stripe from 'stripe';
import { mergeMetadata, type MetadataGiven } from './metadata';
import { badRequest, noSuch } from './refuse';
import { endSubscription } from './subscription-cycle';
import { changeAndTell, type World } from './world';

type Subscription = Stripe.Subscription;
type Details = Partial<Stripe.Subscription.CancellationDetails>;

export interface SubscriptionUpdate {
  readonly cancel_at_period_end?: boolean;
  readonly cancellation_details?: Details;
  readonly description?: string;
  readonly metadata?: MetadataGiven;
  readonly pause_collection?: '' | { readonly behavior: string; readonly resumes_at?: number };
}

/** What a subscription that has ended still lets be changed. */
const AFTER_END = ['cancellation_details', 'metadata', 'expand'];

export function updateSubscription(
  world: World,
  id: string,
  given: SubscriptionUpdate,
): Subscription {
  const subscription = world.objects.get('subscription', id);
  if (subscription.ended_at && Object.keys(given).some((name) => !AFTER_END.includes(name)))
    throw badRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
      { code: 'invalid_canceled_subscription_fields' },
    );
  const changes = changesOf(world, subscription, given);
  if (Object.keys(changes).length === 0) return subscription;
  return changeAndTell(world, 'customer.subscription.updated', 'subscription', id, changes);
}

function changesOf(
  world: World,
  subscription: Subscription,
  given: SubscriptionUpdate,
): Partial<Subscription> {
  const { pause_collection: pause, cancellation_details: details } = given;
  const planned =
    given.cancel_at_period_end === undefined
      ? {}
      : plannedEnd(world, subscription, given.cancel_at_period_end);
  return {
    ...planned,
    ...(details && {
      cancellation_details: mergeDetails({ ...subscription, ...planned }, details),
    }),
    ...(given.description !== undefined && { description: given.description || null }),
    ...(given.metadata !== undefined && {
      metadata: mergeMetadata(subscription.metadata, given.metadata),
    }),
    ...(pause !== undefined && {
      pause_collection: pause ? { resumes_at: null, ...pause } : null,
    }),
  };
}

function plannedEnd(
  world: World,
  { items, cancellation_details: details }: Subscription,
  ends: boolean,
): Partial<Subscription> {
  const none = { comment: null, feedback: null, feedback_option: null };
  return {
    cancel_at_period_end: ends,
    cancel_at: ends ? (items.data[0]?.current_period_end ?? null) : null,
    canceled_at: ends ? world.now() : null,
    cancellation_details: { ...none, ...details, reason: ends ? 'cancellation_requested' : null },
  };
}

function mergeDetails(
  { cancellation_details: before }: Subscription,
  given: Details,
): Stripe.Subscription.CancellationDetails {
  const known = { comment: null, feedback: null, feedback_option: null, reason: null, ...before };
  return { ...known, ...unset(given) };
}

/** An empty text unsets. */
function unset(given: Details): Details {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || null]));
}

export function cancelSubscription(
  world: World,
  id: string,
  { cancellation_details: details = {} }: { cancellation_details?: Details },
): Subscription {
  const subscription = world.objects.get('subscription', id);
  // Stripe finds no subscription to cancel once it has ended.
  if (subscription.ended_at) throw noSuch('subscription', id, 'id');
  return endSubscription(world, subscription, unset(details));
}
