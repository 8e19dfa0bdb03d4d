import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { GrantSpendingRow } from './grant-spending.entity';
import { isOf } from './grant-spending.policy';
import { holdSpending, needSpending, SPENDING_PATH } from './grant-spending.reader';

/**
 * Lets a spending that waits come to nothing, with a reason (C4; anyone of the organisation; who
 * recorded it takes it back so). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `SPENDING_DECIDED`.
 */
export async function declineSpending(
  work: UnitOfWork,
  input: { readonly spendingId: string; readonly reason: string },
): Promise<GrantSpendingRow> {
  const found = await needSpending(work, input.spendingId);
  authorise(work.actor, isOf(work.actor, found.organisationId));
  const declineReason = readReason(input.reason, ['reason']);
  const row = await holdSpending(work, found);
  if (row.state !== 'waiting') throw new Refusal('SPENDING_DECIDED', {}, SPENDING_PATH);
  const { communityId, id } = row;
  const decided = {
    ...{ state: 'declined' as const, declineReason },
    ...{ decidedBy: personOf(work.actor), decidedAt: work.now },
  };
  await work.db.update(GrantSpendingRow, { communityId, id }, decided);
  return { ...row, ...decided };
}
