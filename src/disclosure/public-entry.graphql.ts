import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, type PageArgs } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { MoneyItem } from '../reports/money-flows';
import type { LoopNode } from './loop';
import { LoopNodeEnum, MoneyItemEnum } from './open-book.enums';

@ArgsType()
export class NumberArgs {
  @Field(() => [MoneyItemEnum], {
    nullable: true,
    description: 'Only these sources and uses; left out, all.',
  })
  items?: MoneyItem[] | null;

  @Field(() => LoopNodeEnum, { nullable: true, description: 'Only what came from there.' })
  fromNode?: LoopNode | null;

  @Field(() => LoopNodeEnum, { nullable: true, description: 'Only what went there.' })
  toNode?: LoopNode | null;

  @Field(() => ID, { nullable: true, description: 'Only of this Grant.' })
  grantId?: string | null;
}

@ArgsType()
export class PublicEntriesArgs extends NumberArgs implements PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to begin.' })
  after?: string | null;
}

@ObjectType({ description: 'What a number of the open book comes to.' })
@Allow(withParent)
export class NumberTotal {
  @Field(() => Money, { description: 'The sum of the entries beneath it.' })
  money!: Money;

  @Field(() => Int, { description: 'How many entries it adds up.' })
  entries!: number;
}

@ObjectType({ description: 'One line of a public entry: a debit or a credit on one account.' })
@Allow(withParent)
export class PublicEntryLine {
  @Field(() => String, { description: "The kind of account, by the chart's name for it." })
  kind!: string;

  @Field(() => String, { description: 'What the chart calls the kind: `Pool available`.' })
  title!: string;

  @Field(() => Money, { nullable: true, description: 'The debit; null on a credit.' })
  debit!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The credit; null on a debit.' })
  credit!: Money | null;
}

@ObjectType({
  description:
    'What everybody may know of an entry: the rule, the day, the organisations, and the money on ' +
    'each kind of account. It names no person, and tells no hour and no fact that would.',
})
@Allow(withParent)
export class PublicEntry {
  @Field(() => String, {
    description: 'By what readers of the books find it: the end of its id, which tells no time.',
  })
  reference!: string;

  @Field(() => DayScalar, { description: 'The day on which it happened.' })
  day!: Day;

  @Field(() => MoneyItemEnum, { description: 'What it is in the open book.' })
  item!: MoneyItem;

  @Field(() => Money, {
    description: 'What it adds to the sum above it; less than zero where something went back.',
  })
  money!: Money;

  @Field(() => String, { description: "The posting rule's name." })
  rule!: string;

  @Field(() => String, { description: 'The rule as a sentence.' })
  says!: string;

  @Field(() => Boolean, { description: 'Whether it takes an earlier entry back.' })
  takesBack!: boolean;

  @Field(() => [PublicEntryLine], { description: 'Its money, account by account.' })
  lines!: PublicEntryLine[];
}

export const PublicEntryConnection = connectionOf(PublicEntry);
