import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { motionFor } from './motion-at';
import type { MotionRow } from './motion.entity';
import { refuseMove } from './states';

/** What screening comes to. */
export const SCREENINGS = ['admit', 'return'] as const;
export type Screening = (typeof SCREENINGS)[number];

export interface ScreenMotion {
  readonly motionId: string;
  readonly screening: Screening;
  readonly reason: string;
  /** Whether it is to be heard in public before it is voted on. */
  readonly hearingFirst?: boolean | null;
}

const COMES_TO = { admit: 'admitted', return: 'returned' } as const;

/**
 * Admits a motion or returns it, with a reason that everyone may read (C1: the party organisation
 * screens; who else stands in the table of layers), never one's own. After the last moment silence
 * has spoken. Refuses: `ID_UNKNOWN`, `MOTION_STATE`, `OWN_MOTION`, `TEXT_LENGTH`.
 */
export async function screenMotion(work: UnitOfWork, input: ScreenMotion): Promise<MotionRow> {
  const { motion } = await motionFor(work, input.motionId, 'screenMotion');
  const state = COMES_TO[input.screening];
  if (motion.state !== 'tabled')
    throw new Refusal('MOTION_STATE', { state: motion.state }, ['motionId']);
  refuseMove(motion, state);
  const screenedBy = personOf(work.actor);
  if (motion.tabledBy === screenedBy) throw new Refusal('OWN_MOTION', {}, ['motionId']);
  const screened = {
    ...{ state, screenedBy, screenedAt: work.now },
    screeningReason: readReason(input.reason, ['reason']),
    hearingFirst: state === 'admitted' && input.hearingFirst === true,
  };
  await work.db.query(
    `update motion set state = $3, screened_by = $4, screened_at = $5, screening_reason = $6,
       hearing_first = $7
     where community_id = $1 and id = $2`,
    [
      ...[motion.communityId, motion.id, state, screenedBy, work.now],
      ...[screened.screeningReason, screened.hearingFirst],
    ],
  );
  return { ...motion, ...screened };
}
