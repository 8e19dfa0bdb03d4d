import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import type { PagedList } from '../api/paged';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { StoreRow } from './store.entity';

const COLUMNS = `community_id "communityId", id, code, name, operator_id "operatorId",
  premises_owner_id "premisesOwnerId", pool_id "poolId", opened_on "openedOn"`;

export const storeById: Batch<StoreRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from store where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The store that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needStore(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<StoreRow> {
  return await needRow(work, storeById, { type: 'Store', globalId, path });
}

/** The store that a row stands in; foreign keys promise that there is one. */
export async function storeOf(
  work: UnitOfWork,
  { communityId, storeId }: { readonly communityId: string; readonly storeId: string },
): Promise<StoreRow> {
  const [row] = await storeById.read(work.db, communityId, [storeId]);
  if (!row) throw new Error(`There is no store ${storeId}`);
  return row;
}

/** A community's stores, in the order they were opened; their owner is the community. */
export const storesOf: KeysetList<StoreRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: async (db, communityId, _owners, { after, limit }) =>
    await read(
      db,
      `select ${COLUMNS}, community_id "ownerId" from store
       where community_id = $1 and id > $2 order by id limit $3`,
      [communityId, after?.[0] ?? CITY, limit],
    ),
};

/** The stores that organisations (owners) run, in the order they were opened. */
export const storesOfOperator: PagedList<StoreRow, null> = {
  read: (db, operatorIds, _filter, { after, limit }) =>
    read(
      db,
      `-- every community: an operator may run stores in several
       select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${COLUMNS} from store
         where operator_id = owner.id and store.id > $2::uuid
         order by store.id limit $3
       ) listed order by owner.id, listed.id`,
      [operatorIds, after, limit],
    ),
};

/** Who runs a store in a community. */
export async function operatorsIn(work: UnitOfWork, communityId: string): Promise<string[]> {
  const rows: { operatorId: string }[] = await work.db.query(
    `select distinct operator_id "operatorId" from store where community_id = $1`,
    [communityId],
  );
  return rows.map(({ operatorId }) => operatorId);
}
