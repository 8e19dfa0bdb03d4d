import type { PoolRow } from '../foundations/pool.entity';
import { poolById } from '../foundations/pool.reader';
import { monthOf, monthPeriod } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { StoreRow } from './store.entity';

/** The pool that pays for a store's operator-owned goods; a foreign key promises it. */
export async function poolOfStore(work: UnitOfWork, store: StoreRow): Promise<PoolRow> {
  const [pool] = await poolById.read(work.db, store.communityId, [store.poolId]);
  if (!pool) throw new Error(`Store ${store.id} has no pool`);
  return pool;
}

/**
 * Holds a store's row until the work is done: whatever is stated, checked, disputed, decided and
 * paid of a store comes one after the other. Tills do not wait for it.
 */
export async function holdStore(work: UnitOfWork, { communityId, id }: StoreRow): Promise<void> {
  const db = await work.begin();
  await db.query('select id from store where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
}

/** Refuses what is no month (`MONTH_UNREADABLE`) and one that has not ended (`MONTH_OPEN`). */
export async function refuseOpenMonth(
  work: UnitOfWork,
  { communityId }: StoreRow,
  month: string,
): Promise<void> {
  monthPeriod(month, ['month']);
  const { timeZone } = await needPlace(work, communityId, ['storeId']);
  if (month >= monthOf(work.now, timeZone)) throw new Refusal('MONTH_OPEN', { month }, ['month']);
}
