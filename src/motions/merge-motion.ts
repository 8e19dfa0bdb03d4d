import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { endMotion } from './end-motion';
import { motionFor } from './motion-at';
import type { MotionRow } from './motion.entity';
import { motionById } from './motion.reader';
import { sameAct } from './same-act';
import { refuseMove } from './states';

export interface MergeMotion {
  readonly motionId: string;
  /** The one with which it is dealt with. */
  readonly intoId: string;
  readonly reason: string;
}

/**
 * Has a motion dealt with together with another one before the same council (who screens). One that
 * opens an act goes only into one that opens the same: an act is voted on, and not merged away.
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `MOTION_STATE`, `MERGE_TARGET`, `TEXT_LENGTH`.
 */
export async function mergeMotion(work: UnitOfWork, input: MergeMotion): Promise<MotionRow> {
  const { motion } = await motionFor(work, input.motionId, 'mergeMotion');
  refuseMove(motion, 'merged');
  const path = ['intoId'];
  const intoId = sameCommunity(tenantRef('Motion', input.intoId, path), motion.communityId, path);
  const [into] = await motionById.read(work.db, motion.communityId, [intoId]);
  if (!into) throw new Refusal('ID_UNKNOWN', { type: 'Motion' }, path);
  const isOpen = into.state === 'tabled' || into.state === 'admitted';
  const isTarget = into.id !== motion.id && into.councilId === motion.councilId && isOpen;
  if (!isTarget || !(motion.kind === 'free_text' || sameAct(motion, into)))
    throw new Refusal('MERGE_TARGET', {}, path);
  const because = readReason(input.reason, ['reason']);
  return await endMotion(work, motion, { state: 'merged', mergedInto: into.id, because });
}
