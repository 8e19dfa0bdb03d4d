import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdMotion } from './hold-motion';
import type { MotionRow } from './motion.entity';

/**
 * Notes that a motion was heard in public: a port for who holds hearings. The first hearing counts;
 * a motion that is being voted on or is over takes none, and what was passed may be heard before it
 * is executed (C3, step 5).
 */
export async function noteHearing(
  work: UnitOfWork,
  ref: Pick<MotionRow, 'communityId' | 'id'>,
  { heardAt }: { readonly heardAt: Date },
): Promise<MotionRow> {
  const motion = await holdMotion(work, ref);
  if (motion.heardAt !== null || !['tabled', 'admitted', 'passed'].includes(motion.state))
    return motion;
  await work.db.query('update motion set heard_at = $3 where community_id = $1 and id = $2', [
    motion.communityId,
    motion.id,
    heardAt,
  ]);
  return { ...motion, heardAt };
}
