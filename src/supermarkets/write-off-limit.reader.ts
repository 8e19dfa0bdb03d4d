import type { Batch } from '../api/context';
import { poolById } from '../foundations/pool.reader';
import { personOf } from '../kernel/actor';
import { dayOf, startOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { Lot } from './lot.reader';
import type { StoreRow } from './store.entity';
import type { WriteOffLimitRow } from './write-off-limit.entity';

/** The limits that hold at stores; keys are stores. None was set: no row. */
export const writeOffLimitOf: Batch<WriteOffLimitRow> = {
  read: (db, communityId, storeIds) =>
    read(
      db,
      `select latest.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select community_id "communityId", id, store_id "storeId", valid_from "validFrom", pieces,
           value_minor "valueMinor", set_by "setBy"
         from write_off_limit where community_id = $1 and store_id = owner.id
         order by write_off_limit.id desc limit 1
       ) latest`,
      [communityId, storeIds],
    ),
  keyOf: ({ storeId }) => storeId,
};

/**
 * Whether someone may write off so many pieces of a lot without a second person: as long as all
 * that they wrote off alone in the store that day stays within its limit. Without a limit nobody
 * may, nor where the pieces were paid in another currency than the limit's.
 */
export async function mayWriteOffAlone(
  work: UnitOfWork,
  store: StoreRow,
  { poolId, unitCost }: Lot,
  pieces: number,
): Promise<boolean> {
  const { communityId, id: storeId } = store;
  const db = await work.begin();
  // Two at once would each find room for themselves.
  await db.query('select id from store where community_id = $1 and id = $2 for no key update', [
    communityId,
    storeId,
  ]);
  const [limit] = await writeOffLimitOf.read(db, communityId, [storeId]);
  if (!limit) return false;
  const pools = await poolById.read(db, communityId, [store.poolId, poolId ?? store.poolId]);
  if (new Set(pools.map(({ currency }) => currency)).size > 1) return false;
  const alone = await writtenOffAloneToday(work, store);
  const value = BigInt(alone.value) + BigInt(unitCost ?? 0) * BigInt(pieces);
  return (
    alone.pieces + pieces <= limit.pieces &&
    (limit.valueMinor === null || value <= BigInt(limit.valueMinor))
  );
}

interface Alone {
  readonly pieces: number;
  /** Minor units, as text. */
  readonly value: string;
}

async function writtenOffAloneToday(
  work: UnitOfWork,
  { communityId, id: storeId }: StoreRow,
): Promise<Alone> {
  const { timeZone } = await needPlace(work, communityId, ['lotId']);
  const [alone] = await read<Alone>(
    work.db,
    `select coalesce(sum(write_off.pieces), 0)::integer as pieces,
       coalesce(sum(write_off.pieces * lot.unit_cost), 0)::text as value
     from write_off
     join lot on lot.community_id = $1 and lot.id = write_off.lot_id
     where write_off.community_id = $1 and write_off.store_id = $2 and write_off.asked_by = $3
       and write_off.asked_at >= $4 and write_off.state = 'posted'
       and write_off.decided_by is null`,
    [communityId, storeId, personOf(work.actor), startOf(dayOf(work.now, timeZone), timeZone)],
  );
  return alone ?? { pieces: 0, value: '0' };
}
