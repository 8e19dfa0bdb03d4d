import type { DecidedBy } from '../foundations/pool-decider.entity';
import { isPoolOpen } from '../foundations/pool.reader';
import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { lockApplication } from './application.reader';
import { awardGrant } from './award-grant';
import { refuseUnlessDecidedBy } from './decider';
import { poolOf } from './sitting';
import { refuseDecided } from './states';

/**
 * Awards an application that a council or a procedure has decided. Without a policy: whoever asks
 * holds the decision. Where the pool is short nothing has changed, and it stays undecided. Refuses:
 * `APPLICATION_DECIDED`, `DECIDED_BY_BOARD`, `DECIDED_BY_COUNCIL`, `BY_PROCEDURE_ONLY`,
 * `POOL_CLOSED`, `POOL_SHORT`, `ACCOUNT_CLOSED`.
 */
export async function awardFor(
  work: UnitOfWork,
  ref: TenantRef,
  decidedBy: Exclude<DecidedBy, 'board'>,
): Promise<ApplicationRow> {
  const application = await lockApplication(work, ref);
  refuseDecided(application.state);
  await refuseUnlessDecidedBy(work, application, decidedBy);
  const { communityId, poolId } = application;
  if (!(await isPoolOpen(work, communityId, poolId))) {
    const { name } = await poolOf(work, application);
    throw new Refusal('POOL_CLOSED', { pool: name }, ['applicationId']);
  }
  return await awardGrant(work, application);
}
