import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { OperatorStatementRow } from './operator-statement.entity';
import {
  needOperatorStatement,
  STATEMENT_PATH,
  statementsOfMonth,
} from './operator-statement.reader';
import { holdStore } from './pool-of-store';
import { markSettled } from './settled';
import { statementToCheck } from './statement-to-check';

/**
 * The foundation accepts a statement as it stands, but for the lines that it has disputed: so much
 * may be paid (A1; the chair or the secretary of the foundation that holds the pool, who neither
 * issued it nor works for the operator). Earlier statements of the month come first. Asked again,
 * it is the same. Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `STATEMENT_CHECKED`,
 * `EARLIER_UNCHECKED`.
 */
export async function checkStatement(
  work: UnitOfWork,
  input: { readonly statementId: string },
): Promise<OperatorStatementRow> {
  const { statement, store, pool, checkerId } = await statementToCheck(work, input.statementId);
  const { communityId, id, month, part } = statement;
  await holdStore(work, store);
  const ofMonth = await statementsOfMonth(work, statement);
  const held = ofMonth.find((each) => each.id === id) ?? statement;
  if (held.checkedBy === checkerId) return held;
  if (held.checkedBy !== null) throw new Refusal('STATEMENT_CHECKED', {}, STATEMENT_PATH);
  const earlier = ofMonth.find((each) => each.part < part && each.checkedBy === null);
  if (earlier) throw new Refusal('EARLIER_UNCHECKED', { number: earlier.number }, STATEMENT_PATH);
  const checked = { checkedBy: checkerId, checkedAt: work.now };
  await work.db.update(OperatorStatementRow, { communityId, id }, checked);
  await markSettled(work, { store, pool, month });
  return await needOperatorStatement(work, input.statementId);
}
