import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: 'Credits that end on a day, and how many of them are spent before.' })
@Allow(withParent)
export class SpentInTime {
  @Field(() => DayScalar, { description: 'The day on which they end.' })
  on!: Day;

  @Field(() => Int, { description: 'Whole credits.' })
  credits!: number;

  @Field(() => Int, { description: 'How many of them the exchange would spend.' })
  spent!: number;
}
