import type { UnitOfWork } from '../kernel/unit-of-work';
import { isPoolOpen } from '../foundations/pool.reader';
import { shareGrant } from '../grants/grant.reader';
import type { DonationRow } from './donation.entity';

/** What a gift is owed to: a pool, or the project of one of its grants. */
export interface Fund {
  readonly poolId: string;
  readonly projectId: string | null;
}

/**
 * Where a donation's money goes now: a gift for a project that has ended serves its pool. The grant
 * is held against its ending meanwhile, and the pool against its closing, so that nothing is left
 * behind on them.
 */
export async function fundFor(work: UnitOfWork, donation: DonationRow): Promise<Fund> {
  const { communityId, poolId, grantId } = donation;
  if (!grantId) return { poolId, projectId: null };
  const grant = await shareGrant(work, { communityId, id: grantId });
  const goesOn = grant?.state === 'active' && (await isPoolOpen(work, communityId, poolId));
  return { poolId, projectId: goesOn ? grantId : null };
}
