import type { Batch, Context } from '../api/context';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { PoolDeciderRow, type DecidedBy } from './pool-decider.entity';

/** Who decides: the row of a council is named where it is one. */
export interface Decider {
  readonly decidedBy: DecidedBy;
  readonly councilId: string | null;
}

/** A pool's decider, as rows name it. */
export interface PoolDecider extends Decider {
  readonly communityId: string;
  /** Since when; null: since the pool was opened. */
  readonly validFrom: Date | null;
}

/** A version as its pool follows it at the moment of its key. */
export interface FollowedDecider extends PoolDeciderRow {
  readonly key: string;
}

/** The key of a pool at a moment. */
export const poolAt = (poolId: string, moment: Date) => `${poolId} ${moment.getTime()}`;

/** The parts of keys made by `poolAt`: ids, and moments. */
export function poolsAt(keys: readonly string[]): [string[], Date[]] {
  const asked = keys.map((key) => key.split(' '));
  return [asked.map(([id]) => id ?? ''), asked.map(([, moment]) => new Date(Number(moment)))];
}

/** What was set of who decides for pools; keys are made by `poolAt`. Nothing set: the board. */
export const deciderAt: Batch<FollowedDecider> = {
  read: (db, communityId, keys) =>
    read(
      db,
      `select asked.key, decider.community_id "communityId", decider.id,
         decider.pool_id "poolId", decider.valid_from "validFrom",
         decider.decided_by "decidedBy", decider.council_id "councilId",
         decider.set_by "setBy", decider.set_at "setAt"
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as asked (key, pool_id, moment)
       cross join lateral (
         select version.* from pool_decider version
         where version.community_id = $1 and version.pool_id = asked.pool_id
           and version.valid_from <= asked.moment
         order by version.valid_from desc, version.id desc limit 1
       ) decider`,
      [communityId, keys, ...poolsAt(keys)],
    ),
  keyOf: ({ key }) => key,
};

/** A pool of some books. */
interface PoolRef {
  readonly communityId: string;
  readonly id: string;
}

const boardOf = ({ communityId }: PoolRef): PoolDecider => ({
  ...{ communityId, decidedBy: 'board', councilId: null, validFrom: null },
});

/** Who decides what a pool gives at a moment, for a command. */
export async function deciderOfPool(
  work: UnitOfWork,
  pool: PoolRef,
  moment: Date,
): Promise<PoolDecider> {
  const rows = await deciderAt.read(work.db, pool.communityId, [poolAt(pool.id, moment)]);
  return rows[0] ?? boardOf(pool);
}

/** The same for a request. */
export async function loadDecider(
  context: Context,
  pool: PoolRef,
  moment: Date,
): Promise<PoolDecider> {
  const row = await context.load(deciderAt, pool.communityId, poolAt(pool.id, moment));
  return row ?? boardOf(pool);
}

/** Adds a version to who decides for a pool. */
export async function writeDecider(
  work: UnitOfWork,
  { communityId, id: poolId }: PoolRef,
  { decidedBy, councilId }: Decider,
  validFrom: Date,
): Promise<void> {
  await work.db.insert(PoolDeciderRow, {
    ...{ communityId, id: newId(), poolId, validFrom, decidedBy, councilId },
    ...{ setBy: work.actor.personId, setAt: work.now },
  });
}
