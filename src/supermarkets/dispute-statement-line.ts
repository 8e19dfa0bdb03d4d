import { recordedBefore } from '../bookkeeping/record';
import { OPERATORS } from '../bookkeeping/rules/operators';
import { toDecimal } from '../kernel/amount';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { disputeOfEntry, postDispute } from './dispute-entry';
import { unlessRecorded } from './once';
import type { OperatorDisputeRow } from './operator-dispute.entity';
import { needOperatorStatement, STATEMENT_PATH } from './operator-statement.reader';
import { lineKey, statementLineByKey, type StatementLine } from './operator-statement.reader';
import { holdStore } from './pool-of-store';
import { statementToCheck, type StatementToCheck } from './statement-to-check';

export interface DisputeStatementLine {
  readonly idempotencyKey: string;
  readonly statementId: string;
  /** Which line, from 1. */
  readonly line: number;
  /** How many pieces of it; or else how much money. */
  readonly pieces?: number | null;
  readonly amount?: MoneyInput | null;
  readonly reason: string;
}

/**
 * The foundation disputes a line of a statement, whole or in part, before it checks it: so much
 * waits for the operator's answer, apart from what is owed (A1; the chair or the secretary of the
 * foundation that holds the pool, who neither issued it nor works for the operator). Refuses:
 * `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `STATEMENT_CHECKED`, `LINE_UNKNOWN`, `PIECES_OR_AMOUNT`,
 * `DISPUTE_RANGE`, `LINE_DISPUTED_BEFORE`, `LESS_IS_OWED`, `TEXT_LENGTH`, what readMoney refuses,
 * `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function disputeStatementLine(
  work: UnitOfWork,
  input: DisputeStatementLine,
): Promise<OperatorDisputeRow> {
  const asked = request('disputeStatementLine', input);
  const given = await statementToCheck(work, input.statementId);
  const { communityId } = given.statement;
  const before = await recordedBefore(work, communityId, asked);
  if (before) return await disputeOfEntry(work, before);
  const reason = readReason(input.reason, ['reason']);
  await holdStore(work, given.store);
  return await unlessRecorded(work, communityId, asked, {
    attempt: async () => {
      const dispute = await raise(work, given, input, reason);
      await postDispute(work, { ...given, dispute }, OPERATORS.operatorShareDisputed, asked).catch(
        explain,
      );
      return dispute;
    },
    found: (entry) => disputeOfEntry(work, entry),
  });
}

async function raise(
  work: UnitOfWork,
  { statement, checkerId }: StatementToCheck,
  input: DisputeStatementLine,
  reason: string,
): Promise<OperatorDisputeRow> {
  const { communityId, id: statementId, storeId, poolId } = statement;
  const held = await needOperatorStatement(work, input.statementId);
  if (held.checkedBy !== null) throw new Refusal('STATEMENT_CHECKED', {}, STATEMENT_PATH);
  const key = lineKey(statementId, readLine(input.line));
  const [line] = await statementLineByKey.read(work.db, communityId, [key]);
  if (!line) throw lineUnknown();
  const dispute: OperatorDisputeRow = {
    ...{ communityId, id: newId(), statementId, line: line.line, storeId, poolId },
    ...readShare(line, input),
    ...{ reason, state: 'raised', raisedBy: checkerId, raisedAt: work.now },
    ...{ answer: null, answeredBy: null, answeredAt: null },
    ...{ decision: null, decidedBy: null, decidedAt: null },
  };
  const inserted: unknown[] = await work.db.query(
    `insert into operator_dispute (community_id, id, statement_id, line, store_id, pool_id, pieces,
       amount, reason, state, raised_by, raised_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (community_id, statement_id, line) do nothing returning id`,
    [
      ...[communityId, dispute.id, statementId, line.line, storeId, poolId, dispute.pieces],
      ...[dispute.amount, reason, dispute.state, checkerId, work.now],
    ],
  );
  if (inserted.length === 0) throw new Refusal('LINE_DISPUTED_BEFORE', {}, ['line']);
  return dispute;
}

/** What was voided since is not owed any more: there is less left to dispute. */
function explain(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'OPERATOR_SETTLED') throw error;
  throw new Refusal('LESS_IS_OWED', error.facts, ['line']);
}

/** A line's number goes into PostgreSQL's integer. */
function readLine(line: number): number {
  if (!Number.isInteger(line) || line < 1) throw lineUnknown();
  return line;
}

const lineUnknown = () => new Refusal('LINE_UNKNOWN', {}, ['line']);

/** What of a line is disputed: so many pieces at its cost, or an amount; never more than it is. */
function readShare(
  line: StatementLine,
  { pieces = null, amount = null }: DisputeStatementLine,
): Pick<OperatorDisputeRow, 'pieces' | 'amount'> {
  const asset = currency(line.currency);
  if (pieces !== null && amount === null) {
    const most = line.pieces - line.voided;
    if (!Number.isInteger(pieces) || pieces < 1 || pieces > most)
      throw new Refusal('DISPUTE_RANGE', { most: Math.max(0, most) }, ['pieces']);
    return { pieces, amount: (BigInt(pieces) * BigInt(line.unitCost)).toString() };
  }
  if (pieces !== null || amount === null)
    throw new Refusal('PIECES_OR_AMOUNT', {}, [amount === null ? 'pieces' : 'amount']);
  const { minor } = readMoney(amount, asset, ['amount']);
  const most = BigInt(line.amount) > 0n ? BigInt(line.amount) : 0n;
  if (minor > most)
    throw new Refusal('DISPUTE_RANGE', { most: toDecimal({ asset, minor: most }) }, ['amount']);
  return { pieces: null, amount: minor.toString() };
}
