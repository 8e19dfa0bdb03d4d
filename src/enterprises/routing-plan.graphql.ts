import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { CurrencyEnum } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';

@ObjectType({ description: "A pool's weight in a plan." })
@Allow(withParent)
export class RoutingShare {
  @Field(() => Int, { description: 'Its part of all weights of the plan.' })
  weight!: number;
}

@ObjectType({
  implements: Node,
  description: "How an enterprise's remittances are split over pools from a day on.",
})
@Allow(anyone)
export class RoutingPlan extends Node {
  @Field(() => CurrencyEnum, { description: 'The currency of its pools.' })
  currency!: Currency;

  @Field(() => DayScalar, { description: 'The first day on which it holds.' })
  validFrom!: Day;

  @Field(() => Int, { description: 'Of several plans for one day the one set last holds.' })
  version!: number;

  @Field(() => MomentScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const RoutingPlanConnection = connectionOf(RoutingPlan);

@InputType({ description: 'A pool and its weight.' })
export class RoutingShareInput {
  @Field(() => ID, { description: 'An open pool, in any set of books.' })
  poolId!: string;

  @Field(() => Int, { description: 'Its weight, 1 to 1,000,000.' })
  weight!: number;
}

@InputType({ description: 'How remittances are to be split from a day on.' })
export class SetRoutingPlanInput {
  @Field(() => ID, { description: 'The social enterprise (Organisation).' })
  enterpriseId!: string;

  @Field(() => ID, { description: "The Place in whose books the enterprise's promises stand." })
  communityId!: string;

  @Field(() => DayScalar, {
    description: 'Its first day: today or later; the first plan may begin in the past.',
  })
  validFrom!: Day;

  @Field(() => [RoutingShareInput], {
    description: '1 to 20 pools of one currency, each once. Odd minor units go to the earlier.',
  })
  shares!: RoutingShareInput[];
}

@ObjectType({ description: 'The plan that was set.' })
export class SetRoutingPlanPayload extends Payload {
  @Field(() => RoutingPlan, { nullable: true, description: 'The plan; null if refused.' })
  plan?: RoutingPlan;
}
