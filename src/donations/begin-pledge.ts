import { addDays, dayOf } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { DonationRow } from './donation.entity';
import { nextDay } from './month-after';
import { PledgeRow } from './pledge.entity';
import { lockPledge } from './pledge.reader';
import { tellPledgeEnded } from './tell-pledge';

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

/**
 * A pledge whose pool was closed ends: nothing more is taken for it. The next sweep ends it at the
 * processor as well, as with any that was ended here.
 */
export async function endPledge(
  work: UnitOfWork,
  { communityId, pledgeId: id }: DonationRow,
): Promise<void> {
  if (!id) return;
  const pledge = await lockPledge(work, { communityId, id });
  if (pledge.state === 'cancelled') return;
  const { timeZone } = await needPlace(work, communityId, []);
  const nextLookOn = pledge.way === 'card' ? dayOf(work.now, timeZone) : null;
  const ended = { state: 'cancelled', cancelledAt: work.now, nextLookOn } as const;
  await work.db.update(PledgeRow, { communityId, id }, ended);
  await tellPledgeEnded(work, pledge, 'closed');
}
