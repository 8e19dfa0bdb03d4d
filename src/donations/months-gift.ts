import { newId } from '../kernel/id';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { DonationRow } from './donation.entity';
import { newFollowToken } from './follow-token';
import type { PledgeRow } from './pledge.entity';

/**
 * Writes down a month's gift of a pledge as its first one was meant, with a link of its own. How
 * much it is the pledge says: what arrived as the first gift may have been another amount.
 */
export async function insertMonthsGift(
  work: UnitOfWork,
  { amountMinor }: PledgeRow,
  first: DonationRow,
  { key, fingerprint }: Request,
  state: 'created' | 'processing',
): Promise<DonationRow> {
  const donation: DonationRow = {
    ...{ ...first, id: newId(), key, fingerprint, token: newFollowToken(first.communityId) },
    ...{ amountMinor, state, startedAt: work.now, paidAt: null },
    ...{ refundedMinor: '0', disputedMinor: '0' },
  };
  await work.db.insert(DonationRow, donation);
  return donation;
}
