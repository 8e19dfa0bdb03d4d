import type { Amount } from '../kernel/amount';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { sameCommunity } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PoolRow } from '../foundations/pool.entity';
import { needOpenPool, poolById } from '../foundations/pool.reader';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import type { LotSource } from './lot.entity';
import type { StoreRow } from './store.entity';

export interface ReceiveGoods {
  readonly idempotencyKey: string;
  readonly storeId: string;
  readonly productId: string;
  /** Pieces, 1 to 100,000. */
  readonly quantity: number;
  readonly source: LotSource;
  /** What a piece costs the pool: for PURCHASED and OPERATOR_OWNED only. */
  readonly unitCost?: MoneyInput | null;
  /** For PURCHASED only. */
  readonly paidByPoolId?: string | null;
  /** For DONATED only, like the organisation. */
  readonly donorName?: string | null;
  readonly donorOrganisationId?: string | null;
  /** The last day on which they are good; left out: they keep. */
  readonly expiresOn?: Day | null;
}

const MOST_PIECES = 100_000;

/** Reads the number of pieces; not 1 to 100,000 is refused: `QUANTITY_OUT_OF_RANGE`. */
export function readPieces(
  { quantity }: { readonly quantity: number },
  path: readonly string[] = ['quantity'],
): number {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES)
    throw new Refusal('QUANTITY_OUT_OF_RANGE', { most: MOST_PIECES }, path);
  return quantity;
}

/** Reads the last good day; one that is over where the store lies is refused: `LOT_EXPIRED`. */
export async function readExpiry(
  work: UnitOfWork,
  store: StoreRow,
  { expiresOn }: ReceiveGoods,
): Promise<Day | null> {
  if (!expiresOn) return null;
  const day = readDay(expiresOn, ['expiresOn']);
  const at = await needPlace(work, store.communityId, ['storeId']);
  if (day < dayOf(work.now, at.timeZone))
    throw new Refusal('LOT_EXPIRED', { expiresOn: day }, ['expiresOn']);
  return day;
}

/** What a piece costs, and the pool that has paid or will pay. */
export interface Cost {
  readonly pool: PoolRow;
  readonly each: Amount;
}

/**
 * Reads what the goods cost; null for what was given. The operator's own goods are paid by the
 * store's pool, bought ones by the pool that is named. Refuses: `NEEDED_FOR_SOURCE`,
 * `NOT_FOR_SOURCE`, `ID_UNKNOWN`, `OTHER_COMMUNITY`, `POOL_CLOSED`, and readMoney's refusals.
 */
export async function readCost(
  work: UnitOfWork,
  store: StoreRow,
  input: ReceiveGoods,
): Promise<Cost | null> {
  const { source, unitCost, paidByPoolId } = input;
  if (source !== 'PURCHASED') refuseGiven(source, paidByPoolId, 'paidByPoolId');
  if (source === 'DONATED') {
    refuseGiven(source, unitCost, 'unitCost');
    return null;
  }
  if (!unitCost) throw new Refusal('NEEDED_FOR_SOURCE', { source }, ['unitCost']);
  const pool =
    source === 'OPERATOR_OWNED'
      ? await poolOf(work, store)
      : await payingPool(work, store, paidByPoolId ?? null);
  return { pool, each: readMoney(unitCost, currency(pool.currency), ['unitCost']) };
}

async function poolOf(work: UnitOfWork, store: StoreRow): Promise<PoolRow> {
  const [pool] = await poolById.read(work.db, store.communityId, [store.poolId]);
  if (!pool) throw new Error(`Store ${store.id} has no pool`);
  return pool;
}

async function payingPool(
  work: UnitOfWork,
  store: StoreRow,
  globalId: string | null,
): Promise<PoolRow> {
  const path = ['paidByPoolId'];
  if (!globalId) throw new Refusal('NEEDED_FOR_SOURCE', { source: 'PURCHASED' }, path);
  const pool = await needOpenPool(work, globalId, path);
  sameCommunity(pool, store.communityId, path);
  return pool;
}

/** Who gave the goods, as far as it is told. */
export interface Donor {
  readonly donorName: string | null;
  readonly donorOrganisationId: string | null;
}

/** Reads the donor; where nothing was given one is refused: `NOT_FOR_SOURCE`. */
export async function readDonor(work: UnitOfWork, input: ReceiveGoods): Promise<Donor> {
  const { source, donorName, donorOrganisationId } = input;
  if (source !== 'DONATED') {
    refuseGiven(source, donorName, 'donorName');
    refuseGiven(source, donorOrganisationId, 'donorOrganisationId');
  }
  const path = ['donorOrganisationId'];
  return {
    donorName: donorName ? readName(donorName, ['donorName']) : null,
    donorOrganisationId: donorOrganisationId
      ? (await needOrganisation(work, donorOrganisationId, path)).id
      : null,
  };
}

function refuseGiven(source: LotSource, given: unknown, field: string): void {
  if (given !== undefined && given !== null)
    throw new Refusal('NOT_FOR_SOURCE', { source }, [field]);
}
