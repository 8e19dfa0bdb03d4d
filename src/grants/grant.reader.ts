import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GrantRow } from './grant.entity';
import { newestFirst } from './listed';

/** What is read of a grant. */
export const GRANT_COLUMNS = `community_id "communityId", id, pool_id "poolId", grantee_id "granteeId", title,
  currency, amount_minor "amountMinor", state, awarded_at "awardedAt", entry_id "entryId",
  ended_at "endedAt", cancelled_because "cancelledBecause"`;

export const grantById: Batch<GrantRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${GRANT_COLUMNS} from pool_grant where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const grantsOfPool = newestFirst<GrantRow>('pool_grant', GRANT_COLUMNS, 'pool_id', 'pool');

export const grantsOfOrganisation = newestFirst<GrantRow>(
  'pool_grant',
  GRANT_COLUMNS,
  'grantee_id',
  'organisation',
);

/** The grants of the books of places (owners), newest first. */
export const grantsOfPlace: KeysetList<GrantRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${GRANT_COLUMNS} from pool_grant
         where community_id = owner.id and pool_grant.id < $2::uuid
         order by pool_grant.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The grant that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needGrant(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<GrantRow> {
  return await needRow(work, grantById, { type: 'Grant', globalId, path });
}

/** Holds a grant until the unit of work ends, and reads it as it then stands; null: none. */
export async function lockGrant(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<GrantRow | null> {
  const db = await work.begin();
  const [row]: GrantRow[] = await read(
    db,
    `select ${GRANT_COLUMNS} from pool_grant where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  return row ?? null;
}

/** Reads a grant and holds it against any change until the unit of work ends; null: none. */
export async function shareGrant(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<GrantRow | null> {
  const db = await work.begin();
  const [row]: GrantRow[] = await read(
    db,
    `select ${GRANT_COLUMNS} from pool_grant where community_id = $1 and id = $2 for share`,
    [communityId, id],
  );
  return row ?? null;
}
