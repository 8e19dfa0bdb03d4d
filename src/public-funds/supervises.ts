import { councilOn, membersOn } from '../councils/members.reader';
import { motionById } from '../motions/motion.reader';
import type { MayAct } from './at-step';
import { isSupervisor } from './fund.policy';

/**
 * Who goes to see what is done with public money: supervisors of the fund, auditors of the street,
 * and members of the council that resolved it, who sit in it on that day.
 */
export const supervises: MayAct = async (work, { at, fund, project, today }) => {
  if (isSupervisor(work.actor, { at, fund })) return true;
  const { communityId, motionId } = project;
  const own = work.actor.residences.find((each) => each.communityId === communityId);
  if (!own || motionId === null) return false;
  const [motion] = await motionById.read(work.db, communityId, [motionId]);
  if (!motion) return false;
  const key = councilOn(motion.councilId, today.day);
  const members = await membersOn.read(work.db, communityId, [key]);
  return members.some(({ residentId }) => residentId === own.residentId);
};
