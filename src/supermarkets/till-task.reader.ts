import type { Batch } from '../api/context';
import { CITY } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { TillTaskRow } from './till-task.entity';

const COLUMNS = `community_id "communityId", id, store_id "storeId", key, fingerprint, asked, code,
  facts, path, reported_by "reportedBy", reported_at "reportedAt", resolved_by "resolvedBy",
  resolved_at "resolvedAt", note`;

export const tillTaskById: Batch<TillTaskRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from till_task where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Keys are those of requests. */
export const tillTaskByKey: Batch<TillTaskRow> = {
  read: (db, communityId, keys) =>
    read(db, `select ${COLUMNS} from till_task where community_id = $1 and key = any ($2)`, [
      communityId,
      keys,
    ]),
  keyOf: ({ key }) => key,
};

/** Holds a task until the unit of work ends, and reads it as it then stands. */
export async function lockTillTask(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<TillTaskRow> {
  const db = await work.begin();
  const [row] = await read<TillTaskRow>(
    db,
    `select ${COLUMNS} from till_task where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'TillTask' }, ['taskId']);
  return row;
}

/** What waits at stores (owners) for a storekeeper, the oldest first. */
export const openTillTasks: KeysetList<TillTaskRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${COLUMNS} from till_task
         where community_id = $1 and store_id = owner.id and resolved_at is null and id > $3
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, storeIds, after?.[0] ?? CITY, limit],
    ),
};

/** The refusal that a task keeps, as it was given. */
export const refusalOfTask = (task: TillTaskRow) => new Refusal(task.code, task.facts, task.path);
