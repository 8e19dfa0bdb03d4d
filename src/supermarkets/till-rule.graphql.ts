import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { PriorityGroup } from '../society/resident-priority.entity';
import { PriorityGroupEnum } from '../society/society.enums';
import type { TillRuleKind } from './till-rule.entity';

export const TillRuleKindEnum = enumType<TillRuleKind>(
  'TillRuleKind',
  'What a rule of the till is about.',
  {
    minimum_age: 'Goods are given from an age on; the value is in years.',
    blackout: 'No goods are given; the value is 1.',
    priority_price: 'What a priority group pays; the value is the percentage of the price.',
    usual_quantity:
      'How many pieces at once are usual, of a class of goods together, or without one of any one ' +
      'product; the value is in pieces. More is pointed out and not refused.',
  },
);

@ObjectType({
  description:
    'A version of a rule that tills follow from a moment on. It is never changed: a later version ' +
    'takes its place.',
})
@Allow(anyone)
export class TillRule {
  @Field(() => TillRuleKindEnum, { description: 'What it is about.' })
  kind!: TillRuleKind;

  @Field(() => PriorityGroupEnum, {
    nullable: true,
    description: 'For whom a price holds: households to which somebody of this group belongs.',
  })
  priorityGroup!: PriorityGroup | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Years, a percentage rounded up to whole credits, or pieces; null: it is taken back.',
  })
  value!: number | null;

  @Field(() => MomentScalar, { description: 'From when it holds.' })
  validFrom!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'Until when, if it ends by itself.' })
  validUntil!: Date | null;

  @Field(() => MomentScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const TillRuleConnection = connectionOf(TillRule);

@InputType({ description: 'What tills are to follow.' })
export class SetTillRuleInput {
  @Field(() => ID, { description: 'The community.' })
  communityId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A store, whose own rule goes before the community’s; left out: every store.',
  })
  storeId?: string | null;

  @Field(() => TillRuleKindEnum, { description: 'What it is about.' })
  kind!: TillRuleKind;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a class of goods; left out: all goods.',
  })
  productClass?: string | null;

  @Field(() => PriorityGroupEnum, {
    nullable: true,
    description: 'The group that a price is for; for prices only.',
  })
  priorityGroup?: PriorityGroup | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Years (1 to 120), a percentage (1 to 100), pieces (1 to 1,000), or 1; left out: it is taken ' +
      'back.',
  })
  value?: number | null;

  @Field(() => MomentScalar, { nullable: true, description: 'From when on; left out: now.' })
  from?: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'Until when; left out: for good.' })
  until?: Date | null;
}

@ObjectType({ description: 'The rule that was set.' })
export class SetTillRulePayload extends Payload {
  @Field(() => TillRule, { nullable: true, description: 'The rule; null if refused.' })
  rule?: TillRule;
}
