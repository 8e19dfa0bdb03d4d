import type { MoneyLike } from '../../kit/figures';
import { minorOf, partOf, sumOf } from '../../kit/sums';

/** What an enterprise adds to each gift: so many percent, as long as something is left. */
export interface Match {
  readonly percent: number;
  readonly left: MoneyLike;
}

/** What is added to a gift, rounded down and never more than is left, and what both come to. */
export interface Becomes {
  readonly added: MoneyLike;
  readonly whole: MoneyLike;
  /** Whether what is left was not enough for the whole percentage. */
  readonly isLess: boolean;
}

/** What a gift becomes by its match, as the server counts it; null where it is no amount. */
export function becomes(given: string, { percent, left }: Match): Becomes | null {
  const { currency } = left;
  const gift = minorOf(given, currency);
  if (gift === null || gift === 0n) return null;
  const share = (gift * BigInt(percent)) / 100n;
  const room = minorOf(left.amount, currency) ?? 0n;
  const added = share < room ? share : room;
  return {
    added: sumOf(added, currency),
    whole: sumOf(gift + added, currency),
    isLess: added < share,
  };
}

/** How much of a whole an amount is, between 0 and 1. */
export function shareOf(part: MoneyLike, whole: MoneyLike): number {
  const of = minorOf(whole.amount, whole.currency) ?? 0n;
  return Math.min(1, partOf(minorOf(part.amount, part.currency) ?? 0n, of));
}
