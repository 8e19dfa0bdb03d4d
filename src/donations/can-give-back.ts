import { amount, toDecimal } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { partsOf } from './take-back';

/**
 * Refuses to give back what the gift's purpose has no more: promised money is first set free, a
 * foundation's loss is never chosen (`POOL_SHORT`).
 */
export async function refuseUnlessFundHas(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  minor: bigint,
  path: readonly string[],
): Promise<void> {
  const parts = await partsOf(work, donation, payment, minor);
  const lost = parts.find(({ from }) => 'lossOf' in from);
  if (!lost) return;
  const asset = currency(payment.currency);
  const available = minor - lost.amount.minor;
  throw new Refusal(
    'POOL_SHORT',
    {
      available: toDecimal(amount(asset, available)),
      required: toDecimal(amount(asset, minor)),
      ...{ availableMinor: available, requiredMinor: minor, asset },
    },
    path,
  );
}
