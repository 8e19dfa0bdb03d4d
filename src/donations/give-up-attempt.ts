import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import type { TenantRef } from '../kernel/global-id';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { AttemptRow } from './attempt.entity';
import { DonationRow } from './donation.entity';
import { attemptsOf, lockDonation } from './donation.reader';

/**
 * Ends an attempt whose checkout never came to be, once its time is over: nobody has seen a page
 * for it. Should one have been opened after all, its events lead to the gift by the names on it.
 */
export async function giveUpAttempt(source: DataSource, ref: TenantRef, now: Date): Promise<void> {
  await inUnitOfWork(
    source,
    SYSTEM,
    async (work) => {
      const donation = await lockDonation(work, ref);
      const { communityId } = ref;
      const last = (await attemptsOf(work.db, donation)).at(-1);
      if (last?.state !== 'created' || last.expiresAt > now) return;
      const over = { state: 'expired', nextCheckAt: null } as const;
      await work.db.update(AttemptRow, { communityId, id: last.id }, over);
      if (donation.state === 'created')
        await work.db.update(DonationRow, { communityId, id: ref.id }, { state: 'expired' });
    },
    now,
  );
}
