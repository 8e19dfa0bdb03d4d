import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Evaluator } from './fund-evaluation.entity';
import type { FundProjectState, FundUse } from './fund-project.entity';
import type { StepEvent } from './fund-step-event.entity';
import {
  CriterionEnum,
  FundDocumentKindEnum,
  FundNeedEnum,
  FundProjectStateEnum,
  FundUseEnum,
  StepEventEnum,
} from './fund-words.graphql';
import type { FundNeed } from './missing';
import type { FundDocumentKind } from './procedure-spec';
import type { Criterion } from './ranking';

/** How far a step of a project is. */
export type StepState = 'passed' | 'current' | 'waiting';
export const StepStateEnum = enumType<StepState>('FundStepState', 'How far a step is.', {
  passed: 'It is passed.',
  current: 'The project stands at it.',
  waiting: 'The project has not come to it, or was sent back behind it.',
});

@ObjectType({ description: 'Something that is missing before a step can be passed.' })
@Allow(withParent)
export class FundMissing {
  @Field(() => FundNeedEnum, { description: 'What.' })
  need!: FundNeed;

  @Field(() => FundDocumentKindEnum, {
    nullable: true,
    description: 'Which document; null where it is something else.',
  })
  document!: FundDocumentKind | null;

  @Field(() => Int, { description: 'How many there are.' })
  have!: number;

  @Field(() => Int, { description: 'How many there must be.' })
  needed!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day on which it can be there; null: somebody has to act.',
  })
  from!: Day | null;
}

@ObjectType({ implements: UserError, description: 'Something is missing at the step.' })
@Allow(withParent)
@RichRefusal('STEP_INCOMPLETE')
export class StepIncomplete extends UserError {
  @Field(() => [FundMissing], { description: 'What is missing.' })
  missing!: FundMissing[];
}

@ObjectType({ description: 'A step of a project, as its procedure had it when it began.' })
@Allow(withParent)
export class FundStep {
  @Field(() => Int, { description: 'Its place, from 1.' })
  n!: number;

  @Field(() => String, { description: 'Its name for programs: `publicity`.' })
  code!: string;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when the project has stood at it, the last time; null: it has not.',
  })
  since!: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was passed; null: not yet.' })
  passedAt!: Date | null;
}

@ObjectType({ implements: Node, description: 'A project of a public fund (rows C2, C3).' })
@Allow(anyone)
export class FundProject extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => FundUseEnum, { description: 'Which of the six uses it is.' })
  purpose!: FundUse;

  @Field(() => FundProjectStateEnum, { description: 'How far it is.' })
  state!: FundProjectState;

  @Field(() => Int, { nullable: true, description: 'How urgent it is, 1 to 5; null: not weighed.' })
  urgency!: number | null;

  @Field(() => MomentScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was archived or dropped.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was dropped, if it was.' })
  droppedBecause!: string | null;
}

export const FundProjectConnection = connectionOf(FundProject);

@ObjectType({ description: 'That a project passed a step, or was sent back from it.' })
@Allow(withParent)
export class FundStepEvent {
  @Field(() => StepEventEnum, { description: 'Which of the two.' })
  kind!: StepEvent;

  @Field(() => Int, { description: 'At which step it stood.' })
  step!: number;

  @Field(() => Int, { description: 'At which it stood then.' })
  toStep!: number;

  @Field(() => String, { nullable: true, description: 'Why it was sent back.' })
  reason!: string | null;

  @Field(() => MomentScalar, { description: 'When.' })
  at!: Date;
}

export const FundStepEventConnection = connectionOf(FundStepEvent);

@ObjectType({ description: 'A line of the arithmetic by which a project is ranked.' })
@Allow(withParent)
export class RankLine {
  @Field(() => CriterionEnum, { description: 'By what.' })
  criterion!: Criterion;

  @Field(() => Int, {
    description: 'Points, 0 to 1,000: value ÷ whole, rounded down; of MONEY_NEEDED, 1,000 less it.',
  })
  points!: number;

  @Field(() => Int, { description: 'How much the criterion counts.' })
  weight!: number;
}

@ObjectType({ description: 'Where a project stands among those of its fund, with the arithmetic.' })
@Allow(withParent)
export class RankedProject {
  @Field(() => Int, { description: '1 is first; equal scores share a rank.' })
  rank!: number;

  @Field(() => Int, { description: 'The points by their weights, summed.' })
  score!: number;

  @Field(() => Int, { description: 'The most that a score can be.' })
  most!: number;

  @Field(() => [RankLine], { description: 'How the score comes about, line by line.' })
  lines!: RankLine[];

  @Field(() => FundProject, { description: 'The project.' })
  project!: FundProject;
}

export const EvaluatorEnum = enumType<Evaluator>('FundEvaluator', 'As what people score.', {
  resident: 'Residents of the community.',
  supervisor: 'Supervisors, auditors and members of the council that resolved it.',
});

@ObjectType({ description: 'How a project was scored in one dimension.' })
@Allow(withParent)
export class FundScore {
  @Field(() => String, { description: 'The dimension, by its code.' })
  dimension!: string;

  @Field(() => EvaluatorEnum, { description: 'By whom.' })
  evaluator!: Evaluator;

  @Field(() => Int, { description: 'How many people scored it.' })
  people!: number;

  @Field(() => String, { description: 'The mean of their points, 1 to 5, with two decimals.' })
  mean!: string;
}
