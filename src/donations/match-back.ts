import type { Match } from '../bookkeeping/rules/matching';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { goneBackOf } from './gift-payment.reader';
import { matchTakenBack } from './match';

/** What an enterprise owes no more when so much of a gift goes back; null where it owed none. */
export async function matchBack(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  minor: bigint,
): Promise<Match | null> {
  const { communityId, campaignId } = donation;
  const matchMinor = BigInt(payment.matchMinor);
  if (!campaignId || matchMinor === 0n) return null;
  const { refunded, lost } = await goneBackOf(work.db, donation, ['gift']);
  return await matchTakenBack(
    work,
    { communityId, id: campaignId },
    {
      giftMinor: BigInt(payment.minor),
      refundedBefore: refunded + lost,
      refundedNow: minor,
      matchMinor,
    },
  );
}
