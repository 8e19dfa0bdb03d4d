import Stripe from 'stripe';

/** An event on its way: the exact text that was signed, and its signature. */
export interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly payload: string;
  readonly signature: string;
}

/** Brings an event to its receiver, and resolves when it has arrived. */
export type Deliver = (event: Delivery) => Promise<void>;

export type Webhook =
  | { readonly url: string; readonly secret: string }
  | { readonly deliver: Deliver; readonly secret?: string };

export const LOCAL_SECRET = 'whsec_local';

/** Signs an event as it is sent. The age of a signature is told by the real time. */
export function sign(event: Stripe.Event, secret: string): Delivery {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  return { id: event.id, type: event.type, payload, signature };
}

/** Pauses between tries, in milliseconds; after the last the event stays undelivered. */
const PAUSES_MS = [200, 1000, 5000, 30_000, 120_000];

const ANSWER_WITHIN_MS = 10_000;

/** Posts events to a webhook's address, again and again until it answers 2xx. */
export function postTo(url: string, stopped: AbortSignal): Deliver {
  return async (event) => {
    for (const pause of [...PAUSES_MS, null]) {
      if (await post(url, event, stopped)) return;
      if (pause === null || stopped.aborted) break;
      await wait(pause, stopped);
    }
    throw new Error(`Event ${event.id} was not taken by ${url}`);
  };
}

async function post(url: string, event: Delivery, stopped: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: event.payload,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': event.signature,
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function wait(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    timer.unref();
    stopped.addEventListener('abort', done);
  });
}
