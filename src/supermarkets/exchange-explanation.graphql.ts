import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: "A version of a product's price." })
@Allow(withParent)
export class PriceVersion {
  @Field(() => Int, { description: 'Whole credits for a piece, before any rule.' })
  credits!: number;

  @Field(() => MomentScalar, { description: 'From when it holds.' })
  validFrom!: Date;

  @Field(() => MomentScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const PriceVersionConnection = connectionOf(PriceVersion);

@ObjectType({ description: 'A version of an allowance.' })
@Allow(withParent)
export class AllowanceVersion {
  @Field(() => Int, { description: 'Pieces for every household.' })
  pieces!: number;

  @Field(() => Int, { description: 'So many more for a household with priority.' })
  extraPieces!: number;

  @Field(() => DayScalar, { description: 'The first day of its first month.' })
  validFrom!: Day;

  @Field(() => MomentScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const AllowanceVersionConnection = connectionOf(AllowanceVersion);

@ObjectType({ description: 'What decided an exchange: the versions that held when it happened.' })
@Allow(withParent)
export class ExchangeExplanation {
  @Field(() => Boolean, {
    description: 'Whether someone of the household belonged to a priority group.',
  })
  priority!: boolean;
}
