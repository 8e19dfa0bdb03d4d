import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { ParticipationModeEnum, type ParticipationMode } from '../society/participation-mode';
import type { ProjectOutcome } from './project.entity';
import { Project, ProjectOutcomeEnum, ProjectStep } from './project.graphql';

@InputType({ description: 'A step to plan.' })
export class PlannedStepInput {
  @Field(() => String, { description: 'What is to be done, 1 to 100 characters.' })
  title!: string;

  @Field(() => DayScalar, { description: 'By when; not before the step that comes first.' })
  dueOn!: Day;
}

@InputType({ description: 'A micro-project to open.' })
export class OpenProjectInput {
  @Field(() => ID, { description: 'The community, or the courtyard or grid of it (Place).' })
  placeId!: string;

  @Field(() => ID, {
    description:
      'Who answers for it (Organisation): a self-organisation, a social organisation or ' +
      "enterprise, the residents' committee or the service station, that sits there or above.",
  })
  organisationId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'What is to be reached, 1 to 2,000 characters.' })
  goal!: string;

  @Field(() => String, { description: 'Why there are people for it, 1 to 2,000 characters.' })
  people!: string;

  @Field(() => String, { description: 'Where material comes from, 1 to 2,000 characters.' })
  material!: string;

  @Field(() => String, { description: 'What it costs and who pays, 1 to 2,000 characters.' })
  money!: string;

  @Field(() => String, { description: 'Why it lasts, 1 to 2,000 characters.' })
  sustainability!: string;

  @Field(() => ParticipationModeEnum, { description: 'How people come to take part.' })
  mode!: ParticipationMode;

  @Field(() => [PlannedStepInput], { description: 'The plan, 1 to 30 steps.' })
  steps!: PlannedStepInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The Grant that pays for it, if there is one: awarded to the organisation above.',
  })
  grantId?: string | null;
}

@ObjectType({ description: 'The project that was opened.' })
export class OpenProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'The project; null if refused.' })
  project?: Project;
}

@InputType({ description: 'A step that is done.' })
export class RecordProjectStepInput {
  @Field(() => ID, { description: 'The ProjectStep.' })
  stepId!: string;

  @Field(() => DayScalar, { description: 'When it was done, today at the latest.' })
  doneOn!: Day;

  @Field(() => String, { description: 'What came of it, 1 to 2,000 characters.' })
  note!: string;
}

@ObjectType({ description: 'The step that is done.' })
export class RecordProjectStepPayload extends Payload {
  @Field(() => ProjectStep, { nullable: true, description: 'The step; null if refused.' })
  step?: ProjectStep;
}

@InputType({ description: 'A project to end.' })
export class EndProjectInput {
  @Field(() => ID, { description: 'The Project.' })
  projectId!: string;

  @Field(() => ProjectOutcomeEnum, { description: 'What it came to.' })
  outcome!: ProjectOutcome;

  @Field(() => String, { description: 'The same in words, 1 to 2,000 characters.' })
  result!: string;
}

@ObjectType({ description: 'The project that ended.' })
export class EndProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'The project; null if refused.' })
  project?: Project;
}
