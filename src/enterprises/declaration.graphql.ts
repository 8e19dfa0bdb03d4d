import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar, Period, PeriodInput } from '../api/day.graphql';
import { CurrencyEnum, Money, MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import { figuresReader } from './enterprise.policy';

@ObjectType({
  implements: Node,
  description:
    'What a social enterprise declared for a period (盈余申报): its surplus, and the part promised to ' +
    'pools. What is promised and paid is public; what it took and spent is not.',
})
@Allow(anyone)
export class Declaration extends Node {
  @Field(() => CurrencyEnum, { description: 'The currency of all its figures.' })
  currency!: Currency;

  @Field(() => DayScalar, { description: 'The day by which the promise is to be paid in full.' })
  dueOn!: Day;

  @Field(() => Int, { description: '1 for what was first declared; each amendment adds 1.' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The promised share of the surplus in 1/100 %; null: promised as an amount.',
  })
  @Allow(figuresReader)
  shareBasisPoints?: number | null;

  @Field(() => Period, { description: 'The days it is about.' })
  period!: Period;

  @Field(() => Money, { nullable: true, description: 'What the enterprise took in the period.' })
  @Allow(figuresReader)
  revenue?: Money;

  @Field(() => Money, { nullable: true, description: 'What the enterprise spent in the period.' })
  @Allow(figuresReader)
  costs?: Money;

  @Field(() => Money, { nullable: true, description: 'Revenue less costs; below zero for a loss.' })
  @Allow(figuresReader)
  surplus?: Money;

  @Field(() => Money, { description: 'What is promised to the pools.' })
  committed!: Money;

  @Field(() => Money, { description: 'What of the promise has arrived.' })
  remitted!: Money;

  @Field(() => Money, { description: 'What of the promise has not arrived.' })
  outstanding!: Money;

  @Field(() => Boolean, { description: 'Whether something is outstanding after the due day.' })
  overdue!: boolean;
}

export const DeclarationConnection = connectionOf(Declaration);

@ObjectType({ description: 'One version of a declaration. Versions are never changed.' })
@Allow(anyone)
export class DeclarationVersion {
  @Field(() => Int, { description: '1 for what was first declared.' })
  version!: number;

  @Field(() => MomentScalar, { description: 'When it was declared or amended.' })
  madeAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was amended; null in the first.' })
  reason!: string | null;

  @Field(() => Money, { description: 'What it promised.' })
  committed!: Money;

  @Field(() => Money, { nullable: true, description: 'The revenue it declared.' })
  @Allow(figuresReader)
  revenue?: Money;

  @Field(() => Money, { nullable: true, description: 'The costs it declared.' })
  @Allow(figuresReader)
  costs?: Money;
}

@InputType({
  description: 'What of the surplus is promised: a share or an amount, one of the two.',
})
export class CommitmentInput {
  @Field(() => Int, {
    nullable: true,
    description: 'A share of the surplus in 1/100 %, 0 to 10,000; rounded down to the minor unit.',
  })
  shareBasisPoints?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'An amount, at most the surplus.' })
  amount?: MoneyInput | null;
}

@InputType({ description: "An enterprise's figures of a period, all in one currency." })
export class FiguresInput {
  @Field(() => MoneyInput, { description: 'What it took; zero or more.' })
  revenue!: MoneyInput;

  @Field(() => MoneyInput, { description: 'What it spent; zero or more.' })
  costs!: MoneyInput;

  @Field(() => MoneyInput, {
    description: 'Revenue less costs, so that a slip shows; below zero for a loss: `-120.00`.',
  })
  surplus!: MoneyInput;

  @Field(() => CommitmentInput, {
    nullable: true,
    description: 'What is promised of it; needed where there is a surplus.',
  })
  commitment?: CommitmentInput | null;
}

@InputType({ description: 'A surplus to declare.' })
export class DeclareSurplusInput extends FiguresInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The social enterprise (Organisation).' })
  enterpriseId!: string;

  @Field(() => ID, { description: 'The Place in whose books the promise shall stand.' })
  communityId!: string;

  @Field(() => PeriodInput, { description: 'The days it is about: over, and a year at most.' })
  period!: PeriodInput;

  @Field(() => DayScalar, {
    description: 'The day by which it is to be paid: within a year after the period.',
  })
  dueOn!: Day;
}

@InputType({ description: 'Figures that take the place of those declared before.' })
export class AmendDeclarationInput extends FiguresInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The declaration.' })
  declarationId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; it is public.' })
  reason!: string;
}

@ObjectType({ description: 'The declaration that was made.' })
export class DeclareSurplusPayload extends Payload {
  @Field(() => Declaration, { nullable: true, description: 'The declaration; null if refused.' })
  declaration?: Declaration;
}

@ObjectType({ description: 'The declaration that was amended.' })
export class AmendDeclarationPayload extends Payload {
  @Field(() => Declaration, { nullable: true, description: 'The declaration; null if refused.' })
  declaration?: Declaration;
}

@ObjectType({
  implements: UserError,
  description: 'More than what is outstanding of a promise.',
})
@Allow(withParent)
@RichRefusal('PLEDGE_EXCEEDED')
export class PledgeExceeded extends UserError {
  @Field(() => Money, { description: 'What is outstanding of the promise.' })
  outstanding!: Money;
}
