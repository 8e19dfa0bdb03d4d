import { authorise, personOf } from '../kernel/actor';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isTreasurer } from '../foundations/pool.policy';
import { poolById } from '../foundations/pool.reader';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import type { StoreRow } from './store.entity';
import { needStore } from './store.reader';
import { WriteOffLimitRow } from './write-off-limit.entity';

export interface SetWriteOffLimit {
  readonly storeId: string;
  /** Pieces that one person may write off alone in a day, 0 to 100,000. */
  readonly pieces: number;
  /** And what they cost together; left out: only the pieces are limited. */
  readonly value?: MoneyInput | null;
}

const MOST_PIECES = 100_000;

/**
 * Sets what one person may write off in a store in a day without a second, from now on (A1; the
 * treasurer of the foundation behind its pool, and officers of the place: not those who write off).
 * Refuses: `ID_UNKNOWN`, `LIMIT_RANGE`, and what readMoney refuses.
 */
export async function setWriteOffLimit(
  work: UnitOfWork,
  input: SetWriteOffLimit,
): Promise<StoreRow> {
  const store = await needStore(work, input.storeId, ['storeId']);
  const { communityId, id: storeId, poolId } = store;
  const [pool] = await poolById.read(work.db, communityId, [poolId]);
  if (!pool) throw new Error(`Store ${storeId} has no pool`);
  const at = await needPlace(work, communityId, ['storeId']);
  const treasurer = isTreasurer(work.actor, pool.foundationId);
  authorise(work.actor, treasurer || isOfficer(work.actor, at));
  const { pieces, value } = input;
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
    throw new Refusal('LIMIT_RANGE', { most: MOST_PIECES }, ['pieces']);
  const worth = value ? readMoney(value, currency(pool.currency), ['value']) : null;
  await work.db.insert(WriteOffLimitRow, {
    ...{ communityId, id: newId(), storeId, validFrom: work.now, pieces },
    ...{ valueMinor: worth?.minor.toString() ?? null, setBy: personOf(work.actor) },
  });
  return store;
}
