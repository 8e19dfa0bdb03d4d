import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { DisbursementRow } from './disbursement.entity';
import { isSecretary } from './grant.policy';
import { needPayment, refuseMilestoneOpen, refusePaid } from './payment';
import { refuseEnded } from './states';
import type { TrancheRow } from './tranche.entity';

/**
 * The foundation's secretary asks for a tranche to be paid (the maker). Refuses: `ID_UNKNOWN`,
 * `NOT_AWARDED`, `RECUSED`, `GRANT_ENDED`, `ALREADY_PAID`, `ALREADY_REQUESTED`, `MILESTONE_OPEN`.
 */
export async function requestDisbursement(
  work: UnitOfWork,
  input: { trancheId: string },
): Promise<TrancheRow> {
  const payment = await needPayment(work, input.trancheId, isSecretary);
  const { grant, tranche, personId, last } = payment;
  refuseEnded(grant.state, ['trancheId']);
  refusePaid(payment);
  if (last?.state === 'requested') throw new Refusal('ALREADY_REQUESTED', {}, ['trancheId']);
  refuseMilestoneOpen(payment);
  const disbursement: DisbursementRow = {
    communityId: grant.communityId,
    id: newId(),
    poolId: grant.poolId,
    grantId: grant.id,
    trancheId: tranche.id,
    state: 'requested',
    makerId: personId,
    requestedAt: work.now,
    checkerId: null,
    checkedAt: null,
    reason: null,
    entryId: null,
  };
  await work.db.insert(DisbursementRow, disbursement);
  return tranche;
}
