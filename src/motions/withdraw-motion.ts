import { authorise } from '../kernel/actor';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { endMotion } from './end-motion';
import { holdMotion } from './hold-motion';
import type { MotionRow } from './motion.entity';
import { needMotion } from './motion.reader';
import { refuseMove } from './states';

export interface WithdrawMotion {
  readonly motionId: string;
  readonly reason: string;
}

/**
 * Takes a motion back before it is voted on (who tabled it or wrote it first). Refuses:
 * `ID_UNKNOWN`, `MOTION_STATE`, `TEXT_LENGTH`.
 */
export async function withdrawMotion(work: UnitOfWork, input: WithdrawMotion): Promise<MotionRow> {
  const asked = await needMotion(work, input.motionId);
  const { personId } = work.actor;
  authorise(work.actor, personId !== null && asked.tabledBy === personId);
  const motion = await holdMotion(work, asked);
  refuseMove(motion, 'withdrawn');
  const because = readReason(input.reason, ['reason']);
  return await endMotion(work, motion, { state: 'withdrawn', mergedInto: null, because });
}
