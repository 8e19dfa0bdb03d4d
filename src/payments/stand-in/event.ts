import Stripe from 'stripe';
import { show } from './expand';
import type { Kind, Kinds } from './kinds';
import type { World } from './world';

/** The version of the API that the stand-in speaks: the client's own. */
export const VERSION: string = Stripe.API_VERSION;

export interface AskedBy {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

/** Keeps what happened as an event, whose payload never changes again. */
export function newEvent(
  world: World,
  type: string,
  object: Kinds[Kind],
  { before, askedBy }: { before?: object; askedBy: AskedBy | null },
): Stripe.Event {
  return world.objects.add({
    id: world.newId('evt'),
    object: 'event',
    api_version: VERSION,
    created: world.now(),
    data: {
      object: show(world, object),
      ...(before && { previous_attributes: before }),
    },
    livemode: false,
    pending_webhooks: 1,
    request: { id: askedBy?.id ?? null, idempotency_key: askedBy?.idempotencyKey ?? null },
    type,
  } as unknown as Stripe.Event);
}
