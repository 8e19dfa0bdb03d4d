import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionRow } from './motion.entity';

/** Writes down that a motion which is held goes no further, and why. */
export async function endMotion(
  work: UnitOfWork,
  motion: MotionRow,
  end: { state: 'merged' | 'withdrawn'; mergedInto: string | null; because: string },
): Promise<MotionRow> {
  const { state, mergedInto, because: endedBecause } = end;
  // What ends before it was screened needs no screening any more.
  const screenedAt = motion.screenedAt ?? (state === 'merged' ? work.now : null);
  await work.db.query(
    `update motion set state = $3, merged_into = $4, ended_because = $5, screened_at = $6
     where community_id = $1 and id = $2`,
    [motion.communityId, motion.id, state, mergedInto, endedBecause, screenedAt],
  );
  return { ...motion, state, mergedInto, endedBecause, screenedAt };
}
