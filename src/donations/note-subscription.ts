import { noteObject } from '../payments/processor-object.reader';
import { dayOf } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { DonationRow } from './donation.entity';
import { PledgeRow } from './pledge.entity';
import { lockPledge } from './pledge.reader';

/**
 * Notes the subscription that the first payment of a pledge opened at the processor. Where the
 * giver ended the pledge before that was known, it is looked at once more, to end it there too.
 */
export async function noteSubscription(
  work: UnitOfWork,
  { communityId, pledgeId }: DonationRow,
  subscriptionId: string,
): Promise<void> {
  if (!pledgeId) return;
  await noteObject(work, subscriptionId, { communityId, about: 'pledge', aboutId: pledgeId });
  const pledge = await lockPledge(work, { communityId, id: pledgeId });
  if (pledge.subscriptionId) return;
  const { timeZone } = await needPlace(work, communityId, []);
  const nextLookOn = pledge.state === 'cancelled' ? dayOf(work.now, timeZone) : pledge.nextLookOn;
  await work.db.update(PledgeRow, { communityId, id: pledgeId }, { subscriptionId, nextLookOn });
}
