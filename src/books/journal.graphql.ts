import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Allow, anyone } from '../api/policy';
import type { Day } from '../kernel/calendar';

@InputType({
  description:
    'What entries are searched for; all that is given holds at once. What is sealed is searched: ' +
    'the newest entries follow within a minute.',
})
export class JournalFilter {
  @Field(() => String, {
    nullable: true,
    description: "A posting rule's name, of `postingRules`, or `reversal`.",
  })
  rule?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The first day on which it happened.' })
  from?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day after the last one.' })
  until?: Day | null;

  @Field(() => ID, { nullable: true, description: 'An Account that one of its lines stands on.' })
  accountId?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Money that one of its lines moves, to the last digit, on either side.',
  })
  amount?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The Person who recorded it.' })
  actorId?: string | null;
}

@ObjectType({ description: 'A rule by which entries are posted: a kind of event in the books.' })
@Allow(anyone)
export class PostingRule {
  @Field(() => String, { description: 'Its name, the same in every language: `surplusRemitted`.' })
  name!: string;

  @Field(() => String, { description: 'What it is called, in the language asked.' })
  title!: string;

  @Field(() => String, { description: 'What it does, in a sentence, in the language asked.' })
  says!: string;

  @Field(() => String, { description: 'The chapter that it stands in, in the language asked.' })
  chapter!: string;
}
