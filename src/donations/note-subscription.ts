import { noteObject } from '../payments/processor-object.reader';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import { PledgeRow } from './pledge.entity';

/** Notes the subscription that the first payment of a pledge opened at the processor. */
export async function noteSubscription(
  work: UnitOfWork,
  { communityId, pledgeId }: DonationRow,
  subscriptionId: string,
): Promise<void> {
  if (!pledgeId) return;
  await noteObject(work, subscriptionId, { communityId, about: 'pledge', aboutId: pledgeId });
  await work.db.update(PledgeRow, { communityId, id: pledgeId }, { subscriptionId });
}
