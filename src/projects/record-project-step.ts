import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { needRow } from '../kernel/need-row';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { tellsOf } from './project.policy';
import { holdProject, projectById, stepById } from './project.reader';
import { ProjectStepRow } from './project-step.entity';

export interface RecordProjectStep {
  readonly stepId: string;
  readonly doneOn: Day;
  readonly note: string;
}

/**
 * Tells that a step of a project is done, on which day, and what came of it (N4; the lead of the
 * organisation that answers for it, and cadres of its place). Refuses: `ID_UNKNOWN`,
 * `DAY_UNREADABLE`, `DAY_FUTURE`, `TEXT_LENGTH`, `PROJECT_ENDED`, `STEP_DONE`.
 */
export async function recordProjectStep(
  work: UnitOfWork,
  input: RecordProjectStep,
): Promise<ProjectStepRow> {
  const path = ['stepId'];
  const asked = { type: 'ProjectStep', globalId: input.stepId, path };
  const found = await needRow(work, stepById, asked);
  const { communityId, id, projectId } = found;
  const [project] = await projectById.read(work.db, communityId, [projectId]);
  if (!project) throw new Error(`Step ${id} is of no project`);
  const at = await needPlace(work, project.placeId, path);
  authorise(work.actor, tellsOf(work.actor, at, project));
  const doneOn = readDay(input.doneOn, ['doneOn']);
  const today = dayOf(work.now, at.timeZone);
  if (doneOn > today) throw new Refusal('DAY_FUTURE', { today }, ['doneOn']);
  const note = readReason(input.note, ['note']);
  await holdProject(work, project, path);
  const step = await needRow(work, stepById, asked);
  if (step.doneOn !== null) throw new Refusal('STEP_DONE', {}, path);
  const done = { doneOn, note, recordedBy: work.actor.personId, recordedAt: work.now };
  await work.db.update(ProjectStepRow, { communityId, id }, done);
  return { ...step, ...done };
}
