import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';

@ArgsType()
export class ReportMonthsArgs {
  @Field(() => String, { description: 'The first month: `2026-01`.' })
  from!: string;

  @Field(() => String, {
    description:
      'The month after the last: `2027-01`; at most 36 months later, 12 where many communities ' +
      'are added up or people are counted once.',
  })
  until!: string;
}

@ObjectType({
  description:
    'A number of people or households. Officers, auditors, cadres, foundations’ people and the ' +
    'stores’ staff are told it exactly. Everybody else is told of no fewer than five, rounded to ' +
    'the nearest five, and once the months are over: nobody can be recognised, neither by ' +
    'subtracting nor by asking again a minute later.',
})
@Allow(withParent)
export class PeopleCount {
  @Field(() => Int, {
    nullable: true,
    description: 'People, or households. Null: fewer than five, or none, or the month goes on.',
  })
  count!: number | null;

  @Field(() => Boolean, {
    description: 'Whether it is not told: there are too few, or the months are not over.',
  })
  suppressed!: boolean;
}

@ObjectType({
  description: 'What was lost of the goods that a store, or all stores of a place, handled.',
})
@Allow(withParent)
export class Shrinkage {
  @Field(() => Int, {
    description:
      'Pieces that stock-takes missed (less those they found), written off, thrown away after a ' +
      'recall, and lost on the way.',
  })
  lost!: number;

  @Field(() => Int, {
    description: 'Pieces on the shelf when the month began, with those that came in it.',
  })
  handled!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Lost ÷ handled, in hundredths of a percent; null where nothing was handled.',
  })
  basisPoints!: number | null;
}

@ObjectType({ description: 'How long goods of a class last that are left.' })
@Allow(withParent)
export class DaysOfStock {
  @Field(() => String, {
    nullable: true,
    description: 'The code of the class of goods; null: goods of no class.',
  })
  productClass!: string | null;

  @Field(() => Int, { description: 'Pieces on the shelf at the end of the month, or by now.' })
  left!: number;

  @Field(() => Int, { description: 'Pieces given in the 28 days before that.' })
  given28!: number;

  @Field(() => Int, { description: 'Pieces given in the 90 days before that.' })
  given90!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole days for which they last at the mean of the 28 days; null: nothing was given.',
  })
  days28!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole days for which they last at the mean of the 90 days; null: nothing was given.',
  })
  days90!: number | null;
}

@ObjectType({
  description:
    'A month of a store, or of all stores and residents of a place, from sums that are kept when ' +
    'entries are sealed. Goods and credits stand in the month in which they moved, and what takes ' +
    'something back in its own month, as in the books; people are counted in the month of what ' +
    'they did, and no more once it is taken back.',
})
@Allow(withParent)
export class MonthlyReport {}
