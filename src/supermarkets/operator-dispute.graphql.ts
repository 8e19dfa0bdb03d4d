import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import type { DisputeAnswer } from './answer-dispute';
import type { DisputeState } from './operator-dispute.entity';
import { operatorStatementReader } from './operator-statement.graphql';
import type { DisputeDecision } from './settle-dispute';

export const OperatorDisputeStateEnum = enumType<DisputeState>(
  'OperatorDisputeState',
  'How far the dispute of a line is.',
  {
    raised: 'The operator has to answer.',
    insisted: 'The operator insists; the board has to decide.',
    reduced: 'The disputed part went back to the pool.',
    kept: 'The line stands, and is paid like any other.',
  },
);

export const DisputeAnswerEnum = enumType<DisputeAnswer>(
  'OperatorDisputeAnswer',
  'What an operator answers to a dispute.',
  {
    accept: 'The disputed part is not owed.',
    insist: 'The line is right; the board shall decide.',
  },
);

export const DisputeDecisionEnum = enumType<DisputeDecision>(
  'OperatorDisputeDecision',
  'How a board decides a dispute.',
  {
    reduce: 'The disputed part is not owed, and goes back to the pool.',
    keep: 'The line stands.',
  },
);

@ObjectType({
  implements: Node,
  description:
    "A line of an operator's statement that the foundation does not take as it stands. The disputed " +
    'part waits, apart from what is owed.',
})
@Allow(operatorStatementReader)
export class OperatorDispute extends Node {
  @Field(() => OperatorDisputeStateEnum, { description: 'How far it is.' })
  state!: DisputeState;

  @Field(() => Int, {
    nullable: true,
    description: 'Disputed pieces; null where only the amount is disputed.',
  })
  pieces!: number | null;

  @Field(() => String, { description: 'Why it was disputed.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the operator says to it.' })
  answer!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When the operator answered.' })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the board decided so.' })
  decision!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When the board decided.' })
  decidedAt!: Date | null;
}

export const OperatorDisputeConnection = connectionOf(OperatorDispute);
