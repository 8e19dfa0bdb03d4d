import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { PoolThresholdRow } from './pool-threshold.entity';
import type { PoolRow } from './pool.entity';
import type { Threshold } from './threshold';

/** Adds a version to the table of approvals of a pool that is new or held. */
export async function writeThresholds(
  work: UnitOfWork,
  { communityId, id: poolId }: PoolRow,
  thresholds: readonly Threshold[],
  validFrom: Date,
): Promise<void> {
  const [last] = await read<{ version: number | null }>(
    work.db,
    `select max(version) as version from pool_threshold
     where community_id = $1 and pool_id = $2`,
    [communityId, poolId],
  );
  const version = (last?.version ?? 0) + 1;
  const set = { version, validFrom, setBy: work.actor.personId, setAt: work.now };
  await work.db.insert(
    PoolThresholdRow,
    thresholds.map(({ fromMinor, approvals }) => ({
      ...{ communityId, poolId, fromMinor: fromMinor.toString(), approvals, ...set },
    })),
  );
}
