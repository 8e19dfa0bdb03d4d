import type { Batch } from '../api/context';
import type { PagedList } from '../api/paged';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PayoutShareRow } from './payout-share.entity';

const COLUMNS = `community_id "communityId", id, payout_id "payoutId", holder_id "holderId",
  currency, minor, entry_id "entryId", failed_entry_id "failedEntryId",
  arrived_entry_id "arrivedEntryId", arrived_on "arrivedOn", bank_reference "bankReference"`;

export const shareById: Batch<PayoutShareRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from payout_share where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The share that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needShare(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PayoutShareRow> {
  return await needRow(work, shareById, { type: 'PayoutShare', globalId, path });
}

/** Holds a share until the unit of work ends, and reads it as it then stands. */
export async function lockShare(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<PayoutShareRow> {
  const rows = await read<PayoutShareRow>(
    await work.begin(),
    `select ${COLUMNS} from payout_share where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`There is no share ${id}`);
  return rows[0];
}

/** The shares of payouts in a set of books (owner), in the order they were posted. */
export const sharesOfPlace: PagedList<PayoutShareRow, null> = {
  read: (db, placeIds, _filter, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from payout_share where community_id = owner.id and id > $2
         order by id limit $3
       ) listed order by owner.id, listed.id`,
      [placeIds, after, limit],
    ),
};
