import type { GiftPaymentRow } from '../donations/gift-payment.entity';
import type { PostedLeg } from '../ledger/leg.reader';
import { isHolding, type Found, type Stage, type Stretch } from './stretch';

/** Something that a giver, or the giver's bank, took back of a payment or asks back. */
export interface Back {
  readonly paymentId: string;
  readonly stage: Extract<Stage, 'refunded' | 'returned' | 'disputed'>;
  readonly minor: bigint;
  readonly at: Date;
}

/** What of a payment there is to follow, and what is known of the rest. */
export interface OfPayment {
  readonly found: readonly Found[];
  readonly stretches: readonly Stretch[];
}

/**
 * Divides a payment: what went back is taken off its end, and in front of that what is disputed;
 * the rest is followed from where it came in. What is only held belongs to nobody, and rests.
 */
export function divide(
  { id: origin, takenAs, minor, paidAt }: GiftPaymentRow,
  legs: readonly PostedLeg[],
  backs: readonly Back[],
): OfPayment {
  const whole = BigInt(minor);
  const found: Found[] = [];
  let left = whole;
  for (const stage of ['refunded', 'returned', 'disputed'] as const)
    for (const back of backs.filter((each) => each.stage === stage)) {
      const taken = back.minor < left ? back.minor : left;
      if (taken > 0n) found.push({ origin, minor: taken, stage, at: back.at });
      left -= taken;
    }
  if (takenAs === 'held') {
    if (left > 0n) found.push({ origin, minor: left, stage: 'held', at: null });
    return { found, stretches: [] };
  }
  const leg = legs.find(({ kind, amount }) => isHolding(kind) && amount < 0n);
  if (!leg || !isHolding(leg.kind)) throw new Error(`The payment ${origin} reached no fund`);
  const { accountId, kind, holderId, about, credits } = leg;
  const start = credits - whole;
  const since = paidAt;
  return {
    found,
    stretches: [{ origin, accountId, kind, holderId, about, start, end: start + left, since }],
  };
}
