import type { DecidedBy } from '../foundations/pool-decider.entity';
import { deciderOfPool, writeDecider, type Decider } from '../foundations/pool-decider.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { isPoolChair } from '../foundations/pool.policy';
import { lockPool, needOpenPool } from '../foundations/pool.reader';
import { authorise } from '../kernel/actor';
import { sameCommunity } from '../kernel/global-id';
import { isMandated, momentOf } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseReserved } from '../society/refuse-reserved';
import { holdCouncil, needCouncil } from './council.reader';

export interface SetPoolDecider {
  readonly poolId: string;
  readonly decidedBy: DecidedBy;
  /** The Council, where a council decides; of the pool's community. */
  readonly councilId?: string | null;
  /** From when on; left out: now. */
  readonly from?: Date | null;
}

/**
 * Says who decides what a pool gives from a moment on, never before now: what was submitted before
 * stays with whoever decided then (C8, N4; the foundation's chair, or a resolution). What a
 * procedure decides stays with it. Refuses: `ID_UNKNOWN`, `POOL_CLOSED`, `POOL_EARMARKED`,
 * `RESOLUTION_NEEDED`, `BY_PROCEDURE_ONLY`, `DECIDER_UNCLEAR`, `OTHER_COMMUNITY`,
 * `COUNCIL_DISSOLVED`, `RULE_IN_PAST`.
 */
export async function setPoolDecider(work: UnitOfWork, input: SetPoolDecider): Promise<PoolRow> {
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  const mandated = isMandated(work, 'setPoolDecider', input);
  authorise(work.actor, mandated || isPoolChair(work.actor, pool.foundationId));
  await refuseReserved(work, pool.communityId, 'setPoolDecider', input);
  const from = momentOf(work, input.from, mandated);
  if (from < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  await lockPool(work, pool.communityId, pool.id);
  const { decidedBy } = await deciderOfPool(work, pool, from);
  if (decidedBy === 'procedure') throw new Refusal('BY_PROCEDURE_ONLY', {}, ['poolId']);
  await writeDecider(work, pool, await readDecider(work, input, pool), from);
  return pool;
}

/** A pool of a procedure is opened as one, by whoever keeps public funds. */
async function readDecider(
  work: UnitOfWork,
  { decidedBy, councilId = null }: SetPoolDecider,
  pool: PoolRow,
): Promise<Decider> {
  if (decidedBy === 'procedure') throw new Refusal('BY_PROCEDURE_ONLY', {}, ['decidedBy']);
  const path = ['councilId'];
  if ((decidedBy === 'council') !== (councilId !== null))
    throw new Refusal('DECIDER_UNCLEAR', {}, path);
  if (councilId === null) return { decidedBy, councilId };
  const council = await needCouncil(work, councilId, path);
  sameCommunity(council, pool.communityId, path);
  await holdCouncil(work, council, path);
  return { decidedBy, councilId: council.id };
}
