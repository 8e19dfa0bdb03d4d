import { affairsOf, mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { ProjectRow, type ProjectOutcome } from './project.entity';
import { holdProject, needProject, stepsOfProject } from './project.reader';

export interface EndProject {
  readonly projectId: string;
  readonly outcome: ProjectOutcome;
  readonly result: string;
}

/**
 * Ends a project with what it came to; one whose steps are not all done has not reached its goal
 * wholly (N4; who leads or executes there by the table of layers, and nobody of the organisation
 * that answers for it). Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `TEXT_LENGTH`,
 * `PROJECT_ENDED`, `STEPS_OPEN`.
 */
export async function endProject(work: UnitOfWork, input: EndProject): Promise<ProjectRow> {
  const found = await needProject(work, input.projectId);
  const at = await needPlace(work, found.placeId, ['projectId']);
  authorise(work.actor, mayAct(work.actor, at, 'endProject', affairsOf(at)));
  if (work.actor.standings.some(({ organisationId }) => organisationId === found.organisationId))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, ['projectId']);
  const result = readReason(input.result, ['result']);
  const project = await holdProject(work, found, ['projectId']);
  const { communityId, id } = project;
  const steps = await stepsOfProject.read(work.db, communityId, [id]);
  const open = steps.filter(({ doneOn }) => doneOn === null).length;
  if (input.outcome === 'reached' && open > 0)
    throw new Refusal('STEPS_OPEN', { open }, ['outcome']);
  const ended = {
    ...{ outcome: input.outcome, result },
    ...{ endedBy: work.actor.personId, endedAt: work.now },
  };
  await work.db.update(ProjectRow, { communityId, id }, ended);
  return { ...project, ...ended };
}
