import type { Currency } from '../kernel/currency';

/**
 * Up to this much, in minor units, a treasurer gives back alone; more needs a second person, who
 * did not ask for it (maker and checker).
 */
export const REFUND_ALONE: Readonly<Record<Currency, bigint>> = {
  CNY: 50_000n,
  USD: 7_000n,
  EUR: 7_000n,
  HKD: 50_000n,
  JPY: 10_000n,
};
