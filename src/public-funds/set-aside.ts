import { ballotById } from '../ballots/ballot.reader';
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

/** While households are asked nobody takes a project away from them: `HOUSEHOLDS_VOTE`. */
export async function refuseAsking(
  work: UnitOfWork,
  { communityId, ballotId }: FundProjectRow,
): Promise<void> {
  const [asked] = await ballotById.read(work.db, communityId, ballotId ? [ballotId] : []);
  if (asked?.closedAt === null) throw new Refusal('HOUSEHOLDS_VOTE', {}, ['projectId']);
}

/** What was seen or scored of a project before counts no more. */
export async function setAside(
  work: UnitOfWork,
  { communityId, id }: FundProjectRow,
  table: 'fund_visit' | 'fund_evaluation',
): Promise<void> {
  await work.db.query(
    `update ${table} set set_aside_at = $3
     where community_id = $1 and project_id = $2 and set_aside_at is null`,
    [communityId, id, work.now],
  );
}
