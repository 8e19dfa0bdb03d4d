import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { Place } from '../society/place.graphql';
import type { Thanks } from './goods-thanks.entity';
import { Lot } from './lot.graphql';

export const ThanksEnum = enumType<Thanks>('Thanks', 'How a giver of goods is thanked.', {
  credits: 'With credits, by the value of the goods (以慈善换福利).',
  acknowledgement: 'With an acknowledgement: the goods are given for nothing.',
});

@ObjectType({ description: 'How the giver of a lot was thanked: in one way, never in both.' })
@Allow(withParent)
export class GoodsThanks {
  @Field(() => ThanksEnum, { description: 'In which way.' })
  thanks!: Thanks;

  @Field(() => Int, { nullable: true, description: 'Whole credits; null: it earned none.' })
  credits!: number | null;

  @Field(() => MomentScalar, { description: 'When it was decided.' })
  decidedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was taken back, if it was.' })
  reversedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  reason!: string | null;
}

@InputType({ description: 'Credits for goods to take back.' })
export class ReverseGoodsThanksInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The lot for whose goods they were given.' })
  lotId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What a piece earns a resident who gives it.' })
export class SetGoodsValueInput {
  @Field(() => ID, { description: 'The community (Place) whose stores receive the goods.' })
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'The product; or else a class.' })
  productId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The code of an allowance's class, for all of its products without their own.",
  })
  allowanceClass?: string | null;

  @Field(() => Int, { description: 'Whole credits for a piece, 1 to 10,000.' })
  credits!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day on which it holds, today or later; left out: today.',
  })
  validFrom?: Day | null;
}

@ObjectType({ description: 'The community whose values were set.' })
export class SetGoodsValuePayload extends Payload {
  @Field(() => Place, { nullable: true, description: 'The community; null if refused.' })
  community?: Place;
}

@InputType({ description: 'Who gave the goods of a lot, and how they are thanked.' })
export class ThankForGoodsInput {
  @Field(() => ID, { description: 'The lot: given, and by no organisation.' })
  lotId!: string;

  @Field(() => ID, { description: 'The resident who gave them.' })
  residentId!: string;

  @Field(() => ThanksEnum, { description: 'With credits or with an acknowledgement.' })
  thanks!: Thanks;
}

@ObjectType({ description: 'The lot whose giver was thanked.' })
export class ThankForGoodsPayload extends Payload {
  @Field(() => Lot, { nullable: true, description: 'The lot; null if refused.' })
  lot?: Lot;
}

@ObjectType({ description: 'The lot for which credits were taken back.' })
export class ReverseGoodsThanksPayload extends Payload {
  @Field(() => Lot, { nullable: true, description: 'The lot; null if refused.' })
  lot?: Lot;
}
