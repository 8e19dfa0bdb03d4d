import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, refuseOtherStep } from './at-step';
import { FundProjectRow } from './fund-project.entity';

export interface WeighFundProject {
  readonly projectId: string;
  /** 1 to 5. */
  readonly urgency: number;
}

const MOST_URGENT = 5;

/**
 * Says how urgent a project is, 1 to 5, when projects are sorted and discussed; the other criteria
 * are counted (C3, step 3 and 4; those who act at the step). Refuses: `ID_UNKNOWN`,
 * `PROJECT_ENDED`, `STEP_ELSEWHERE`, `URGENCY_RANGE`.
 */
export async function weighFundProject(
  work: UnitOfWork,
  { projectId, urgency }: WeighFundProject,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, projectId);
  refuseOtherStep(stands, 'weighed');
  if (!Number.isInteger(urgency) || urgency < 1 || urgency > MOST_URGENT)
    throw new Refusal('URGENCY_RANGE', { most: MOST_URGENT }, ['urgency']);
  const { communityId, id } = stands.project;
  const weighed = { urgency, weighedBy: personOf(work.actor), weighedAt: work.now };
  await work.db.update(FundProjectRow, { communityId, id }, weighed);
  return { ...stands.project, ...weighed };
}
