import type { MoneyLike } from '../../../kit/figures';

/** Money as our documents ask for it: with its minor units. */
export interface Sum extends MoneyLike {
  readonly minor: string;
}

/** So many minor units in the currency and with the places of a sum. */
export function sumOf(minor: bigint, { amount, currency }: MoneyLike): Sum {
  const places = amount.split('.')[1]?.length ?? 0;
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places > 0 ? `.${digits.slice(-places)}` : '';
  return { amount: `${sign}${whole}${fraction}`, currency, minor: minor.toString() } as Sum;
}

/** What is left of one sum without another. */
export function less(sum: Sum, other: Sum): Sum {
  return sumOf(BigInt(sum.minor) - BigInt(other.minor), sum);
}

/** The smaller of two sums. */
export function smaller(sum: Sum, other: Sum): Sum {
  return BigInt(sum.minor) <= BigInt(other.minor) ? sum : other;
}

/** Two sums together. */
export function plus(sum: Sum, other: Sum): Sum {
  return sumOf(BigInt(sum.minor) + BigInt(other.minor), sum);
}
