import { affairsOf, mayAct, type Act } from '../councils/layers';
import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { holdMotion } from './hold-motion';
import type { MotionRow } from './motion.entity';
import { needMotion } from './motion.reader';

/** A motion that is held, with the place whose affair it is. */
export interface MotionAt {
  readonly motion: MotionRow;
  readonly at: PlaceRow;
}

/** The motion that an input names, for who may do this with it by the table of layers (B3). */
export async function motionFor(work: UnitOfWork, motionId: string, act: Act): Promise<MotionAt> {
  const asked = await needMotion(work, motionId);
  const at = await needPlace(work, asked.placeId, ['motionId']);
  authorise(work.actor, mayAct(work.actor, at, act, affairsOf(at)));
  return { motion: await holdMotion(work, asked), at };
}
