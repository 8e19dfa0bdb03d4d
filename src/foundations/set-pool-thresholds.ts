import { authorise } from '../kernel/actor';
import { currency } from '../kernel/currency';
import { isMandated, momentOf } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseReserved } from '../society/refuse-reserved';
import type { PoolRow } from './pool.entity';
import { isPoolChair } from './pool.policy';
import { lockPool, needOpenPool } from './pool.reader';
import { readThresholds, type ThresholdInput } from './threshold';
import { writeThresholds } from './write-thresholds';

export interface SetPoolThresholds {
  readonly poolId: string;
  readonly thresholds: readonly ThresholdInput[];
  /** From when on; left out: now. */
  readonly from?: Date | null;
}

/**
 * Sets a pool's table of approvals from a moment on, as a whole and never before now: what was
 * submitted before keeps its figures (C8; the foundation's chair, or a resolution). Refuses:
 * `ID_UNKNOWN`, `POOL_CLOSED`, `POOL_EARMARKED`, `RESOLUTION_NEEDED`, `RULE_IN_PAST`, and
 * readThresholds' refusals.
 */
export async function setPoolThresholds(
  work: UnitOfWork,
  input: SetPoolThresholds,
): Promise<PoolRow> {
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  const mandated = isMandated(work, 'setPoolThresholds', input);
  authorise(work.actor, mandated || isPoolChair(work.actor, pool.foundationId));
  await refuseReserved(work, pool.communityId, 'setPoolThresholds', input);
  const thresholds = readThresholds(input.thresholds, currency(pool.currency));
  const from = momentOf(work, input.from, mandated);
  if (from < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  await lockPool(work, pool.communityId, pool.id);
  await writeThresholds(work, pool, thresholds, from);
  return pool;
}
