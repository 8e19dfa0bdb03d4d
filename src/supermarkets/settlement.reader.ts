import type { EntityManager } from 'typeorm';
import type { Batch, Context } from '../api/context';
import { accountById } from '../books/entry.reader';
import { account } from '../bookkeeping/chart';
import type { Amount } from '../kernel/amount';
import { poolById } from '../foundations/pool.reader';
import { monthPeriod } from '../kernel/calendar';
import { currency, type Currency } from '../kernel/currency';
import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById, type Entry } from '../ledger/entry.reader';
import { accountId } from '../ledger/account-ref';
import type { StoreRow } from './store.entity';

const RULE = 'operatorSettled';

/** A payment to a store's operator for a month, read from its entry; its id is the entry's. */
export interface Settlement {
  readonly communityId: string;
  readonly id: string;
  readonly storeId: string;
  readonly operatorId: string;
  readonly poolId: string;
  readonly month: string;
  readonly amount: Amount;
  readonly settledAt: Date;
  /** The checked statements that it paid, or the rest of them. */
  readonly statementIds: readonly string[];
}

interface Facts {
  readonly storeId: string;
  readonly operatorId: string;
  readonly poolId: string;
  readonly month: string;
  readonly amount: { readonly asset: Currency; readonly minor: string };
  readonly statementIds?: readonly string[];
}

function toSettlement({ communityId, id, facts, occurredAt }: Entry): Settlement {
  const given = facts as unknown as Facts;
  const { storeId, operatorId, poolId, month, amount, statementIds = [] } = given;
  return {
    communityId,
    id,
    storeId,
    operatorId,
    poolId,
    month,
    amount: { asset: currency(amount.asset), minor: BigInt(amount.minor) },
    settledAt: occurredAt,
    statementIds,
  };
}

async function settlements(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<Settlement[]> {
  const entries = await entriesById(db, communityId, ids);
  return entries.filter(({ rule }) => rule === RULE).map(toSettlement);
}

export const settlementById: Batch<Settlement> = { read: settlements, keyOf: ({ id }) => id };

export async function needSettlement(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<Settlement> {
  const [settlement] = await settlements(work.db, communityId, [id]);
  if (!settlement) throw new Refusal('ID_UNKNOWN', { type: 'OperatorSettlement' });
  return settlement;
}

/** The account on which a store's pool owes its operator for a month. */
export function owedAccount(store: StoreRow, assetId: string, month: string): string {
  return accountId(
    store.communityId,
    account('operatorOwed', store.poolId, store.id, month),
    assetId,
  );
}

/** What a store's pool owes its operator for a month, now. */
export async function owedFor(context: Context, store: StoreRow, month: string): Promise<Amount> {
  monthPeriod(month, ['month']);
  const pool = await context.load(poolById, store.communityId, store.poolId);
  if (!pool) throw new Error(`Store ${store.id} has no pool`);
  const asset = currency(pool.currency);
  const id = owedAccount(store, asset.id, month);
  const held = await context.load(accountById, store.communityId, id);
  return { asset, minor: held?.balance ?? 0n };
}
