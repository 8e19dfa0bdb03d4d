import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MoneyInput } from '../api/money.graphql';
import { Payload } from '../api/user-error.graphql';
import type { DisputeAnswer } from './answer-dispute';
import {
  DisputeAnswerEnum,
  DisputeDecisionEnum,
  OperatorDispute,
} from './operator-dispute.graphql';
import { OperatorStatement } from './operator-statement.graphql';
import type { DisputeDecision } from './settle-dispute';

const KEY = { description: 'Asking again with the same key gives the same answer.' };

@InputType({ description: 'A month of a store to state.' })
export class IssueStatementInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => String, { description: 'The month, which must have ended: `2026-11`.' })
  month!: string;
}

@InputType({ description: 'A statement to accept.' })
export class CheckStatementInput {
  @Field(() => ID, { description: 'The OperatorStatement.' })
  statementId!: string;
}

@InputType({ description: 'A line of a statement to dispute, by its pieces or by an amount.' })
export class DisputeStatementLineInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The OperatorStatement.' })
  statementId!: string;

  @Field(() => Int, { description: "The line's number in it." })
  line!: number;

  @Field(() => Int, { nullable: true, description: 'How many of its pieces; or else the amount.' })
  pieces?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'How much of it; or else the pieces.' })
  amount?: MoneyInput | null;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What the operator answers to a dispute.' })
export class AnswerDisputeInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The OperatorDispute.' })
  disputeId!: string;

  @Field(() => DisputeAnswerEnum, { description: 'Whether it accepts.' })
  answer!: DisputeAnswer;

  @Field(() => String, { description: 'What it says to it, 1 to 2,000 characters.' })
  says!: string;
}

@InputType({ description: 'How a dispute is decided.' })
export class SettleDisputeInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The OperatorDispute.' })
  disputeId!: string;

  @Field(() => DisputeDecisionEnum, { description: 'How it is decided.' })
  decision!: DisputeDecision;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The statement that was issued.' })
export class IssueStatementPayload extends Payload {
  @Field(() => OperatorStatement, { nullable: true, description: 'It; null if refused.' })
  statement?: OperatorStatement;
}

@ObjectType({ description: 'The statement that was accepted.' })
export class CheckStatementPayload extends Payload {
  @Field(() => OperatorStatement, { nullable: true, description: 'It; null if refused.' })
  statement?: OperatorStatement;
}

@ObjectType({ description: 'The dispute that was raised.' })
export class DisputeStatementLinePayload extends Payload {
  @Field(() => OperatorDispute, { nullable: true, description: 'It; null if refused.' })
  dispute?: OperatorDispute;
}

@ObjectType({ description: 'The dispute that was answered.' })
export class AnswerDisputePayload extends Payload {
  @Field(() => OperatorDispute, { nullable: true, description: 'It; null if refused.' })
  dispute?: OperatorDispute;
}

@ObjectType({ description: 'The dispute that was decided.' })
export class SettleDisputePayload extends Payload {
  @Field(() => OperatorDispute, { nullable: true, description: 'It; null if refused.' })
  dispute?: OperatorDispute;
}
