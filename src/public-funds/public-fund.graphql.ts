import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Unspent } from './allotment-policy.entity';
import { UnspentEnum } from './allotment.graphql';

@ObjectType({
  implements: Node,
  description:
    'A community’s public money of a year (公共服务专项资金): one pool on an account of its own, ' +
    'spent only by the steps of a procedure (rows C2, C3).',
})
@Allow(anyone)
export class PublicFund extends Node {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => DayScalar, { description: 'The day on which households were counted.' })
  countedOn!: Day;

  @Field(() => Int, { description: 'How many households were counted that day.' })
  households!: number;

  @Field(() => UnspentEnum, { description: 'What becomes of what is left at the end of the year.' })
  unspent!: Unspent;

  @Field(() => MomentScalar, { description: 'When it was allotted.' })
  allottedAt!: Date;
}

export const PublicFundConnection = connectionOf(PublicFund);

@InputType({ description: 'Public money to allot.' })
export class AllotPublicFundInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The community (Place).' })
  communityId!: string;

  @Field(() => ID, {
    description: 'The office that keeps it (Organisation of kind PUBLIC_FUND of the community).',
  })
  officeId!: string;

  @Field(() => Int, { description: 'The year: this one or the next.' })
  year!: number;

  @Field(() => String, { description: 'What its pool is called, 1 to 100 characters.' })
  name!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day on which households are counted and whose policy holds, in the year or the one ' +
      'before; left out: today.',
  })
  countedOn?: Day | null;
}

@InputType({ description: 'A part of an allotment that arrived.' })
export class RecordAllotmentReceivedInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The fund.' })
  fundId!: string;

  @Field(() => MoneyInput, { description: 'How much, in CNY.' })
  amount!: MoneyInput;

  @Field(() => DayScalar, { description: 'The day on which it reached the bank.' })
  receivedOn!: Day;
}

@InputType({ description: 'A fund whose year is over.' })
export class SettlePublicFundInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The fund.' })
  fundId!: string;
}

@ObjectType({ description: 'The fund that was allotted.' })
export class AllotPublicFundPayload extends Payload {
  @Field(() => PublicFund, { nullable: true, description: 'The fund; null if refused.' })
  fund?: PublicFund;
}

@ObjectType({ description: 'The fund that received money.' })
export class RecordAllotmentReceivedPayload extends Payload {
  @Field(() => PublicFund, { nullable: true, description: 'The fund; null if refused.' })
  fund?: PublicFund;
}

@ObjectType({ description: 'The fund that was settled.' })
export class SettlePublicFundPayload extends Payload {
  @Field(() => PublicFund, { nullable: true, description: 'The fund; null if refused.' })
  fund?: PublicFund;
}
