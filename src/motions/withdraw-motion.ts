import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
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
 * Takes a motion back before it is voted on (who tabled it or wrote it first), while it is theirs:
 * what residents have tabled together, or what others' were merged into, nobody takes back alone.
 * Refuses: `ID_UNKNOWN`, `MOTION_STATE`, `MOTION_OF_MANY`, `TEXT_LENGTH`.
 */
export async function withdrawMotion(work: UnitOfWork, input: WithdrawMotion): Promise<MotionRow> {
  const asked = await needMotion(work, input.motionId);
  const { personId } = work.actor;
  authorise(work.actor, personId !== null && asked.tabledBy === personId);
  const motion = await holdMotion(work, asked);
  refuseMove(motion, 'withdrawn');
  await refuseOfMany(work, motion);
  const because = readReason(input.reason, ['reason']);
  return await endMotion(work, motion, { state: 'withdrawn', mergedInto: null, because });
}

async function refuseOfMany(
  work: UnitOfWork,
  { communityId, id, councilId, coSignersNeeded, tabledAt, tabledBy }: MotionRow,
): Promise<void> {
  const merged = await read(
    work.db,
    `select 1 from motion where community_id = $1 and council_id = $2 and state = 'merged'
       and merged_into = $3 and (co_signers_needed > 0 or tabled_by is distinct from $4)
     limit 1`,
    [communityId, councilId, id, tabledBy],
  );
  if (merged.length > 0 || (coSignersNeeded > 0 && tabledAt !== null))
    throw new Refusal('MOTION_OF_MANY', {}, ['motionId']);
}
