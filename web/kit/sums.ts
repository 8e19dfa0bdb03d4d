import type { MoneyLike } from './figures';

/** Money with its minor units, as documents ask for it. */
export interface Sum extends MoneyLike {
  readonly minor: string;
}

/** How many places the amounts of a currency have; what is not listed has two. */
const PLACES: Readonly<Record<string, number>> = { JPY: 0 };

const placesOf = (currency: string) => PLACES[currency] ?? 2;

/** So many minor units of a currency, written as a decimal. */
export function sumOf(minor: bigint, currency: string): Sum {
  const places = placesOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places > 0 ? `.${digits.slice(-places)}` : '';
  return {
    ...{ amount: `${minor < 0n ? '-' : ''}${whole}${fraction}`, currency },
    minor: minor.toString(),
  };
}

/** What somebody has written as an amount, in minor units; null where it is none. */
export function minorOf(text: string, currency: string): bigint | null {
  const places = placesOf(currency);
  const read = /^(\d{1,15})(?:\.(\d*))?$/.exec(text.trim().replaceAll(',', ''));
  const fraction = read?.[2] ?? '';
  if (!read || fraction.length > places) return null;
  return BigInt(`${read[1]}${fraction.padEnd(places, '0')}`);
}

/** The part of a whole that a sum is, between 0 and 1, for what is drawn. */
export function partOf(minor: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((minor * 10_000n) / whole) / 10_000;
}
