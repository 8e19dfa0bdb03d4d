import type { DataSource } from 'typeorm';
import { isPoolOpen } from '../foundations/pool.reader';
import { SYSTEM } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import type { TenantRef } from '../kernel/global-id';
import { ownRequest } from '../kernel/request';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { endPledge } from './begin-pledge';
import { donationById } from './donation.reader';
import { nextDay } from './month-after';
import { insertMonthsGift } from './months-gift';
import { PledgeRow } from './pledge.entity';
import { firstDonationOf, lockPledge } from './pledge.reader';
import { remindGiver } from './tell-pledge';

/**
 * Begins the month's gift of a pledge that is not taken by itself, and writes its giver where to
 * pay it: one donation and one letter a month, whoever comes first. Where the pool was closed, the
 * pledge ends instead.
 */
export async function remindPledge(source: DataSource, ref: TenantRef, now: Date): Promise<void> {
  const { communityId, id } = ref;
  await inUnitOfWork(
    source,
    SYSTEM,
    async (work) => {
      const pledge = await lockPledge(work, ref);
      const { timeZone } = await needPlace(work, communityId, []);
      const today = dayOf(now, timeZone);
      if (!pledge.nextLookOn || pledge.nextLookOn > today) return;
      const firstId = await firstDonationOf(work.db, pledge);
      const [first] = await donationById.read(work.db, communityId, [firstId]);
      if (!first) throw new Error(`The pledge ${id} has no donation`);
      if (!(await isPoolOpen(work, communityId, first.poolId))) return await endPledge(work, first);
      const asked = ownRequest(`pledge/${id}/${pledge.nextLookOn}`);
      const donation = await insertMonthsGift(work, pledge, first, asked, 'created');
      const nextLookOn = nextAfter(today, pledge.nextLookOn, pledge.anchorDay);
      await work.db.update(PledgeRow, { communityId, id }, { nextLookOn });
      await remindGiver(work, pledge, donation);
    },
    now,
  );
}

/** The next day that is still to come: months in which nobody reminded are left out. */
function nextAfter(today: Day, last: Day, anchorDay: number): Day {
  const next = nextDay(last, anchorDay);
  return next > today ? next : nextAfter(today, next, anchorDay);
}
