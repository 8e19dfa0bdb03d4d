import { amount, type Amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { BalanceTransactionRow } from './balance-transaction.entity';
import type { ProcessorObjectRow } from './processor-object.entity';

type Told = Pick<BalanceTransactionRow, 'currency' | 'grossMinor' | 'feeMinor'>;

/** What a transaction came to in the currency it settles in. */
export const amountsOf = ({ currency: code, grossMinor, feeMinor }: Told) => ({
  gross: amount(currency(code), BigInt(grossMinor)),
  fee: amount(currency(code), BigInt(feeMinor)),
});

/**
 * What the giver saw of it: in the same currency the very amount; in another, what the movement
 * was, in the direction of the transaction (a refund that failed comes back the other way).
 */
export function presented(
  { asset, minor }: Amount,
  { currency: code, minor: moved }: ProcessorObjectRow,
) {
  if (code === asset.code || code === null || minor === 0n) return amount(asset, minor);
  const size = BigInt(moved ?? 0);
  const upwards = size < 0n ? -size : size;
  return amount(currency(code), minor < 0n ? -upwards : upwards);
}
