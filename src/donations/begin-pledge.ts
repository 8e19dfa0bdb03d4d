import { addDays, dayOf } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { DonationRow } from './donation.entity';
import { nextDay } from './month-after';
import { PledgeRow } from './pledge.entity';
import { lockPledge } from './pledge.reader';

/**
 * A pledge begins with its first gift: one by card is looked at every day from then on, one by
 * another way reminds its giver a month later.
 */
export async function beginPledge(
  work: UnitOfWork,
  { communityId, pledgeId: id }: DonationRow,
): Promise<void> {
  if (!id) return;
  const pledge = await lockPledge(work, { communityId, id });
  if (pledge.state !== 'starting') return;
  const { timeZone } = await needPlace(work, communityId, []);
  const today = dayOf(work.now, timeZone);
  const nextLookOn = pledge.way === 'card' ? addDays(today, 1) : nextDay(today, pledge.anchorDay);
  await work.db.update(PledgeRow, { communityId, id }, { state: 'active', nextLookOn });
}
