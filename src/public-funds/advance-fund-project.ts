import { personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, type AtStep } from './at-step';
import { factsOf } from './facts';
import { FundProjectRow } from './fund-project.entity';
import { FundStepEventRow } from './fund-step-event.entity';
import { FundStepRow } from './fund-step.entity';
import { loadsOf } from './loads';
import { missingFor } from './missing';

export interface AdvanceFundProject {
  readonly projectId: string;
}

/**
 * Passes the step that a project stands at when nothing is missing, and begins the next (C3; those
 * who act at the step). The last step is passed by the archive. Refuses: `ID_UNKNOWN`,
 * `PROJECT_ENDED`, `LAST_STEP`, `STEP_INCOMPLETE`.
 */
export async function advanceFundProject(
  work: UnitOfWork,
  { projectId }: AdvanceFundProject,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, projectId);
  const { project, step, steps } = stands;
  if (step.n === steps.length) throw new Refusal('LAST_STEP', {}, ['projectId']);
  await refuseIncomplete(work, stands);
  const { communityId, id } = project;
  const next = step.n + 1;
  await passStep(work, stands);
  await work.db.update(
    FundStepRow,
    { communityId, projectId: id, n: next },
    { since: work.now, passedAt: null, passedBy: null },
  );
  await work.db.update(FundProjectRow, { communityId, id }, { step: next });
  await work.db.insert(FundStepEventRow, {
    ...{ communityId, id: newId(), projectId: id, kind: 'passed', step: step.n, toStep: next },
    ...{ reason: null, urgency: null, ballotId: null, motionId: null },
    ...{ by: personOf(work.actor), at: work.now },
  });
  return { ...project, step: next };
}

/** Refuses while something is missing, and tells what: `STEP_INCOMPLETE`. */
export async function refuseIncomplete(work: UnitOfWork, stands: AtStep): Promise<void> {
  const facts = await factsOf(loadsOf(work), stands.project);
  const missing = missingFor(facts, stands.step, stands.today);
  if (missing.length > 0)
    throw new Refusal('STEP_INCOMPLETE', { count: missing.length, missing }, ['projectId']);
}

/** Writes down that the step at which a project stands is passed. */
export async function passStep(work: UnitOfWork, { project, step }: AtStep): Promise<void> {
  await work.db.update(
    FundStepRow,
    { communityId: project.communityId, projectId: project.id, n: step.n },
    { passedAt: work.now, passedBy: personOf(work.actor) },
  );
}
