import { recordedBefore, reverse } from '../bookkeeping/record';
import { leadsOrganisation } from '../grants/grant.policy';
import { authorise, personOf } from '../kernel/actor';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import { GrantSpendingRow } from './grant-spending.entity';
import { holdSpending, needSpending, SPENDING_PATH } from './grant-spending.reader';

export interface ReverseSpending {
  readonly idempotencyKey: string;
  readonly spendingId: string;
  readonly reason: string;
}

/**
 * Takes a wrong spending back by its mirror image, once: as much is to be accounted for again (C4;
 * the leader or director of the organisation). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`,
 * `SPENDING_NOT_CONFIRMED`, `BOOKS_BUSY`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function reverseSpending(
  work: UnitOfWork,
  input: ReverseSpending,
): Promise<GrantSpendingRow> {
  const asked = request('reverseSpending', input);
  const found = await needSpending(work, input.spendingId);
  authorise(work.actor, leadsOrganisation(work.actor, found.organisationId));
  const { communityId, id } = found;
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needSpending(work, input.spendingId);
  const reason = readReason(input.reason, ['reason']);
  const row = await holdSpending(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return row;
  if (row.state !== 'confirmed' || row.entryId === null)
    throw new Refusal('SPENDING_NOT_CONFIRMED', {}, SPENDING_PATH);
  const [original] = await entriesById(work.db, communityId, [row.entryId]);
  if (!original) throw new Error(`There is no entry ${row.entryId}`);
  const how = { request: asked, occurredAt: work.now, reason };
  await naming(SPENDING_PATH, () => reverse(work, original, how));
  const reversed = {
    ...{ state: 'reversed' as const, reverseReason: reason },
    ...{ reversedBy: personOf(work.actor), reversedAt: work.now },
  };
  await work.db.update(GrantSpendingRow, { communityId, id }, reversed);
  return { ...row, ...reversed };
}
