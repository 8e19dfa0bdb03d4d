import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OperatorStatementRow } from './operator-statement.entity';
import { holdStore, poolOfStore, refuseOpenMonth } from './pool-of-store';
import { stateMonth } from './state-month';
import { needStore } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

export interface IssueStatement {
  readonly storeId: string;
  /** `2026-11`, a month that has ended. */
  readonly month: string;
}

/**
 * States what a store's pool came to owe its operator in a month, line by line (A1; storekeepers of
 * the operator, and the system some days after the month). Its lines stay as they are; what is
 * recorded or voided later stands in the month's next statement. Refuses: `ID_UNKNOWN`,
 * `MONTH_UNREADABLE`, `MONTH_OPEN`, `NOTHING_TO_STATE`.
 */
export async function issueStatement(
  work: UnitOfWork,
  input: IssueStatement,
): Promise<OperatorStatementRow> {
  const store = await needStore(work, input.storeId, ['storeId']);
  authorise(work.actor, isStorekeeperOf(work.actor, store.operatorId));
  await refuseOpenMonth(work, store, input.month);
  const pool = await poolOfStore(work, store);
  await holdStore(work, store);
  const stated = await stateMonth(work, { store, pool, month: input.month });
  if (!stated) throw new Refusal('NOTHING_TO_STATE', { month: input.month }, ['month']);
  return stated;
}
