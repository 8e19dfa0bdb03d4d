import { authorise } from '../kernel/actor';
import { amount, type Amount } from '../kernel/amount';
import { monthOf, monthPeriod } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { naming, Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById } from '../ledger/account.reader';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { SUPERMARKETS } from '../bookkeeping/rules/supermarkets';
import type { PoolRow } from '../foundations/pool.entity';
import { isTreasurer } from '../foundations/pool.policy';
import { poolById } from '../foundations/pool.reader';
import { needPlace } from '../society/place.reader';
import { unlessRecorded } from './once';
import { needSettlement, owedAccount, type Settlement } from './settlement.reader';
import type { StoreRow } from './store.entity';
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
 * operator's own goods (A1; the treasurer of the foundation that holds the pool). What exchanges
 * recorded late add afterwards is paid by settling the month again.
 * Refuses: `ID_UNKNOWN`, `MONTH_UNREADABLE`, `MONTH_OPEN`, `NOTHING_OWED`, `BANK_SHORT`,
 * `BOOKS_BUSY`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function settleOperator(work: UnitOfWork, input: SettleOperator): Promise<Settlement> {
  const asked = request('settleOperator', input);
  const store = await needStore(work, input.storeId, ['storeId']);
  const { communityId } = store;
  const [pool] = await poolById.read(work.db, communityId, [store.poolId]);
  if (!pool) throw new Error(`Store ${store.id} has no pool`);
  authorise(work.actor, isTreasurer(work.actor, pool.foundationId));
  const before = await recordedBefore(work, communityId, asked);
  if (before) return await needSettlement(work, { communityId, id: before.id });
  await refuseOpenMonth(work, store, input.month);
  const id = await unlessRecorded(work, communityId, asked, {
    attempt: () => pay(work, { store, pool, month: input.month, asked }),
    found: (entry) => entry.id,
  });
  return await needSettlement(work, { communityId, id });
}

async function refuseOpenMonth(work: UnitOfWork, store: StoreRow, month: string): Promise<void> {
  monthPeriod(month, ['month']);
  const { timeZone } = await needPlace(work, store.communityId, ['storeId']);
  if (month >= monthOf(work.now, timeZone)) throw new Refusal('MONTH_OPEN', { month }, ['month']);
}

interface Due {
  readonly store: StoreRow;
  readonly pool: PoolRow;
  readonly month: string;
  readonly asked: Request;
}

/**
 * Pays what is owed as we read it. The ledger decides: where a void has made it less meanwhile, it
 * refuses, and we read again.
 */
async function pay(work: UnitOfWork, due: Due): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const owed = await owedFor(work, due);
    try {
      return await post(work, due, owed);
    } catch (error) {
      const less = error instanceof Refusal && error.code === 'OPERATOR_SETTLED';
      if (!less || tries === TRIES) throw error;
    }
  }
}

async function owedFor(work: UnitOfWork, { store, pool, month }: Due): Promise<Amount> {
  const id = owedAccount(store, currency(pool.currency).id, month);
  const [account] = await accountsById(work.db, store.communityId, [id]);
  if (!account || account.balance === 0n) throw new Refusal('NOTHING_OWED', { month }, ['month']);
  return amount(currency(pool.currency), account.balance);
}

async function post(work: UnitOfWork, due: Due, owed: Amount): Promise<string> {
  const { store, pool, month, asked } = due;
  const facts = {
    storeId: store.id,
    operatorId: store.operatorId,
    poolId: pool.id,
    foundationId: pool.foundationId,
    month,
    amount: owed,
  };
  const drafted = draft(SUPERMARKETS.operatorSettled, facts, {
    request: asked,
    occurredAt: work.now,
  });
  const [recorded] = await naming(['storeId'], () => record(work, store.communityId, drafted));
  if (!recorded) throw new Error('A settlement came to nothing');
  return recorded.entryId;
}
