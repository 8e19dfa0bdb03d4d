import { authorise } from '../kernel/actor';
import { amount, type Amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { naming, Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { SUPERMARKETS } from '../bookkeeping/rules/supermarkets';
import { isTreasurer } from '../foundations/pool.policy';
import { unlessRecorded } from './once';
import { operatorMonth } from './operator-month.reader';
import type { OperatorStatementRow } from './operator-statement.entity';
import { statementsOfMonth } from './operator-statement.reader';
import { holdStore, poolOfStore, refuseOpenMonth } from './pool-of-store';
import { markSettled } from './settled';
import { needSettlement, type Settlement } from './settlement.reader';
import type { ToState } from './state-month';
import { needStore } from './store.reader';

export interface SettleOperator {
  readonly idempotencyKey: string;
  readonly storeId: string;
  /** `2026-11`, a month that has ended. */
  readonly month: string;
}

/** How often an exchange may be voided between our reading and our paying. */
const TRIES = 10;

/**
 * The foundation pays a store's operator what its pool owes for a month's exchanges of the
 * operator's own goods, as far as it is stated and checked and not in dispute (A1; the treasurer of
 * the foundation that holds the pool, who has not checked it). What is checked or decided later is
 * paid by settling the month again. Refuses: `ID_UNKNOWN`, `MONTH_UNREADABLE`, `MONTH_OPEN`,
 * `NOTHING_OWED`, `NOTHING_CHECKED`, `PAID_BY_CHECKER`, `BANK_SHORT`, `BOOKS_BUSY`, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function settleOperator(work: UnitOfWork, input: SettleOperator): Promise<Settlement> {
  const asked = request('settleOperator', input);
  const store = await needStore(work, input.storeId, ['storeId']);
  const { communityId } = store;
  const pool = await poolOfStore(work, store);
  authorise(work.actor, isTreasurer(work.actor, pool.foundationId));
  const before = await recordedBefore(work, communityId, asked);
  if (before) return await needSettlement(work, { communityId, id: before.id });
  await refuseOpenMonth(work, store, input.month);
  await holdStore(work, store);
  const id = await unlessRecorded(work, communityId, asked, {
    attempt: () => pay(work, { store, pool, month: input.month }, asked),
    found: (entry) => entry.id,
  });
  return await needSettlement(work, { communityId, id });
}

/**
 * Pays what may be paid as we read it. The ledger decides: where a void has made it less meanwhile,
 * it refuses, and we read again.
 */
async function pay(work: UnitOfWork, due: ToState, asked: Request): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const payable = await payableFor(work, due);
    const statements = await statementsToPay(work, due);
    try {
      const id = await post(work, due, { payable, statements, asked });
      await markSettled(work, due);
      return id;
    } catch (error) {
      const less = error instanceof Refusal && error.code === 'OPERATOR_SETTLED';
      if (!less || tries === TRIES) throw error;
    }
  }
}

async function payableFor(work: UnitOfWork, { store, pool, month }: ToState): Promise<Amount> {
  const { exchanged, reduced, paid, payable } = await operatorMonth(work, store, pool, month);
  if (exchanged === reduced + paid) throw new Refusal('NOTHING_OWED', { month }, ['month']);
  if (payable === 0n) throw new Refusal('NOTHING_CHECKED', { month }, ['month']);
  return amount(currency(pool.currency), payable);
}

/** The checked statements of which something may be left; who checked one does not pay it. */
async function statementsToPay(
  work: UnitOfWork,
  { store, month }: ToState,
): Promise<OperatorStatementRow[]> {
  const { communityId, id: storeId } = store;
  const statements = await statementsOfMonth(work, { communityId, storeId, month });
  const unpaid = statements.filter(({ checkedBy, settledAt }) => checkedBy && !settledAt);
  if (unpaid.some(({ checkedBy }) => checkedBy === work.actor.personId))
    throw new Refusal('PAID_BY_CHECKER', {}, ['month']);
  return unpaid;
}

interface Payment {
  readonly payable: Amount;
  readonly statements: readonly OperatorStatementRow[];
  readonly asked: Request;
}

async function post(
  work: UnitOfWork,
  { store, pool, month }: ToState,
  { payable, statements, asked }: Payment,
): Promise<string> {
  const facts = {
    storeId: store.id,
    operatorId: store.operatorId,
    poolId: pool.id,
    foundationId: pool.foundationId,
    month,
    amount: payable,
    statementIds: statements.map(({ id }) => id),
  };
  const drafted = draft(SUPERMARKETS.operatorSettled, facts, {
    request: asked,
    occurredAt: work.now,
  });
  const [recorded] = await naming(['storeId'], () => record(work, store.communityId, drafted));
  if (!recorded) throw new Error('A settlement came to nothing');
  return recorded.entryId;
}
