import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { Day } from '../kernel/calendar';
import { RESOLUTION_STATES, type ResolutionState } from './states';

export const ResolutionStateEnum = enumType<ResolutionState>(
  'ResolutionState',
  'What became of a resolution.',
  RESOLUTION_STATES,
);

@ObjectType({
  implements: Node,
  description:
    'What a council has resolved (决议, row C1): shown to the public for some days, in which ' +
    'residents may object, and then executed once.',
})
@Allow(anyone)
export class Resolution extends Node {
  @Field(() => Int, { description: "Which of its council's resolutions, from 1." })
  number!: number;

  @Field(() => MomentScalar, { description: 'When it was written down.' })
  adoptedAt!: Date;

  @Field(() => DayScalar, {
    description: 'The first day on which it may be executed; until then residents may object.',
  })
  noticeUntil!: Day;

  @Field(() => DayScalar, { description: 'The first day on which it stands no longer.' })
  lapsesOn!: Day;

  @Field(() => ResolutionStateEnum, { description: 'What became of it.' })
  state!: ResolutionState;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was executed, set aside or given up.',
  })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was set aside or given up.' })
  endedBecause!: string | null;
}

export const ResolutionConnection = connectionOf(Resolution);

@ObjectType({
  implements: Node,
  description: 'What a resident says against a resolution while it is shown, and the answer.',
})
@Allow(anyone)
export class Objection extends Node {
  @Field(() => String, { description: 'What is said.' })
  text!: string;

  @Field(() => MomentScalar, { description: 'When.' })
  raisedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The answer; null while it waits.' })
  answer!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was found right.' })
  upheld!: boolean | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;
}

export const ObjectionConnection = connectionOf(Objection);

@ObjectType({ description: 'A time when a resolution could not be executed, and why.' })
@Allow(anyone)
export class ExecutionAttempt {
  @Field(() => String, { description: 'The reason, stable for programs: `POOL_SHORT`.' })
  code!: string;

  @Field(() => MomentScalar, { description: 'When it was tried.' })
  triedAt!: Date;
}

export const ExecutionAttemptConnection = connectionOf(ExecutionAttempt);
