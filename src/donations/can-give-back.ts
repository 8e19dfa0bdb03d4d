import { lockPool } from '../foundations/pool.reader';
import { amount, toDecimal } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { letGoFrom } from './refund.reader';
import { partsOf } from './take-back';

/**
 * Refuses to give back what the gift's purpose has no more: promised money is first set free, a
 * foundation's loss is never chosen (`POOL_SHORT`). What was let go before and is still to be sent
 * comes first; the pool is held, so that of two decisions at once the second sees the first.
 */
export async function refuseUnlessFundHas(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  minor: bigint,
  path: readonly string[],
): Promise<void> {
  await lockPool(work, donation.communityId, donation.poolId);
  const letGo = await letGoFrom(work.db, donation);
  const parts = await partsOf(work, donation, payment, letGo + minor);
  const lost = parts.find(({ from }) => 'lossOf' in from);
  if (!lost) return;
  const asset = currency(payment.currency);
  const available = lost.amount.minor < minor ? minor - lost.amount.minor : 0n;
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
