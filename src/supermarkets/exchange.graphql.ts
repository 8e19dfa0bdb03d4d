import { Field, InputType, Int, ObjectType, ID } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { SpentInTime } from '../credits/spent-in-time.graphql';
import type { Day } from '../kernel/calendar';
import { ExchangeLineInput } from './exchange-line.graphql';
import { exchangeReader } from './supermarkets.policy';

@ObjectType({ description: 'Pieces of one lot in an exchange; a product may come from several.' })
@Allow(withParent)
export class ExchangeLine {
  @Field(() => Int, { description: 'Pieces.' })
  quantity!: number;

  @Field(() => Int, { description: 'What they cost together, in whole credits.' })
  credits!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why they are not of the first lot to expire; null: they are.',
  })
  fefoReason!: string | null;
}

@ObjectType({ description: 'How an exchange was taken back.' })
@Allow(withParent)
export class ExchangeVoided {
  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  implements: Node,
  description: 'Credits of a resident given for goods of a store: one entry in the books (兑换).',
})
@Allow(exchangeReader)
export class Exchange extends Node {
  @Field(() => Int, { description: 'What it cost, in whole credits.' })
  credits!: number;

  @Field(() => [ExchangeLine], { description: 'What was taken, lot by lot.' })
  lines!: ExchangeLine[];

  @Field(() => MomentScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const ExchangeConnection = connectionOf(Exchange);

@ObjectType({ description: 'What an exchange leaves a household of a class of goods.' })
@Allow(withParent)
export class AllowanceAfter {
  @Field(() => String, { description: "The class's code." })
  productClass!: string;

  @Field(() => String, { description: "The class's name." })
  name!: string;

  @Field(() => Int, { description: 'Pieces it might take before the exchange.' })
  before!: number;

  @Field(() => Int, {
    description: 'Pieces it may still take afterwards; below zero: so many lack.',
  })
  remaining!: number;

  @Field(() => DayScalar, { description: 'The day after the last on which it may take them.' })
  until!: Day;
}

@ObjectType({
  description:
    'More than a till rule says is usual, or, where none does, more of a product than 99 of 100 of ' +
    "the store's latest exchanges with it took.",
})
@Allow(withParent)
export class UnusualQuantity {
  @Field(() => Int, {
    description: 'Pieces that are asked for; by a rule about a class, of all its goods together.',
  })
  quantity!: number;

  @Field(() => Int, { description: 'Pieces that are usual at most.' })
  usual!: number;
}

@ObjectType({ description: 'What an exchange would do. Nothing was recorded.' })
@Allow(withParent)
export class ExchangePreview {
  @Field(() => [ExchangeLine], {
    description: 'What would be taken, lot by lot, as far as it is there.',
  })
  lines!: ExchangeLine[];

  @Field(() => Int, { description: 'What all that is asked for costs, in whole credits.' })
  credits!: number;

  @Field(() => Int, {
    description: 'Credits in the wallet afterwards; below zero: so many lack.',
  })
  walletAfter!: number;

  @Field(() => [AllowanceAfter], { description: 'Allowances afterwards, of the classes touched.' })
  allowanceAfter!: AllowanceAfter[];

  @Field(() => [AllowanceAfter], {
    description: 'What may still be taken afterwards of every class of goods, touched or not.',
  })
  allowances!: AllowanceAfter[];

  @Field(() => [SpentInTime], {
    description:
      'What of the wallet ends within 30 days, the first to end first, and what of it this spends.',
  })
  expiring!: SpentInTime[];

  @Field(() => [UnusualQuantity], {
    description:
      'Quantities that somebody should look at twice; they may be recorded all the same.',
  })
  warnings!: UnusualQuantity[];
}

@InputType({ description: 'What a resident would take from a store.' })
export class PreviewExchangeInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => ID, { description: 'The resident, of the same community.' })
  residentId!: string;

  @Field(() => MomentScalar, {
    description: 'When it happens, at most 72 hours ago: prices and the month follow from it.',
  })
  occurredAt!: Date;

  @Field(() => [ExchangeLineInput], {
    description: '1 to 100 lines; lines of the same product are added up.',
  })
  lines!: ExchangeLineInput[];
}

@InputType({ description: 'What a resident takes from a store.' })
export class RecordExchangeInput extends PreviewExchangeInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What an exchange would do, and what it would be refused for.' })
export class PreviewExchangePayload extends Payload {
  @Field(() => ExchangePreview, {
    nullable: true,
    description: 'The preview; null if the input itself is refused.',
  })
  preview?: ExchangePreview;
}

@ObjectType({ description: 'The exchange that was recorded.' })
export class RecordExchangePayload extends Payload {
  @Field(() => Exchange, { nullable: true, description: 'The exchange; null if refused.' })
  exchange?: Exchange;
}

@InputType({ description: 'An exchange to take back.' })
export class VoidExchangeInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The exchange.' })
  exchangeId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The exchange that was taken back.' })
export class VoidExchangePayload extends Payload {
  @Field(() => Exchange, { nullable: true, description: 'The exchange; null if refused.' })
  exchange?: Exchange;
}
