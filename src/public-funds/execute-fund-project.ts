import { Refusal } from '../kernel/refusal';
import { request, sameRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { executeResolutionFor, type Executed } from '../motions/execute-resolution-for';
import { resolved } from '../motions/resolution-for';
import { resolutionsOfMotion } from '../motions/resolution.reader';
import { projectAtStep, refuseOtherStep } from './at-step';
import type { FundProjectRow } from './fund-project.entity';

export interface ExecuteFundProject {
  readonly idempotencyKey: string;
  readonly projectId: string;
}

/** What came of it: the award, or what refused it. */
export interface FundProjectExecuted extends Executed {
  readonly project: FundProjectRow;
}

/**
 * Begins to carry out a project: the resolution of its council awards it what it asks for, in one
 * work with its mark (C3, step 6; those who act at the step). Where the fund has not enough, the
 * attempt is kept and can be made again. Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`,
 * `STEP_ELSEWHERE`, `NOT_RESOLVED`, `RESOLUTION_STATE`, `NOTICE_RUNS`, `OBJECTION_WAITING`,
 * `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function executeFundProject(
  work: UnitOfWork,
  input: ExecuteFundProject,
): Promise<FundProjectExecuted> {
  const asked = request('executeFundProject', input);
  const stands = await projectAtStep(work, input.projectId);
  refuseOtherStep(stands, 'money_awarded');
  const { communityId, motionId } = stands.project;
  const [last] = motionId ? await resolutionsOfMotion.read(work.db, communityId, [motionId]) : [];
  if (!last) throw new Refusal('NOT_RESOLVED', {}, ['projectId']);
  const found = await resolved(work, last);
  const { resolution } = found;
  if (resolution.key === asked.key && resolution.fingerprint) {
    sameRequest(resolution.fingerprint, asked);
    return { project: stands.project, resolution, refusal: null };
  }
  await refuseUsedKey(work, communityId, asked.key);
  return { project: stands.project, ...(await executeResolutionFor(work, found, asked)) };
}

/** A key that executed another resolution executes none any more. */
async function refuseUsedKey(work: UnitOfWork, communityId: string, key: string): Promise<void> {
  const used: unknown[] = await work.db.query(
    'select 1 from resolution where community_id = $1 and key = $2',
    [communityId, key],
  );
  if (used.length > 0) throw new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
}
