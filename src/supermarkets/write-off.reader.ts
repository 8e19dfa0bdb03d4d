import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { WriteOffRow } from './write-off.entity';

const WRITE_OFF = `community_id "communityId", id, store_id "storeId", lot_id "lotId", pieces,
  reason, note, state, key, fingerprint, asked_by "askedBy", asked_at "askedAt",
  decided_by "decidedBy", decided_at "decidedAt", decline_reason "declineReason",
  entry_id "entryId", reversed_by "reversedBy", reversed_at "reversedAt",
  reverse_reason "reverseReason"`;

export const writeOffById: Batch<WriteOffRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${WRITE_OFF} from write_off where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const WRITE_OFF_PATH = ['writeOffId'];

/** The write-off that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needWriteOff(work: UnitOfWork, globalId: string): Promise<WriteOffRow> {
  return await needRow(work, writeOffById, { type: 'WriteOff', globalId, path: WRITE_OFF_PATH });
}

/** Holds a write-off until the work is done, as it stands now. */
export async function holdWriteOff(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<WriteOffRow> {
  const db = await work.begin();
  const [row] = await read<WriteOffRow>(
    db,
    `select ${WRITE_OFF} from write_off where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'WriteOff' }, WRITE_OFF_PATH);
  return row;
}

/** What an equal request has left before; another body under its key is refused: `KEY_REUSED`. */
export async function writtenOffBefore(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<WriteOffRow | null> {
  const [row] = await read<WriteOffRow>(
    work.db,
    `select ${WRITE_OFF} from write_off where community_id = $1 and key = $2`,
    [communityId, asked.key],
  );
  if (row) sameRequest(row.fingerprint, asked);
  return row ?? null;
}

/** Stores' write-offs, the latest first. */
export const writeOffsOf: KeysetList<WriteOffRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${WRITE_OFF} from write_off
         where community_id = $1 and store_id = owner.id and write_off.id < $3
         order by write_off.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};
