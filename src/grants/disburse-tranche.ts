import { draft, record, recordedBefore } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { isTreasurer } from '../foundations/pool.policy';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { naming } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { checkDisbursement, requestToCheck } from './check-disbursement';
import { needPayment, refuseBeforeAward, refuseMilestoneOpen, refusePaid } from './payment';
import { refuseEnded } from './states';
import type { TrancheRow } from './tranche.entity';

export interface DisburseTranche {
  readonly idempotencyKey: string;
  readonly trancheId: string;
  readonly occurredAt?: Date | null;
}

/**
 * The foundation's treasurer pays a tranche that somebody else asked for (the checker). Refuses:
 * `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`, `GRANT_ENDED`, `ALREADY_PAID`, `NOT_REQUESTED`,
 * `SAME_PERSON`, `MILESTONE_OPEN`, `BANK_SHORT`, `KEY_UNUSABLE`, `KEY_REUSED`,
 * `OCCURRED_IN_FUTURE`, `OCCURRED_TOO_EARLY`.
 */
export async function disburseTranche(
  work: UnitOfWork,
  input: DisburseTranche,
): Promise<TrancheRow> {
  const asked = request('disburseTranche', input);
  const payment = await needPayment(work, input.trancheId, isTreasurer);
  const { grant, tranche, pool, personId } = payment;
  if (await recordedBefore(work, grant.communityId, asked)) return tranche;
  refuseEnded(grant.state, ['trancheId']);
  refusePaid(payment);
  refuseMilestoneOpen(payment);
  const waiting = requestToCheck(payment);
  const occurredAt = input.occurredAt ?? work.now;
  refuseBeforeAward(grant, occurredAt);
  const facts = {
    poolId: pool.id,
    grantId: grant.id,
    trancheId: tranche.id,
    foundationId: pool.foundationId,
    amount: amount(currency(grant.currency), BigInt(tranche.minor)),
  };
  const paying = draft(GRANTS.trancheDisbursed, facts, { request: asked, occurredAt });
  const [recorded] = await naming(['trancheId'], () => record(work, grant.communityId, paying));
  if (!recorded) throw new Error('A payment came to nothing');
  const paid = { state: 'paid', entryId: recorded.entryId } as const;
  await checkDisbursement(work, waiting, personId, paid);
  return tranche;
}
