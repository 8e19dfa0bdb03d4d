import { affairsOf, mayAct, type Act } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { MotionRow } from './motion.entity';
import { motionById } from './motion.reader';
import type { ResolutionRow } from './resolution.entity';
import { holdResolution, needResolution } from './resolution.reader';

/** A resolution that is held, its motion, and the place whose affair it is. */
export interface Resolved {
  readonly resolution: ResolutionRow;
  readonly motion: MotionRow;
  readonly at: PlaceRow;
  /** The day it is there. */
  readonly today: Day;
}

/** The same of a resolution that was found, for whoever has been found to be allowed to. */
export async function resolved(work: UnitOfWork, found: ResolutionRow): Promise<Resolved> {
  const [motion] = await motionById.read(work.db, found.communityId, [found.motionId]);
  if (!motion) throw new Error(`Resolution ${found.id} came of no motion`);
  const at = await needPlace(work, motion.placeId, ['resolutionId']);
  const resolution = await holdResolution(work, found);
  return { resolution, motion, at, today: dayOf(work.now, at.timeZone) };
}

/** The resolution that an input names, for who may do this with it by the table of layers (B3). */
export async function resolutionFor(
  work: UnitOfWork,
  resolutionId: string,
  act: Act,
): Promise<Resolved> {
  const found = await needResolution(work, resolutionId);
  const [motion] = await motionById.read(work.db, found.communityId, [found.motionId]);
  const at = await needPlace(work, motion?.placeId ?? found.communityId, ['resolutionId']);
  authorise(work.actor, mayAct(work.actor, at, act, affairsOf(at)));
  return await resolved(work, found);
}

/** A resolution that stands and has not been executed; else `RESOLUTION_STATE`. */
export function refuseEnded(
  { state, lapsesOn }: ResolutionRow,
  today: Day,
  path: readonly string[] = ['resolutionId'],
): void {
  if (state !== 'adopted') throw new Refusal('RESOLUTION_STATE', { state }, path);
  if (today >= lapsesOn) throw new Refusal('RESOLUTION_STATE', { state: 'lapsed' }, path);
}
