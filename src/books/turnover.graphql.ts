import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { Asset } from './entry.graphql';

@ArgsType()
export class TurnoverArgs {
  @Field(() => String, { description: 'The first month: `2026-01`.' })
  from!: string;

  @Field(() => String, {
    description: 'The month after the last: `2027-01`; at most 36 months later.',
  })
  until!: string;
}

@ObjectType({
  description: 'What one posting rule did to one kind of account in a month, in one asset.',
})
@Allow(withParent)
export class TurnoverLine {
  @Field(() => String, {
    description: 'The month in which it happened, where the books are kept: `2026-03`.',
  })
  month!: string;

  @Field(() => String, { description: "The posting rule's name." })
  rule!: string;

  @Field(() => String, { description: 'The rule as a sentence.' })
  says!: string;

  @Field(() => String, { description: "The kind of account, by the chart's name for it." })
  kind!: string;

  @Field(() => String, { description: 'What the chart calls the kind: `Pool available`.' })
  title!: string;

  @Field(() => Asset, { description: 'What was moved.' })
  asset!: Asset;

  @Field(() => Int, { description: 'How many lines of entries it adds up.' })
  legs!: number;

  @Field(() => String, { description: 'The sum of their debits, as a decimal.' })
  debits!: string;

  @Field(() => String, { description: 'The sum of their credits, as a decimal.' })
  credits!: string;
}

@ObjectType({
  description:
    'What was posted in a set of books, month by month. It is read from sums that are kept, so ' +
    'that years of a large community cost no more than those of a small one.',
})
@Allow(withParent)
export class Turnover {
  @Field(() => MomentScalar, {
    nullable: true,
    description:
      'Up to which recorded moment it is complete: until then entries are sealed. The newest ones ' +
      'follow within a minute. Null: nothing is sealed yet.',
  })
  sealedUntil!: Date | null;

  @Field(() => [TurnoverLine], {
    description: 'Its lines by month, rule, kind of account and asset.',
  })
  lines!: TurnoverLine[];
}
