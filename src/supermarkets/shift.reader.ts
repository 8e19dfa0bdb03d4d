import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ShiftCountRow } from './shift-count.entity';
import type { ShiftRow } from './shift.entity';

const SHIFT = `community_id "communityId", id, store_id "storeId", clerk_id "clerkId",
  account_id "accountId", from_seq "fromSeq", until_seq "untilSeq", opened_at "openedAt",
  closed_at "closedAt", closed_by "closedBy", note, slips, exchanges, voids, credits, pieces,
  differs, settled_by "settledBy", settled_at "settledAt", settled_note "settledNote",
  stock_take_id "stockTakeId"`;

export const shiftById: Batch<ShiftRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${SHIFT} from shift where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const SHIFT_PATH = ['shiftId'];

/** The shift that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needShift(work: UnitOfWork, globalId: string): Promise<ShiftRow> {
  return await needRow(work, shiftById, { type: 'Shift', globalId, path: SHIFT_PATH });
}

/** Holds a shift until the work is done, as it stands now. */
export async function holdShift(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<ShiftRow> {
  const db = await work.begin();
  const [row] = await read<ShiftRow>(
    db,
    `select ${SHIFT} from shift where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Shift' }, SHIFT_PATH);
  return row;
}

/** The key of a clerk's open shift at a store. */
export const openShiftOf = (storeId: string, clerkId: string) => `${storeId}/${clerkId}`;

/** Open shifts; keys are made by `openShiftOf`. */
export const openShift: Batch<ShiftRow> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    return read(
      db,
      `select ${SHIFT} from shift
       where community_id = $1 and closed_at is null
         and (store_id, clerk_id) in (
           select * from unnest($2::uuid[], $3::uuid[]) as asked (store_id, clerk_id))`,
      [communityId, ...[0, 1].map((part) => asked.map((key) => key[part]))],
    );
  },
  keyOf: ({ storeId, clerkId }) => openShiftOf(storeId, clerkId),
};

/** Stores' shifts, the latest first. */
export const shiftsOf: KeysetList<ShiftRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${SHIFT} from shift
         where community_id = $1 and store_id = owner.id and shift.id < $3
         order by shift.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};

/** What was counted in shifts: at the beginning, then at the end. */
export const countsOfShift: GroupBatch<ShiftCountRow> = {
  many: true,
  read: (db, communityId, shiftIds) =>
    read(
      db,
      `select community_id "communityId", shift_id "shiftId", at_end "atEnd",
         product_id "productId", pieces, book
       from shift_count where community_id = $1 and shift_id = any ($2)
       order by shift_id, at_end, product_id`,
      [communityId, shiftIds],
    ),
  keyOf: ({ shiftId }) => shiftId,
};

/** How far an account has come: the sequence number of its last leg. */
export async function lastSeq(
  db: EntityManager,
  communityId: string,
  accountId: string,
): Promise<string> {
  const [row] = await read<{ seq: string }>(
    db,
    'select seq from ledger_account where community_id = $1 and id = $2',
    [communityId, accountId],
  );
  return row?.seq ?? '0';
}
