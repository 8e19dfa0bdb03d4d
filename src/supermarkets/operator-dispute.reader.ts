import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { PoolRow } from '../foundations/pool.entity';
import { tenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OperatorDisputeRow } from './operator-dispute.entity';
import type { OperatorStatementRow } from './operator-statement.entity';
import { lineKey, operatorStatementById } from './operator-statement.reader';
import { holdStore, poolOfStore } from './pool-of-store';
import type { StoreRow } from './store.entity';
import { storeOf } from './store.reader';

const DISPUTE = `community_id "communityId", id, statement_id "statementId", line,
  store_id "storeId", pool_id "poolId", pieces, amount, reason, state, raised_by "raisedBy",
  raised_at "raisedAt", answer, answered_by "answeredBy", answered_at "answeredAt", decision,
  decided_by "decidedBy", decided_at "decidedAt"`;

export const operatorDisputeById: Batch<OperatorDisputeRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${DISPUTE} from operator_dispute where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The dispute of a line, by the line's key. */
export const disputeOfLine: Batch<OperatorDisputeRow> = {
  read: (db, communityId, keys) =>
    read(
      db,
      `select ${DISPUTE} from operator_dispute
       where community_id = $1 and (statement_id, line) in (
         select (split_part(key, '/', 1))::uuid, (split_part(key, '/', 2))::integer
         from unnest($2::text[]) as asked (key))`,
      [communityId, keys],
    ),
  keyOf: ({ statementId, line }) => lineKey(statementId, line),
};

export const DISPUTE_PATH = ['disputeId'];

/** A dispute with whom it is between, and the statement that it is about. */
export interface DisputeBetween {
  readonly dispute: OperatorDisputeRow;
  readonly statement: OperatorStatementRow;
  readonly store: StoreRow;
  readonly pool: PoolRow;
}

/** The dispute that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needDispute(work: UnitOfWork, globalId: string): Promise<DisputeBetween> {
  const { communityId, id } = tenantRef('OperatorDispute', globalId, DISPUTE_PATH);
  const [dispute] = await operatorDisputeById.read(work.db, communityId, [id]);
  if (!dispute) throw new Refusal('ID_UNKNOWN', { type: 'OperatorDispute' }, DISPUTE_PATH);
  const [statement] = await operatorStatementById.read(work.db, communityId, [dispute.statementId]);
  if (!statement) throw new Error(`Dispute ${id} has no statement`);
  const store = await storeOf(work, dispute);
  return { dispute, statement, store, pool: await poolOfStore(work, store) };
}

/**
 * Holds a dispute until the work is done, as it stands now. Refused once it is over:
 * `DISPUTE_OVER`.
 */
export async function holdDispute(
  work: UnitOfWork,
  { dispute, store }: DisputeBetween,
): Promise<OperatorDisputeRow> {
  await holdStore(work, store);
  const [row] = await operatorDisputeById.read(work.db, dispute.communityId, [dispute.id]);
  if (!row) throw new Error(`Dispute ${dispute.id} is gone`);
  if (row.state === 'reduced' || row.state === 'kept')
    throw new Refusal('DISPUTE_OVER', {}, DISPUTE_PATH);
  return row;
}

/** Stores' disputes, the latest first. */
export const disputesOfStore: KeysetList<OperatorDisputeRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${DISPUTE} from operator_dispute
         where community_id = $1 and store_id = owner.id and operator_dispute.id < $3
         order by operator_dispute.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};
