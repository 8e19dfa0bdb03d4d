import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { whoMay } from '../councils/layers';
import { endProject } from './end-project';
import { openProject } from './open-project';
import {
  EndProjectInput,
  EndProjectPayload,
  OpenProjectInput,
  OpenProjectPayload,
  RecordProjectStepInput,
  RecordProjectStepPayload,
} from './project-acts.graphql';
import { recordProjectStep } from './record-project-step';

@Resolver()
export class ProjectActsResolver {
  @Mutation(() => OpenProjectPayload, {
    description:
      'Opens a micro-project with its goal, its plan and why it can be done. Codes: ID_UNKNOWN, ' +
      'RESOLUTION_NEEDED, PLACE_KIND, ORGANISATION_KIND, NOT_HERE, TEXT_LENGTH, LIST_LENGTH, ' +
      'DAY_UNREADABLE, STEP_ORDER, OTHER_COMMUNITY, GRANT_OF_ANOTHER.',
  })
  @Allow(byCommand(`${whoMay('openProject')}; and who executes a resolution that says so`))
  async openProject(
    @Arg('input', () => OpenProjectInput) input: OpenProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ project: await openProject(work, input) }));
  }

  @Mutation(() => RecordProjectStepPayload, {
    description:
      'Tells that a step of a project is done. Codes: ID_UNKNOWN, DAY_UNREADABLE, DAY_FUTURE, ' +
      'TEXT_LENGTH, PROJECT_ENDED, STEP_DONE.',
  })
  @Allow(byCommand('The lead of the organisation that answers for it, and cadres of its place'))
  async recordProjectStep(
    @Arg('input', () => RecordProjectStepInput) input: RecordProjectStepInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ step: await recordProjectStep(work, input) }));
  }

  @Mutation(() => EndProjectPayload, {
    description:
      'Ends a project with what it came to. Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, ' +
      'TEXT_LENGTH, PROJECT_ENDED, STEPS_OPEN.',
  })
  @Allow(byCommand(`${whoMay('endProject')}, and nobody of the organisation that answers for it`))
  async endProject(
    @Arg('input', () => EndProjectInput) input: EndProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ project: await endProject(work, input) }));
  }
}
