import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import type { OperatorStatementRow } from './operator-statement.entity';
import { inStore, mayReadCosts } from './supermarkets.policy';

export type StatementState = 'issued' | 'checked' | 'settled';

export const OperatorStatementStateEnum = enumType<StatementState>(
  'OperatorStatementState',
  "How far an operator's statement is.",
  {
    issued: 'The foundation has to check it.',
    checked: 'The foundation accepts it, but for what it disputes; something is left to pay.',
    settled: 'Nothing of it is left to pay or to decide.',
  },
);

export const operatorStatementReader = inStore<
  Pick<OperatorStatementRow, 'communityId' | 'storeId'>
>("The store's staff, and readers of the place's books.", ({ storeId }) => storeId, mayReadCosts);

@ObjectType({ description: "Pieces of a product at one cost in an operator's statement." })
@Allow(withParent)
export class OperatorStatementLine {
  @Field(() => Int, { description: 'Its number in the statement, from 1.' })
  line!: number;

  @Field(() => Int, { description: 'Pieces exchanged, those that were voided included.' })
  pieces!: number;

  @Field(() => Int, { description: 'Pieces of exchanges that were voided.' })
  voided!: number;
}

@ObjectType({
  implements: Node,
  description:
    "What a store's pool came to owe its operator for a month's exchanges of the operator's own " +
    'goods. Its lines never change: what is recorded or voided later stands in the next one of the ' +
    'month.',
})
@Allow(operatorStatementReader)
export class OperatorStatement extends Node {
  @Field(() => Int, { description: "Its number, without a gap in the place's books." })
  number!: number;

  @Field(() => String, { description: 'The month: `2026-11`.' })
  month!: string;

  @Field(() => Int, { description: "1 is the month's statement; later ones state what came late." })
  part!: number;

  @Field(() => MomentScalar, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When the foundation accepted it.' })
  checkedAt!: Date | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when nothing of it is left to pay or to decide.',
  })
  settledAt!: Date | null;
}

export const OperatorStatementConnection = connectionOf(OperatorStatement);

@ObjectType({
  description:
    "Where a month of a store stands between its operator and the foundation: what the month's " +
    'exchanges came to is paid, taken back, or open.',
})
@Allow(withParent)
export class OperatorMonth {
  @Field(() => Money, { description: 'What the exchanges that stand came to.' })
  exchanged!: Money;

  @Field(() => Money, {
    description: 'What of it is in no checked statement; below zero: more was voided since.',
  })
  unchecked!: Money;

  @Field(() => Money, { description: 'What waits for a dispute to be decided.' })
  disputed!: Money;

  @Field(() => Money, { description: 'What disputes took back to the pool.' })
  reduced!: Money;

  @Field(() => Money, { description: 'What was paid.' })
  paid!: Money;

  @Field(() => Money, { description: 'What may be paid now: checked, and not in dispute.' })
  payable!: Money;
}
