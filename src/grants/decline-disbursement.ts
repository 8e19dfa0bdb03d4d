import { isTreasurer } from '../foundations/pool.policy';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { checkDisbursement, requestToCheck } from './check-disbursement';
import { needPayment } from './payment';
import type { TrancheRow } from './tranche.entity';

/**
 * The foundation's treasurer will not pay a tranche as it was asked for; it may be asked for again.
 * Refuses: `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`, `NOT_REQUESTED`, `SAME_PERSON`, `TEXT_LENGTH`.
 */
export async function declineDisbursement(
  work: UnitOfWork,
  input: { trancheId: string; reason: string },
): Promise<TrancheRow> {
  const payment = await needPayment(work, input.trancheId, isTreasurer);
  const asked = requestToCheck(payment);
  const reason = readReason(input.reason, ['reason']);
  await checkDisbursement(work, asked, payment.personId, { state: 'declined', reason });
  return payment.tranche;
}
