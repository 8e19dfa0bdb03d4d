import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Money } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { inCommunity } from '../society/society.policy';
import type { Settlement } from './settlement.reader';
import { mayReadCosts } from './supermarkets.policy';

export const settlementReader = inCommunity<Settlement>(
  "The store's staff, and readers of the place's books.",
  (actor, at, { operatorId }) => mayReadCosts(actor, at, operatorId),
);

@ObjectType({
  implements: Node,
  description: "A foundation's payment to a store's operator for a month: one entry in the books.",
})
@Allow(settlementReader)
export class OperatorSettlement extends Node {
  @Field(() => String, { description: 'The month it was for: `2026-11`.' })
  month!: string;

  @Field(() => Money, { description: 'What was paid.' })
  amount!: Money;

  @Field(() => MomentScalar, { description: 'When it was paid.' })
  settledAt!: Date;
}

@InputType({ description: 'A month of a store to settle.' })
export class SettleOperatorInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => String, { description: 'The month, which must have ended: `2026-11`.' })
  month!: string;
}

@ObjectType({ description: 'The settlement that was recorded.' })
export class SettleOperatorPayload extends Payload {
  @Field(() => OperatorSettlement, {
    nullable: true,
    description: 'The settlement; null if refused.',
  })
  settlement?: OperatorSettlement;
}
