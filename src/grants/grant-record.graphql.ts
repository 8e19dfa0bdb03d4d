import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({ description: 'What an organisation was given in one currency, all grants together.' })
@Allow(withParent)
export class GrantedMoney {
  @Field(() => Money, { description: 'What was awarded.' })
  awarded!: Money;

  @Field(() => Money, { description: 'What of it was paid.' })
  paid!: Money;

  @Field(() => Money, { description: 'What of that came back unspent.' })
  returned!: Money;
}

@ObjectType({
  description:
    'How an organisation has done with what it asked for and was given, in every set of books: ' +
    'what a board looks at before it decides.',
})
@Allow(withParent)
export class GrantRecord {
  @Field(() => Int, { description: 'Applications that it submitted.' })
  applications!: number;

  @Field(() => Int, { description: 'Of these, such as wait to be decided.' })
  undecided!: number;

  @Field(() => Int, { description: 'Of these, such as were declined.' })
  declined!: number;

  @Field(() => Int, { description: 'Of these, such as it took back.' })
  withdrawn!: number;

  @Field(() => Int, { description: 'Grants that it was awarded.' })
  grants!: number;

  @Field(() => Int, { description: 'Of these, such as were completed.' })
  completed!: number;

  @Field(() => Int, { description: 'Of these, such as were cancelled.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Milestones accepted on their day or before.' })
  milestonesKept!: number;

  @Field(() => Int, { description: 'Milestones accepted after their day.' })
  milestonesLate!: number;

  @Field(() => Int, {
    description: 'Milestones of active grants whose day has passed, and that nobody accepted.',
  })
  milestonesOverdue!: number;

  @Field(() => [GrantedMoney], { description: 'Its money, by currency.' })
  money!: GrantedMoney[];
}
