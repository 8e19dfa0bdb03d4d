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
  const { rule, request, occurredAt, reversalOf } = draft;
  refuseImbalance(draft);
  const legs: NamedLeg[] = [];
  for (const { account, asset, minor } of draft.legs)
    legs.push({ account, asset, minor, accountId: accountId(communityId, account, asset.id) });
  const facts = JSON.stringify(draft.facts);
  return { id: newId(), actorId, rule, request, facts, occurredAt, reversalOf, legs };
}

/** Few legs and fewer assets: each leg's asset is added up once, where it comes first. */
function refuseImbalance({ rule, legs }: Draft): void {
  let unbalanced = legs.length < 2;
  legs.forEach(({ asset, minor }, i) => {
    if (minor === 0n) throw new Error(`${rule}: a leg of nothing`);
    if (legs.findIndex((leg) => leg.asset.id === asset.id) < i) return;
    let sum = 0n;
    for (const leg of legs) if (leg.asset.id === asset.id) sum += leg.minor;
    unbalanced ||= sum !== 0n;
  });
  if (unbalanced) throw new Error(`${rule} does not balance`);
}
