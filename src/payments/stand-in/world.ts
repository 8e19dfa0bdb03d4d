import type { Kind, Kinds, Terms } from './kinds';
import type { NewId } from './ids';
import type { Objects } from './objects';

/** All that a change needs: the objects, the time, ids, and someone to tell. */
export interface World {
  readonly objects: Objects;
  readonly newId: NewId;
  /** Seconds since 1970, by the stand-in's own clock. */
  readonly now: () => number;
  /** Makes an event of what happened. `before` holds the old values of what changed. */
  readonly announce: (type: string, object: Kinds[Kind], before?: object) => void;
  readonly ways: Ways;
}

/** How the stand-in behaves where Stripe leaves it to the account. */
export interface Ways {
  /** Where the payment page stands: `http://127.0.0.1:1234`. */
  pageUrl: string;
  readonly merchant: string;
  /** The currency of the account's bank, with rates from others; null settles each as it is. */
  readonly settlement: Settlement | null;
  /** Until a payment's money may be paid out. */
  readonly availableAfterSeconds: number;
  refunds: RefundWays;
}

export interface Settlement {
  readonly currency: string;
  readonly rates: Readonly<Record<string, string>>;
}

export interface RefundWays {
  /** Refunds begin as `pending`, and `settleRefund` ends them. */
  readonly pendingFirst: boolean;
  /** A pending refund has no balance transaction before it is settled. */
  readonly holdBalanceTransaction: boolean;
  /** The rate by which refunds leave, where it is not that of the payment. */
  readonly exchangeRate: string | null;
}

/** How a payment in a currency settles when nobody says otherwise. */
export function usualTerms({ ways }: World, currency: string): Terms {
  const { settlement } = ways;
  if (!settlement || settlement.currency === currency) return { currency, exchangeRate: null };
  const exchangeRate = settlement.rates[currency];
  if (!exchangeRate) throw new Error(`There is no rate from ${currency} to ${settlement.currency}`);
  return { currency: settlement.currency, exchangeRate };
}

/** Changes an object and says so with one event. */
export function changeAndTell<K extends Kind>(
  world: World,
  event: string,
  kind: K,
  id: string,
  changes: Partial<Kinds[K]>,
): Kinds[K] {
  const old = world.objects.get(kind, id) as unknown as Record<string, unknown>;
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, old[name] ?? null]));
  const changed = world.objects.change(kind, id, changes);
  world.announce(event, changed, event.endsWith('.updated') ? before : undefined);
  return changed;
}
