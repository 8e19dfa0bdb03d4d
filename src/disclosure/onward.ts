import type { Entry } from '../ledger/entry.reader';
import type { Part } from '../ledger/follow.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import { isHolding, type Holding, type Stage } from './stretch';

/** Where money goes by a rule, from the account that holds it: to another one, or to its end. */
const BY_RULE: Readonly<Record<string, Partial<Record<Holding, Holding | Stage>>>> = {
  grantAwarded: { poolAvailable: 'grantCommitted' },
  grantCancelled: { grantCommitted: 'poolAvailable' },
  trancheDisbursed: { grantCommitted: 'spent' },
  // What gifts for the project pay, the pool need not: its promise comes back.
  projectGiftsUsed: { projectGifts: 'spent', grantCommitted: 'poolAvailable' },
  projectGiftsFreed: { projectGifts: 'poolAvailable' },
  goodsPurchased: { poolAvailable: 'spent_on_goods' },
  goodsExchanged: { poolAvailable: 'operatorOwed' },
  operatorSettled: { operatorOwed: 'spent_on_goods' },
  // What is in dispute stands apart, under the same kind.
  operatorShareDisputed: { operatorOwed: 'operatorOwed' },
  operatorShareKept: { operatorOwed: 'operatorOwed' },
  operatorShareReduced: { operatorOwed: 'poolAvailable' },
};

/** By what a rule moved between two accounts, its mirror moves it back. */
const BY_MIRROR: typeof BY_RULE = {
  goodsExchanged: { operatorOwed: 'poolAvailable' },
  grantAwarded: { grantCommitted: 'poolAvailable' },
};

type Step = { readonly to: Holding } | { readonly ends: Stage };

/** What an entry did with money that an account held; null: nothing that is told. */
export function stepOf({ rule, facts }: Entry, from: Holding): Step | null {
  const mirrored = rule === 'reversal' ? (facts as { rule?: string }).rule : undefined;
  const step = mirrored ? BY_MIRROR[mirrored]?.[from] : BY_RULE[rule]?.[from];
  if (!step) return null;
  return isHolding(step) ? { to: step } : { ends: step };
}

/** What came in somewhere: a leg, or a piece of one. */
type CameIn = Pick<PostedLeg, 'amount' | 'credits'>;

/** A stretch of what came in that a part was carried to. */
export interface Carried<To> {
  readonly to: To;
  readonly start: bigint;
  readonly end: bigint;
}

/**
 * Carries a part of a leg over to the legs that its entry brought the money to: the first that left
 * is the first that arrived.
 */
export function carry<To extends CameIn>(
  part: Part,
  from: readonly PostedLeg[],
  to: readonly To[],
): Carried<To>[] {
  let offset = 0n;
  for (const leg of from) {
    if (leg.accountId === part.accountId && leg.seq === part.seq) {
      offset += part.start - (leg.debits - leg.amount);
      break;
    }
    offset += leg.amount;
  }
  const until = offset + part.end - part.start;
  const carried: Carried<To>[] = [];
  let at = 0n;
  for (const leg of to) {
    const size = -leg.amount;
    const start = offset > at ? offset : at;
    const end = until < at + size ? until : at + size;
    const base = leg.credits - size - at;
    if (start < end) carried.push({ to: leg, start: base + start, end: base + end });
    at += size;
  }
  return carried;
}
