import type { Batch } from '../api/context';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PagedList } from '../api/paged';
import type { PoolRow } from './pool.entity';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", name, purpose,
  restriction, currency, opened_on "openedOn", closed_on "closedOn"`;

export const poolById: Batch<PoolRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from pool where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The pool that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needPool(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PoolRow> {
  return await needRow(work, poolById, { type: 'Pool', globalId, path });
}

/**
 * Like needPool, for what only an open pool may do; a closed one is refused: `POOL_CLOSED`. Public
 * money goes by its procedure alone, in and out: `POOL_EARMARKED`.
 */
export async function needOpenPool(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PoolRow> {
  const row = await needPool(work, globalId, path);
  if (row.closedOn) throw new Refusal('POOL_CLOSED', { pool: row.name }, path);
  refuseEarmarked(row, path);
  return row;
}

/** Refuses what does not belong to the procedure of a public fund: `POOL_EARMARKED`. */
export function refuseEarmarked({ purpose, name }: PoolRow, path: readonly string[]): void {
  if (purpose === 'public_fund') throw new Refusal('POOL_EARMARKED', { pool: name }, path);
}

/** Whether a pool is open, held so until the unit of work ends. */
export async function isPoolOpen(
  work: UnitOfWork,
  communityId: string,
  id: string,
): Promise<boolean> {
  const rows = await read<{ closedOn: string | null }>(
    await work.begin(),
    `select closed_on "closedOn" from pool where community_id = $1 and id = $2 for share`,
    [communityId, id],
  );
  return rows[0]?.closedOn === null;
}

/** Holds a pool until the unit of work ends: of two who decide about its money one waits. */
export async function lockPool(work: UnitOfWork, communityId: string, id: string): Promise<void> {
  await read(
    await work.begin(),
    `select id from pool where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
}

/** The pools of a place's books (owner: the place), in the order they were opened. */
export const poolsOfPlace: PagedList<PoolRow, null> = {
  read: (db, placeIds, _filter, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from pool where community_id = owner.id and id > $2
         order by id limit $3
       ) listed order by owner.id, listed.id`,
      [placeIds, after, limit],
    ),
};

/** The pools of a foundation in every set of books, in the order they were opened. */
export const poolsOfFoundation: PagedList<PoolRow, null> = {
  read: (db, foundationIds, _filter, { after, limit }) =>
    read(
      db,
      `-- every community: one foundation may hold pools in many
       select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from pool where foundation_id = owner.id and id > $2
         order by id limit $3
       ) listed order by owner.id, listed.id`,
      [foundationIds, after, limit],
    ),
};
