import type { MoneyLike } from './figures';

/** Money with its minor units, as documents ask for it. */
export interface Sum extends MoneyLike {
  readonly minor: string;
}

const places = new Map<string, number>();

/** How many decimal places the amounts of a currency have: two for CNY, none for JPY. */
function placesOf(currency: string): number {
  const known = places.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  places.set(currency, found);
  return found;
}

/** So many minor units of a currency, written as a decimal. */
export function sumOf(minor: bigint, currency: string): Sum {
  const fraction = placesOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(fraction + 1, '0');
  const whole = digits.slice(0, digits.length - fraction);
  const part = fraction > 0 ? `.${digits.slice(-fraction)}` : '';
  return {
    ...{ amount: `${minor < 0n ? '-' : ''}${whole}${part}`, currency },
    minor: minor.toString(),
  };
}

/** What somebody has written as an amount, in minor units; null where it is none. */
export function minorOf(text: string, currency: string): bigint | null {
  const fraction = placesOf(currency);
  const [, whole, part = ''] =
    /^(\d{1,15})(?:\.(\d*))?$/.exec(text.trim().replaceAll(',', '')) ?? [];
  if (whole === undefined || part.length > fraction) return null;
  return BigInt(whole + part.padEnd(fraction, '0'));
}

/** What is left of one sum without another of its currency. */
export function less(sum: Sum, other: Sum): Sum {
  return sumOf(BigInt(sum.minor) - BigInt(other.minor), sum.currency);
}

/** The smaller of two sums of one currency. */
export function smaller(sum: Sum, other: Sum): Sum {
  return BigInt(sum.minor) <= BigInt(other.minor) ? sum : other;
}

/** The part of a whole that a sum is, between 0 and 1, for what is drawn. */
export function partOf(minor: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((minor * 10_000n) / whole) / 10_000;
}
