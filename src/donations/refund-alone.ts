import { holds, type Actor } from '../kernel/actor';
import type { Amount } from '../kernel/amount';
import type { Currency } from '../kernel/currency';

/**
 * Up to this much, in minor units, a treasurer gives back alone; more needs a second person, who
 * did not ask for it (maker and checker).
 */
const REFUND_ALONE: Readonly<Record<Currency, bigint>> = {
  CNY: 50_000n,
  USD: 7_000n,
  EUR: 7_000n,
  HKD: 50_000n,
  JPY: 10_000n,
};

/** Whether somebody may give back so much without another person: a treasurer, up to the limit. */
export function mayRefundAlone(
  actor: Actor,
  foundationId: string,
  { asset, minor }: Amount,
): boolean {
  return holds(actor, foundationId, 'treasurer') && minor <= REFUND_ALONE[asset.code as Currency];
}
