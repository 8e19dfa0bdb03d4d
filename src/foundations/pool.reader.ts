import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type GroupBatch } from '../api/context';
import { tenantRef } from '../kernel/global-id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PoolRow } from './pool.entity';
import type { PoolThresholdRow } from './pool-threshold.entity';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", name, purpose,
  restriction, currency, opened_on "openedOn", closed_on "closedOn"`;

export const poolById: Batch<PoolRow> = {
  read: (db, communityId, ids) =>
    db.query(`select ${COLUMNS} from pool where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Each pool's table of approvals, from the smallest amount up. */
export const thresholdsOfPool: GroupBatch<PoolThresholdRow> = {
  many: true,
  read: (db, communityId, poolIds) =>
    db.query(
      `select community_id "communityId", pool_id "poolId", from_minor "fromMinor", approvals
       from pool_threshold where community_id = $1 and pool_id = any ($2)
       order by pool_id, from_minor`,
      [communityId, poolIds],
    ),
  keyOf: ({ poolId }) => poolId,
};

/** The pool that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needPool(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PoolRow> {
  const { communityId, id } = tenantRef('Pool', globalId, path);
  const [row] = await poolById.read(work.db, communityId, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Pool' }, path);
  return row;
}

/** Like needPool, for what only an open pool may do; a closed one is refused: `POOL_CLOSED`. */
export async function needOpenPool(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PoolRow> {
  const row = await needPool(work, globalId, path);
  if (row.closedOn) throw new Refusal('POOL_CLOSED', { pool: row.name }, path);
  return row;
}

/** The pools of a place's books, in the order they were opened. */
export async function poolsIn(
  db: EntityManager,
  communityId: string,
  ask: PageAsk,
): Promise<Page<PoolRow>> {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  const rows: PoolRow[] = await db.query(
    `select ${COLUMNS} from pool where community_id = $1 and id > $2 order by id limit $3`,
    [communityId, after, limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}

/** The pools of a foundation in every set of books, in the order they were opened. */
export async function poolsOf(
  db: EntityManager,
  foundationId: string,
  ask: PageAsk,
): Promise<Page<PoolRow>> {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  const rows: PoolRow[] = await db.query(
    `-- every community: one foundation may hold pools in many
     select ${COLUMNS} from pool where foundation_id = $1 and id > $2 order by id limit $3`,
    [foundationId, after, limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}
