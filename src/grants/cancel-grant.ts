import { account } from '../bookkeeping/chart';
import { draft, record } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { freeProjectGifts } from '../foundations/project-gifts';
import { authorise } from '../kernel/actor';
import { amount, type Amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { ownRequest } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById } from '../ledger/account.reader';
import { accountId } from '../ledger/account-ref';
import { GrantRow } from './grant.entity';
import { isChair } from './grant.policy';
import { lockGrant, needGrant } from './grant.reader';
import { poolOf } from './sitting';
import { refuseEnded } from './states';

/**
 * The foundation's chair ends a grant before its time: what was promised and not paid is available
 * again, and what was given for it and not used serves its pool; what was paid stays paid. It can
 * happen once, so that it needs no key: asked again with the same reason, it gives the same answer.
 * Refuses: `ID_UNKNOWN`, `GRANT_ENDED`, `TEXT_LENGTH`.
 */
export async function cancelGrant(
  work: UnitOfWork,
  input: { grantId: string; reason: string },
): Promise<GrantRow> {
  const asked = await needGrant(work, input.grantId, ['grantId']);
  const { foundationId } = await poolOf(work, asked);
  authorise(work.actor, isChair(work.actor, foundationId));
  const cancelledBecause = readReason(input.reason, ['reason']);
  const grant = (await lockGrant(work, asked)) ?? asked;
  if (grant.state === 'cancelled' && grant.cancelledBecause === cancelledBecause) return grant;
  refuseEnded(grant.state, ['grantId']);
  const promised = await promisedTo(work, grant);
  if (promised.minor > 0n) {
    const facts = { poolId: grant.poolId, grantId: grant.id, amount: promised };
    const how = { request: ownRequest(`cancelGrant/${grant.id}`), occurredAt: work.now };
    await record(work, grant.communityId, draft(GRANTS.grantCancelled, facts, how));
  }
  await freeProjectGifts(work, { ...grant, grantId: grant.id }, 'ended');
  const cancelled = { state: 'cancelled', endedAt: work.now, cancelledBecause } as const;
  const { communityId, id } = grant;
  await work.db.update(GrantRow, { communityId, id }, cancelled);
  return { ...grant, ...cancelled };
}

/** What is still promised to a grant that is held: only its own payments take from it. */
async function promisedTo(work: UnitOfWork, grant: GrantRow): Promise<Amount> {
  const { communityId, poolId, id } = grant;
  const asset = currency(grant.currency);
  const committed = account('grantCommitted', poolId, id);
  const ids = [accountId(communityId, committed, asset.id)];
  const [found] = await accountsById(work.db, communityId, ids);
  return amount(asset, found?.balance ?? 0n);
}
