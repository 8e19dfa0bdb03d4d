import type { GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import { poolsAt } from './pool-decider.reader';
import type { PoolThresholdRow } from './pool-threshold.entity';

/** A line of the table that holds for a pool at the moment of its key. */
export interface FollowedThreshold extends PoolThresholdRow {
  readonly key: string;
}

/**
 * Pools' tables of approvals as they hold at moments, from the smallest amount up; keys are made by
 * `poolAt`.
 */
export const thresholdsAt: GroupBatch<FollowedThreshold> = {
  many: true,
  read: (db, communityId, keys) =>
    read(
      db,
      `select asked.key, line.community_id "communityId", line.pool_id "poolId",
         line.from_minor "fromMinor", line.approvals, line.version,
         line.valid_from "validFrom", line.set_by "setBy", line.set_at "setAt"
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as asked (key, pool_id, moment)
       cross join lateral (
         select version.version from pool_threshold version
         where version.community_id = $1 and version.pool_id = asked.pool_id
           and version.valid_from <= asked.moment
         order by version.valid_from desc, version.version desc limit 1
       ) latest
       join pool_threshold line on line.community_id = $1 and line.pool_id = asked.pool_id
         and line.version = latest.version
       order by asked.key, line.from_minor`,
      [communityId, keys, ...poolsAt(keys)],
    ),
  keyOf: ({ key }) => key,
};
