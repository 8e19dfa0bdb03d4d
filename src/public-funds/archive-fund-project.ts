import { hash } from 'node:crypto';
import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { passStep, refuseIncomplete } from './advance-fund-project';
import { archiveContent } from './archive-content';
import { projectAtStep } from './at-step';
import { FundArchiveRow } from './fund-archive.entity';
import { FundProjectRow } from './fund-project.entity';

export interface ArchiveFundProject {
  readonly projectId: string;
}

/**
 * Passes the last step of a project, and keeps all of it as one file; nothing of it is changed
 * afterwards (C3, step 9; those who act at the step). Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`,
 * `STEPS_LEFT`, `STEP_INCOMPLETE`.
 */
export async function archiveFundProject(
  work: UnitOfWork,
  { projectId }: ArchiveFundProject,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, projectId);
  const { project, step, steps } = stands;
  const left = steps.length - step.n;
  if (left > 0) throw new Refusal('STEPS_LEFT', { left }, ['projectId']);
  await refuseIncomplete(work, stands);
  const { communityId, id } = project;
  const content = JSON.stringify(await archiveContent(work, stands), null, 2);
  await passStep(work, stands);
  const ended = { endedBy: personOf(work.actor), endedAt: work.now };
  await work.db.update(FundProjectRow, { communityId, id }, { state: 'archived', ...ended });
  await work.db.insert(FundArchiveRow, {
    ...{ communityId, projectId: id, content, sha256: hash('sha256', content) },
    archivedAt: work.now,
  });
  return { ...project, state: 'archived', ...ended };
}
