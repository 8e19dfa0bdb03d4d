import { lockApplication } from '../grants/application.reader';
import { decideApplication } from '../grants/decide-application';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { endMotion } from '../motions/end-motion';
import { endResolution } from '../motions/end-resolution';
import { holdMotion } from '../motions/hold-motion';
import { resolved } from '../motions/resolution-for';
import { resolutionsOfMotion } from '../motions/resolution.reader';
import type { FundProjectRow } from './fund-project.entity';

/** What a project has asked its fund for and was not given is taken back. */
export async function takeBackAsked(
  work: UnitOfWork,
  { communityId, applicationId }: FundProjectRow,
): Promise<void> {
  if (applicationId === null) return;
  const application = await lockApplication(work, { communityId, id: applicationId });
  if (application.state === 'submitted') await decideApplication(work, application, 'withdrawn');
}

/**
 * The motion of a project that goes back or is dropped goes no further, nor does what was resolved
 * and not executed. While members vote on it nobody takes it away from them: `COUNCIL_VOTES`.
 */
export async function endMotionOf(
  work: UnitOfWork,
  { communityId, motionId }: FundProjectRow,
  because: string,
): Promise<void> {
  if (motionId === null) return;
  const motion = await holdMotion(work, { communityId, id: motionId });
  if (motion.state === 'voting') throw new Refusal('COUNCIL_VOTES', {}, ['projectId']);
  if (motion.state === 'admitted')
    await endMotion(work, motion, { state: 'withdrawn', mergedInto: null, because });
  const [last] = await resolutionsOfMotion.read(work.db, communityId, [motionId]);
  if (last?.state !== 'adopted') return;
  const { resolution } = await resolved(work, last);
  await endResolution(work, resolution, 'lapsed', because);
}
