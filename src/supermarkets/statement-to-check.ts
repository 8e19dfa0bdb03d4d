import type { PoolRow } from '../foundations/pool.entity';
import { isPoolKeeper } from '../foundations/pool.policy';
import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OperatorStatementRow } from './operator-statement.entity';
import { needOperatorStatement, STATEMENT_PATH } from './operator-statement.reader';
import { poolOfStore } from './pool-of-store';
import type { StoreRow } from './store.entity';
import { storeOf } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

/** A statement with whom it is between. */
export interface StatementToCheck {
  readonly statement: OperatorStatementRow;
  readonly store: StoreRow;
  readonly pool: PoolRow;
  /** Who checks it. */
  readonly checkerId: string;
}

/**
 * The statement that a command's input names, for someone who checks for the foundation: its chair
 * or secretary, who neither issued it nor works for the operator. Refuses: `ID_UNKNOWN`,
 * `SECOND_PERSON_NEEDED`.
 */
export async function statementToCheck(
  work: UnitOfWork,
  globalId: string,
): Promise<StatementToCheck> {
  const statement = await needOperatorStatement(work, globalId);
  const store = await storeOf(work, statement);
  const pool = await poolOfStore(work, store);
  authorise(work.actor, isPoolKeeper(work.actor, pool.foundationId));
  const checkerId = personOf(work.actor);
  if (statement.issuedBy === checkerId || isStaffOf(work.actor, store.operatorId))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, STATEMENT_PATH);
  return { statement, store, pool, checkerId };
}
