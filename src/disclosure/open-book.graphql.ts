import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { CurrencyEnum, Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';
import type { Currency } from '../kernel/currency';
import { IssuedCredits } from '../reports/credits-of-month.graphql';
import type { MoneyItem } from '../reports/money-flows';
import type { LoopNode, MoneyMeans, MoneySide } from './loop';
import { LoopNodeEnum, MoneyItemEnum, MoneyMeansEnum, MoneySideEnum } from './open-book.enums';

@ArgsType()
export class OpenBookArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The first month: `2026-01`; left out, a year before `until`.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The month after the last: `2027-01`; at most 36 months later. Left out, this month is the last.',
  })
  until?: string | null;

  @Field(() => CurrencyEnum, {
    defaultValue: 'CNY',
    description: 'In which currency; sums of others are never added to it.',
  })
  currency!: Currency;
}

@ObjectType({ description: 'Money of one source or one use.' })
@Allow(withParent)
export class MoneyLine {
  @Field(() => MoneyItemEnum, { description: 'Where it came from, or what it was used for.' })
  item!: MoneyItem;

  @Field(() => MoneySideEnum, { description: 'On which side of the book it stands.' })
  side!: MoneySide;

  @Field(() => MoneyMeansEnum, {
    nullable: true,
    description: 'Of income, whose strength it is; null of anything else.',
  })
  means!: MoneyMeans | null;

  @Field(() => String, { description: 'The row of the source documents that speaks of it: `C7`.' })
  row!: string;

  @Field(() => Money, {
    description: 'How much; less than zero where more went back than came.',
  })
  money!: Money;

  @Field(() => Int, { description: 'How many entries it adds up.' })
  entries!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its part of its side in hundredths of a percent; null where that means nothing: of proof, ' +
      'or where something is less than zero.',
  })
  shareBasisPoints!: number | null;
}

@ObjectType({ description: 'Money that went from one place of the closed loop to another.' })
@Allow(withParent)
export class LoopFlow {
  @Field(() => LoopNodeEnum, { description: 'From where.' })
  from!: LoopNode;

  @Field(() => LoopNodeEnum, { description: 'To where.' })
  to!: LoopNode;

  @Field(() => Money, {
    description: 'How much; less than zero where more went back than came.',
  })
  money!: Money;

  @Field(() => Int, { description: 'How many entries it adds up.' })
  entries!: number;
}

@ObjectType({
  description:
    'How self-reliant a community is: what it raised itself (surplus of its enterprises, gifts and ' +
    'what enterprises add to them; rows C7, C8) beside government money (row C2). What that leaves ' +
    'out is said in `OpenBook.notCounted`.',
})
@Allow(withParent)
export class SelfReliance {
  @Field(() => Money, { description: 'What it raised itself, less what went back.' })
  own!: Money;

  @Field(() => Money, {
    description: 'What it was given of public money. What was later paid back is not taken off.',
  })
  government!: Money;

  @Field(() => Int, {
    nullable: true,
    description:
      'The part of its own of both, in hundredths of a percent; null where nothing came in, or ' +
      'more was given back than came.',
  })
  shareBasisPoints!: number | null;
}

@ObjectType({ description: 'A month of the open book, and the year that ends with it.' })
@Allow(withParent)
export class OpenBookMonth {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  month!: string;

  @Field(() => SelfReliance, { description: 'What came in that month.' })
  inMonth!: SelfReliance;

  @Field(() => SelfReliance, {
    description:
      'What came in during the twelve months that end with it: public money comes once or twice a ' +
      'year, so that a single month says little.',
  })
  inYear!: SelfReliance;

  @Field(() => Money, { description: 'What was used that month.' })
  used!: Money;
}

@ObjectType({
  description:
    'What everybody may know of the money of a place: where it came from, what it was used for, ' +
    'and the entries beneath each sum. It is read from sums that are kept when entries are sealed.',
})
@Allow(withParent)
export class OpenBook {
  @Field(() => String, { description: 'Its first month: `2026-01`.' })
  from!: string;

  @Field(() => String, { description: 'The month after its last: `2027-01`.' })
  until!: string;

  @Field(() => CurrencyEnum, { description: 'The currency of all its money.' })
  currency!: Currency;

  @Field(() => MomentScalar, {
    nullable: true,
    description:
      'Up to which moment it is complete: until then entries are sealed; the newest follow within ' +
      'a minute. Null: nothing is sealed yet.',
  })
  sealedUntil!: Date | null;
}

@ObjectType({
  description:
    'What became of welfare credits in the months of the open book, in whole credits. Beneath it ' +
    'stand months (`OpenBook.reports`) and no entries: each would be one resident’s.',
})
@Allow(withParent)
export class OpenBookCredits {
  @Field(() => [IssuedCredits], { description: 'What was issued, by reason.' })
  issued!: IssuedCredits[];

  @Field(() => Int, { description: 'What was spent on goods, less exchanges that were voided.' })
  redeemed!: number;

  @Field(() => Int, { description: 'What ended unspent.' })
  expired!: number;

  @Field(() => Int, { description: 'What all wallets held when the last month ended, or hold.' })
  outstanding!: number;
}
