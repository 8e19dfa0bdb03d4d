import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';

@InputType({ description: 'How somebody at the till is found: exactly one way.' })
export class TillCustomerBy {
  @Field(() => String, {
    nullable: true,
    description: 'The code of the card, as it was scanned or typed.',
  })
  cardCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last digits of the telephone number, 3 or more.',
  })
  phoneTail?: string | null;

  @Field(() => String, { nullable: true, description: 'The beginning of the name.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The beginning of the household's address: all who live there are found.",
  })
  address?: string | null;
}

@ObjectType({
  description: 'What a resident may still take of a class of goods at a store, this month.',
})
@Allow(withParent)
export class MayTake {
  @Field(() => Int, { description: 'Pieces that the household may take in the whole month.' })
  granted!: number;

  @Field(() => Int, { description: "Pieces that are left of the household's allowance." })
  remaining!: number;

  @Field(() => DayScalar, { description: 'The day after the last on which they may be taken.' })
  until!: Day;
}
