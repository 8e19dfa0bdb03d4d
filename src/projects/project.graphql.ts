import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { Day } from '../kernel/calendar';
import { ParticipationModeEnum, type ParticipationMode } from '../society/participation-mode';
import type { ProjectOutcome } from './project.entity';

export const ProjectOutcomeEnum = enumType<ProjectOutcome>(
  'ProjectOutcome',
  'What a project came to, as those say who did not run it.',
  {
    reached: 'Its goal was reached; all steps are done.',
    partly_reached: 'A part of its goal was reached.',
    not_reached: 'Its goal was not reached.',
  },
);

@ObjectType({
  implements: Node,
  description: 'A micro-project (微项目, row N4): goal, plan, who answers for it, evaluation.',
})
@Allow(anyone)
export class Project extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What is to be reached.' })
  goal!: string;

  @Field(() => String, { description: 'Why there are people for it.' })
  people!: string;

  @Field(() => String, { description: 'Where its material comes from.' })
  material!: string;

  @Field(() => String, { description: 'What it costs, and where that comes from.' })
  money!: string;

  @Field(() => String, { description: 'Why it lasts when it has ended.' })
  sustainability!: string;

  @Field(() => ParticipationModeEnum, { description: 'How people came to take part.' })
  mode!: ParticipationMode;

  @Field(() => MomentScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended, if it has.' })
  endedAt!: Date | null;

  @Field(() => ProjectOutcomeEnum, { nullable: true, description: 'What it came to.' })
  outcome!: ProjectOutcome | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  result!: string | null;
}

export const ProjectConnection = connectionOf(Project);

@ObjectType({ implements: Node, description: "A step of a project's plan." })
@Allow(anyone)
export class ProjectStep extends Node {
  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => DayScalar, { description: 'By when.' })
  dueOn!: Day;

  @Field(() => DayScalar, { nullable: true, description: 'When it was done; null: not yet.' })
  doneOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  note!: string | null;
}
