import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { booksReader } from '../society/society.policy';
import type { PaymentTaskRow } from './payment-task.entity';

export const PaymentTaskKindEnum = enumType<PaymentTaskRow['kind']>(
  'PaymentTaskKind',
  'What about a payment a person must look at.',
  {
    amount_differs: 'Another amount arrived than was asked for: it is held.',
    currency_differs: 'Another currency arrived than was asked for: it is held.',
    paid_twice: 'A gift was paid a second time: it is held, and goes back by itself.',
    fund_closed: 'The pool was closed when the gift arrived: it is held.',
    unknown_transaction: 'The processor tells of money that matches nothing of ours: it is held.',
    spent_before_taken_back: 'A giver took a gift back after it was used: the foundation bears it.',
    refund_failed: 'A refund could not be given back.',
    payout_failed: 'A payout did not reach the bank.',
    other_version: 'Events are made for another version of the API than ours.',
    other_mode: 'An event of the other mode came: test for real, or real for test.',
    unknown_object: 'An event is about something that the processor does not know.',
    gave_up: 'An event could not be worked off for two days.',
  },
);

export const TaskResolutionEnum = enumType<NonNullable<PaymentTaskRow['resolution']>>(
  'TaskResolution',
  'How a task ended.',
  {
    accepted: 'What was held was taken as the gift.',
    refunded: 'What was held has gone back.',
    explained: 'Somebody has said what it was.',
    settled: 'It settled itself.',
  },
);

export const TaskDecisionEnum = enumType<'accept' | 'refund' | 'explain'>(
  'TaskDecision',
  'What somebody decides about a task.',
  {
    accept: 'Take a held payment as the gift.',
    refund: 'Send a held payment back; the task ends when it has gone.',
    explain: "Close what holds no giver's money, with a word on what it was.",
  },
);

@ObjectType({
  implements: Node,
  description: 'Something about payments that a person must look at; money may be held for it.',
})
@Allow(booksReader)
export class PaymentTask extends Node {
  @Field(() => PaymentTaskKindEnum, { description: 'What it is about.' })
  kind!: PaymentTaskRow['kind'];

  @Field(() => String, { description: 'The object at the processor.' })
  objectId!: string;

  @Field(() => MomentScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended.' })
  resolvedAt!: Date | null;

  @Field(() => TaskResolutionEnum, { nullable: true, description: 'How it ended; null: open.' })
  resolution!: PaymentTaskRow['resolution'];

  @Field(() => String, { nullable: true, description: 'A word on it.' })
  note!: string | null;
}

export const PaymentTaskConnection = connectionOf(PaymentTask);

@InputType({ description: 'What is decided about a task.' })
export class ResolvePaymentTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => TaskDecisionEnum, { description: 'The decision.' })
  decision!: 'accept' | 'refund' | 'explain';

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; kept with the task.' })
  note!: string;
}

@ObjectType({ description: 'The task as it stands now.' })
export class ResolvePaymentTaskPayload extends Payload {
  @Field(() => PaymentTask, { nullable: true, description: 'The task; null if refused.' })
  task?: PaymentTask;
}
