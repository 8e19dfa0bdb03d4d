import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { DisbursementRow } from './disbursement.entity';
import { requestOf, type Payment } from './payment';

/** The request that waits, for a checker who is not its maker: `NOT_REQUESTED`, `SAME_PERSON`. */
export function requestToCheck(payment: Payment): DisbursementRow {
  const asked = requestOf(payment);
  if (asked.makerId === payment.personId) throw new Refusal('SAME_PERSON', {}, ['trancheId']);
  return asked;
}

/** Writes down what the checker did with a request. */
export async function checkDisbursement(
  work: UnitOfWork,
  { communityId, id }: DisbursementRow,
  checkerId: string,
  result: { state: 'paid'; entryId: string } | { state: 'declined'; reason: string },
): Promise<void> {
  const checked = { ...result, checkerId, checkedAt: work.now };
  await work.db.update(DisbursementRow, { communityId, id }, checked);
}
