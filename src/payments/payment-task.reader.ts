import type { Batch } from '../api/context';
import type { PagedList } from '../api/paged';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PaymentTaskRow } from './payment-task.entity';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", kind,
  object_id "objectId", about_id "aboutId", currency, minor, raised_at "raisedAt", state,
  resolved_at "resolvedAt", resolved_by "resolvedBy", resolution, note, entry_id "entryId"`;

export const taskById: Batch<PaymentTaskRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from payment_task where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The task that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needTask(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PaymentTaskRow> {
  return await needRow(work, taskById, { type: 'PaymentTask', globalId, path });
}

/** Holds a task until the unit of work ends, and reads it as it then stands. */
export async function lockTask(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<PaymentTaskRow> {
  const db = await work.begin();
  const rows = await read<PaymentTaskRow>(
    db,
    `select ${COLUMNS} from payment_task where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`There is no task ${id}`);
  return rows[0];
}

/** The open tasks of a set of books (owner), the oldest first. */
export const openTasksOfPlace: PagedList<PaymentTaskRow, null> = {
  read: (db, placeIds, _filter, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from payment_task
         where community_id = owner.id and state = 'open' and id > $2 order by id limit $3
       ) listed order by owner.id, listed.id`,
      [placeIds, after, limit],
    ),
};
