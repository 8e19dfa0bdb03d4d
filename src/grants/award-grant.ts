import { draft, record } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { naming } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { decideApplication } from './decide-application';
import { GrantRow } from './grant.entity';

/**
 * Awards an application that is held: its money moves from what the pool has available to what it
 * has promised, in the same transaction. Refuses: `POOL_SHORT`, `ACCOUNT_CLOSED`.
 */
export async function awardGrant(
  work: UnitOfWork,
  application: ApplicationRow,
): Promise<ApplicationRow> {
  const { communityId, id, poolId, applicantId, title, requestedMinor } = application;
  const requested = amount(currency(application.currency), BigInt(requestedMinor));
  const facts = { poolId, grantId: id, amount: requested };
  const how = { request: ownRequest(`award/${id}`), occurredAt: work.now };
  const [recorded] = await naming(['applicationId'], () =>
    record(work, communityId, draft(GRANTS.grantAwarded, facts, how)),
  );
  if (!recorded) throw new Error('An award came to nothing');
  await work.db.insert(GrantRow, {
    communityId,
    id,
    poolId,
    granteeId: applicantId,
    title,
    currency: application.currency,
    amountMinor: requestedMinor,
    state: 'active',
    awardedAt: work.now,
    entryId: recorded.entryId,
    endedAt: null,
    cancelledBecause: null,
  });
  return await decideApplication(work, application, 'awarded');
}
