import { draft, record } from '../bookkeeping/record';
import type { Rule } from '../bookkeeping/rule';
import type { Disputed } from '../bookkeeping/rules/operators';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from '../ledger/entry.reader';
import type { OperatorDisputeRow } from './operator-dispute.entity';
import { operatorDisputeById, type DisputeBetween } from './operator-dispute.reader';

/** Posts what becomes of the money that a dispute is about, by one rule or another. */
export async function postDispute(
  work: UnitOfWork,
  { dispute, statement }: Pick<DisputeBetween, 'dispute' | 'statement'>,
  rule: Rule<Disputed>,
  asked: Request,
): Promise<void> {
  const { communityId, id: disputeId, storeId, poolId } = dispute;
  const minor = amount(currency(statement.currency), BigInt(dispute.amount));
  const facts = { disputeId, storeId, poolId, month: statement.month, amount: minor };
  const how = { request: asked, occurredAt: work.now };
  await record(work, communityId, draft(rule, facts, how));
}

/** The dispute that an entry of its rules is about. */
export async function disputeOfEntry(
  work: UnitOfWork,
  { communityId, facts }: Entry,
): Promise<OperatorDisputeRow> {
  const { disputeId } = facts as { disputeId: string };
  const [row] = await operatorDisputeById.read(work.db, communityId, [disputeId]);
  if (!row) throw new Error(`Dispute ${disputeId} is gone`);
  return row;
}
