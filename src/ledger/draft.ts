import type { Asset } from '../kernel/amount';
import { newId } from '../kernel/id';
import type { Request } from '../kernel/request';
import { accountId, type AccountRef } from './account-ref';

/** One line to post: a debit where `minor` is positive, a credit where it is negative. */
export interface Leg {
  readonly account: AccountRef;
  readonly asset: Asset;
  readonly minor: bigint;
}

/** One entry to post into a set of books. */
export interface Draft {
  readonly rule: string;
  readonly request: Request;
  readonly facts: unknown;
  readonly occurredAt: Date;
  readonly reversalOf: string | null;
  readonly legs: readonly Leg[];
}

/** A leg with its account's id. */
export interface NamedLeg extends Leg {
  readonly accountId: string;
}

/** A draft as it is sent, however often: its id is its own from here on. */
export interface Entry extends Omit<Draft, 'facts' | 'legs'> {
  readonly id: string;
  readonly actorId: string | null;
  /** JSON. */
  readonly facts: string;
  readonly legs: readonly NamedLeg[];
}

/**
 * Makes a draft ready to be sent. An imbalance is our own mistake, never the caller's: it stops
 * here, before the database refuses it.
 */
export function toEntry(communityId: string, draft: Draft, actorId: string | null): Entry {
  refuseImbalance(draft);
  const legs = draft.legs.map((leg) => ({
    ...leg,
    accountId: accountId(communityId, leg.account, leg.asset.id),
  }));
  return { ...draft, id: newId(), actorId, facts: JSON.stringify(draft.facts), legs };
}

function refuseImbalance({ rule, legs }: Draft): void {
  const sums = new Map<string, bigint>();
  for (const { asset, minor } of legs) {
    if (minor === 0n) throw new Error(`${rule}: a leg of nothing`);
    sums.set(asset.id, (sums.get(asset.id) ?? 0n) + minor);
  }
  if (legs.length < 2 || [...sums.values()].some((sum) => sum !== 0n))
    throw new Error(`${rule} does not balance`);
}
