import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeyPart, type KeysetList } from '../api/keyset-list';
import { addDays, dayOf, isDay, type Day, type Period } from '../kernel/calendar';
import { tenantRef, type TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import type { LotRow } from './lot.entity';

/** A lot with what is left of it now, in pieces. */
export interface Lot extends LotRow {
  readonly stock: number;
}

const LOT = `lot.community_id "communityId", lot.id, lot.store_id "storeId",
  lot.product_id "productId", lot.source, lot.quantity, lot.unit_cost "unitCost",
  lot.pool_id "poolId", lot.donor_name "donorName",
  lot.donor_organisation_id "donorOrganisationId", lot.expires_on "expiresOn",
  lot.received_at "receivedAt", lot.entry_id "entryId", lot.emptied_at "emptiedAt",
  lot.recalled_at "recalledAt", lot.recalled_by "recalledBy", lot.recall_reason "recallReason",
  lot.from_community_id "fromCommunityId", lot.from_lot_id "fromLotId",
  lot.transfer_id "transferId",
  (stock.debits - stock.credits)::integer as stock`;

/** Each lot with its account in the books. */
const LOTS = `lot join ledger_account stock
  on stock.community_id = $1 and stock.holder_id = lot.id and stock.kind = 'lotStock'`;

/**
 * Whether of a lot `waiting` pieces wait that were called back. Recalls are rare: a store's list of
 * lots that ever were may be looked through.
 */
export const HOLDS_RECALLED = `exists (
  select 1 from ledger_account held where held.community_id = waiting.community_id
    and held.holder_id = waiting.id and held.kind = 'goodsRecalled'
    and held.debits > held.credits)`;

export const lotById: Batch<Lot> = {
  read: (db, communityId, ids) =>
    read(db, `select ${LOT} from ${LOTS} where lot.community_id = $1 and lot.id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The lot that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needLot(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<Lot> {
  const { communityId, id } = tenantRef('Lot', globalId, path);
  const [lot] = await lotById.read(work.db, communityId, [id]);
  if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, path);
  return lot;
}

/** Holds a lot's row until the work is done, and reads it with what is left of it now. */
export async function holdLot(work: UnitOfWork, { communityId, id }: TenantRef): Promise<Lot> {
  const db = await work.begin();
  await db.query(
    `select lot.id from lot where lot.community_id = $1 and lot.id = $2 for no key update`,
    [communityId, id],
  );
  const [lot] = await lotById.read(db, communityId, [id]);
  if (!lot) throw new Error(`There is no lot ${id}`);
  return lot;
}

/** The words of a cursor for what keeps. */
const KEEPS = 'infinity';
const EXPIRY_PART: KeyPart = { test: (part) => part === KEEPS || isDay(part) };

/** From which day until before which day lots expire, for `lotsOnShelf`. */
export const expiringWithin = (from: Day, until: Day) => `${from}/${until}`;

/** Today where a place lies, until the day after so many more; beyond a year: `DAYS_RANGE`. */
export function daysFromToday(
  at: PlaceRow | null,
  { now }: { readonly now: Date },
  days: number,
): Period {
  if (days < 0 || days > 366) throw new Refusal('DAYS_RANGE', {}, ['withinDays']);
  const from = dayOf(now, at?.timeZone ?? 'utc');
  return { from, until: addDays(from, days + 1) };
}

/**
 * A store's lots with something left, first expiring first; only those that expire within the days
 * of `about` (`expiringWithin`), where it is given.
 */
export const lotsOnShelf: KeysetList<Lot> = {
  parts: [EXPIRY_PART, ID_PART],
  keyOf: (lot) => [lot.expiresOn ?? KEEPS, lot.id],
  read: async (db, communityId, storeIds, { after, limit, about }) => {
    const [from = '-infinity', until = null] = about ? about.split('/') : [];
    const [day, id] = after ?? ['-infinity', CITY];
    return await read(
      db,
      `select listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${LOT}, lot.store_id "ownerId" from ${LOTS}
         where lot.community_id = $1 and lot.store_id = owner.id and lot.emptied_at is null
           and (coalesce(lot.expires_on, 'infinity'), lot.id) > ($3::date, $4::uuid)
           and coalesce(lot.expires_on, 'infinity') >= $6::date
           and ($7::date is null or lot.expires_on < $7::date)
           and stock.debits > stock.credits
         order by coalesce(lot.expires_on, 'infinity'), lot.id limit $5
       ) listed
       order by owner.id, coalesce(listed."expiresOn", 'infinity'), listed.id`,
      [communityId, storeIds, day, id, limit, from, until],
    );
  },
};

/** Pieces of a product on a store's shelf that are still good. */
export interface Shelf {
  readonly key: string;
  readonly pieces: number;
}

/** The key of a product on a store's shelf on a day. */
export const shelfOf = (storeId: string, productId: string, day: Day) =>
  `${storeId}/${productId}/${day}`;

/** What lies on shelves; keys are made by `shelfOf`. Nothing there: no row. */
export const piecesOnShelf: Batch<Shelf> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    return read(
      db,
      `select asked.key, sum(stock.debits - stock.credits)::integer as pieces
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::date[])
         as asked (key, store_id, product_id, day)
       join ${LOTS}
         on lot.community_id = $1 and lot.store_id = asked.store_id
         and lot.product_id = asked.product_id and lot.emptied_at is null
         and lot.recalled_at is null
         and coalesce(lot.expires_on, 'infinity') >= asked.day
       group by asked.key`,
      [communityId, keys, ...[0, 1, 2].map((part) => asked.map((key) => key[part]))],
    );
  },
  keyOf: ({ key }) => key,
};
