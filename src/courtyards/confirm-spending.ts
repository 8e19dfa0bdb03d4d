import { draft, record, recordedBefore } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { grantById } from '../grants/grant.reader';
import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { naming, Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { GrantSpendingRow } from './grant-spending.entity';
import { isOf } from './grant-spending.policy';
import { holdSpending, needSpending, SPENDING_PATH } from './grant-spending.reader';

export interface ConfirmSpending {
  readonly idempotencyKey: string;
  readonly spendingId: string;
}

/**
 * A second person of the organisation confirms what it spent, and it is accounted for in the books
 * (C4; anyone of the organisation but who recorded it). Refuses: `ID_UNKNOWN`,
 * `SECOND_PERSON_NEEDED`, `SPENDING_DECIDED`, `EXPENSE_SHORT`, `BOOKS_BUSY`, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function confirmSpending(
  work: UnitOfWork,
  input: ConfirmSpending,
): Promise<GrantSpendingRow> {
  const asked = request('confirmSpending', input);
  const found = await needSpending(work, input.spendingId);
  authorise(work.actor, isOf(work.actor, found.organisationId));
  const { communityId, id } = found;
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needSpending(work, input.spendingId);
  const decidedBy = personOf(work.actor);
  if (decidedBy === found.recordedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, SPENDING_PATH);
  const row = await holdSpending(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return row;
  if (row.state !== 'waiting') throw new Refusal('SPENDING_DECIDED', {}, SPENDING_PATH);
  const entryId = await postSpending(work, row, asked);
  const decided = { state: 'confirmed' as const, decidedBy, decidedAt: work.now, entryId };
  await work.db.update(GrantSpendingRow, { communityId, id }, decided);
  return { ...row, ...decided };
}

async function postSpending(
  work: UnitOfWork,
  { communityId, id: spendingId, grantId, minor }: GrantSpendingRow,
  asked: Request,
): Promise<string> {
  const [grant] = await grantById.read(work.db, communityId, [grantId]);
  if (!grant) throw new Error(`Spending ${spendingId} is of no grant`);
  const spent = amount(currency(grant.currency), BigInt(minor));
  const facts = { poolId: grant.poolId, grantId, spendingId, amount: spent };
  const drafted = draft(GRANTS.spendingConfirmed, facts, {
    ...{ request: asked, occurredAt: work.now },
  });
  const [recorded] = await naming(SPENDING_PATH, () => record(work, communityId, drafted));
  if (!recorded) throw new Error('A spending came to nothing');
  return recorded.entryId;
}
