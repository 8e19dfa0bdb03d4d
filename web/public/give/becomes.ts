import type { MoneyLike } from '../../kit/figures';

/** What an enterprise adds to each gift: so many percent, as long as something is left. */
export interface Match {
  readonly percent: number;
  readonly left: MoneyLike;
}

/** An amount in minor units at so many decimal places; null where it is no amount above zero. */
export function toMinor(amount: string, scale: number): bigint | null {
  const [, whole = '', part = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(amount) ?? [];
  if (whole === '' || part.length > scale) return null;
  const minor = BigInt(whole + part.padEnd(scale, '0'));
  return minor > 0n ? minor : null;
}

/** How many decimal places an amount of the API is told with. */
export const scaleOf = ({ amount }: MoneyLike): number => amount.split('.')[1]?.length ?? 0;

/** Minor units as an amount with so many decimal places. */
export function toAmount(minor: bigint, scale: number): string {
  if (scale === 0) return minor.toString();
  const digits = minor.toString().padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
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
  const scale = scaleOf(left);
  const gift = toMinor(given, scale);
  if (gift === null) return null;
  const share = (gift * BigInt(percent)) / 100n;
  const room = toMinor(left.amount, scale) ?? 0n;
  const added = share < room ? share : room;
  const money = (minor: bigint) => ({ amount: toAmount(minor, scale), currency: left.currency });
  return { added: money(added), whole: money(gift + added), isLess: added < share };
}

/** How much of a whole an amount is, between 0 and 1. */
export function shareOf(part: MoneyLike, whole: MoneyLike): number {
  const of = toMinor(whole.amount, scaleOf(whole)) ?? 1n;
  const share = ((toMinor(part.amount, scaleOf(whole)) ?? 0n) * 1000n) / of;
  return Math.min(1, Number(share) / 1000);
}
