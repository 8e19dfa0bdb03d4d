import { grantById } from '../grants/grant.reader';
import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep } from './at-step';
import { FundProjectRow } from './fund-project.entity';
import { endMotionOf, refuseAsking, takeBackAsked } from './set-aside';

export interface DropFundProject {
  readonly projectId: string;
  readonly reason: string;
}

/**
 * Gives a project up before money was awarded to it, with a reason that everybody reads (those who
 * act at the step). Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`, `TEXT_LENGTH`, `MONEY_AWARDED`,
 * `HOUSEHOLDS_VOTE`, `COUNCIL_VOTES`.
 */
export async function dropFundProject(
  work: UnitOfWork,
  input: DropFundProject,
): Promise<FundProjectRow> {
  const { project } = await projectAtStep(work, input.projectId);
  const droppedBecause = readReason(input.reason, ['reason']);
  const { communityId, id, applicationId } = project;
  const [grant] = await grantById.read(work.db, communityId, applicationId ? [applicationId] : []);
  if (grant) throw new Refusal('MONEY_AWARDED', {}, ['projectId']);
  await refuseAsking(work, project);
  await endMotionOf(work, project, droppedBecause);
  await takeBackAsked(work, project);
  const ended = { endedBy: personOf(work.actor), endedAt: work.now, droppedBecause };
  await work.db.update(FundProjectRow, { communityId, id }, { state: 'dropped', ...ended });
  return { ...project, state: 'dropped', ...ended };
}
