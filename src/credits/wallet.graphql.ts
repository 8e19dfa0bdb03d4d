import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: 'Credits that end unless they are spent.' })
@Allow(withParent)
export class ExpiringCredits {
  @Field(() => Int, { description: 'How many whole credits end within 30 days.' })
  credits!: number;

  @Field(() => DayScalar, { description: 'The day on which the first of them end.' })
  on!: Day;
}

@ObjectType({ description: "One line of a wallet's statement." })
@Allow(withParent)
export class WalletLine {
  @Field(() => String, { description: "The posting rule's name: `serviceCredited`." })
  rule!: string;

  @Field(() => String, { description: 'The rule as a sentence.' })
  says!: string;

  @Field(() => Int, { description: 'Whole credits that came; below zero: that went.' })
  credits!: number;

  @Field(() => Int, { description: 'Whole credits in the wallet after it.' })
  balance!: number;

  @Field(() => MomentScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const WalletLineConnection = connectionOf(WalletLine);

@ObjectType({ description: 'That a resident was told that credits will end unless spent.' })
@Allow(withParent)
export class ExpiryNotice {
  @Field(() => Int, { description: 'How many whole credits would end within 30 days of it.' })
  credits!: number;

  @Field(() => DayScalar, { description: 'The day on which the first of them end.' })
  endsOn!: Day;

  @Field(() => DayScalar, { description: 'The day on which it was told.' })
  toldOn!: Day;
}

export const ExpiryNoticeConnection = connectionOf(ExpiryNotice);

@ObjectType({
  description: "A resident's welfare credits. They are never money, and cannot be cashed out.",
})
@Allow(withParent)
export class Wallet {
  @Field(() => Int, { description: 'Whole credits in it now.' })
  balance!: number;

  @Field(() => ExpiringCredits, {
    nullable: true,
    description: 'What ends within 30 days, the oldest being spent first; null: nothing does.',
  })
  expiringSoon!: ExpiringCredits | null;
}
