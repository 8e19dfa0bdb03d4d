import type { Currency } from '../kernel/currency';

/**
 * The least that is worth sending through the processor, in minor units: about half a dollar in
 * what it settles in. It refuses less by itself; a giver is told before.
 */
export const LEAST_GIFT: Readonly<Record<Currency, bigint>> = {
  CNY: 400n,
  USD: 50n,
  EUR: 50n,
  HKD: 400n,
  JPY: 50n,
};

/** The most that one payment can be: eight digits at the processor. */
export const LARGEST_GIFT = 99_999_999n;
