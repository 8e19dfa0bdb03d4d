import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { SpendingState } from './grant-spending.entity';
import { spendingReader } from './grant-spending.policy';

export const SpendingStateEnum = enumType<SpendingState>(
  'SpendingState',
  'What became of what a grantee says that it spent.',
  {
    waiting: 'A second person of the organisation has to confirm it.',
    confirmed: 'It is accounted for in the books.',
    declined: 'It came to nothing.',
    reversed: 'It was wrong, and was taken back.',
  },
);

@ObjectType({
  implements: Node,
  description: 'What a grantee spent of a grant, as it accounts for it (核销, row C4).',
})
@Allow(spendingReader)
export class GrantSpending extends Node {
  @Field(() => String, { description: 'On what.' })
  purpose!: string;

  @Field(() => DayScalar, { description: 'When.' })
  spentOn!: Day;

  @Field(() => SpendingStateEnum, { description: 'What became of it.' })
  state!: SpendingState;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was confirmed or declined.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined, if it was.' })
  declineReason!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was taken back, if it was.' })
  reversedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back, if it was.' })
  reverseReason!: string | null;
}

export const GrantSpendingConnection = connectionOf(GrantSpending);

const KEY_SAYS = 'Repeating it gives the same answer.';

@InputType({ description: 'What a grantee spent.' })
export class RecordSpendingInput {
  @Field(() => String, { description: KEY_SAYS })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Grant of which it was spent.' })
  grantId!: string;

  @Field(() => MoneyInput, { description: 'How much: at most what is not accounted for yet.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'On what, 1 to 2,000 characters; everyone may read it.' })
  purpose!: string;

  @Field(() => DayScalar, { description: 'When, today at the latest.' })
  spentOn!: Day;

  @Field(() => ID, {
    nullable: true,
    description: 'A picture of the receipt: an Attachment that who asks has uploaded.',
  })
  receiptId?: string | null;
}

/** What every act on a spending answers. */
@ObjectType({ description: 'What an act on a spending answers.' })
abstract class SpendingPayload extends Payload {
  @Field(() => GrantSpending, { nullable: true, description: 'The spending; null if refused.' })
  spending?: GrantSpending;
}

@ObjectType({ description: 'The spending that was recorded.' })
export class RecordSpendingPayload extends SpendingPayload {}

@InputType({ description: 'A spending to confirm.' })
export class ConfirmSpendingInput {
  @Field(() => String, { description: KEY_SAYS })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The GrantSpending.' })
  spendingId!: string;
}

@ObjectType({ description: 'The spending that was confirmed.' })
export class ConfirmSpendingPayload extends SpendingPayload {}

@InputType({ description: 'A spending to decline.' })
export class DeclineSpendingInput {
  @Field(() => ID, { description: 'The GrantSpending.' })
  spendingId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The spending that was declined.' })
export class DeclineSpendingPayload extends SpendingPayload {}

@InputType({ description: 'A spending to take back.' })
export class ReverseSpendingInput {
  @Field(() => String, { description: KEY_SAYS })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The GrantSpending.' })
  spendingId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The spending that was taken back.' })
export class ReverseSpendingPayload extends SpendingPayload {}
