import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { CurrencyEnum, Money, MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';
import type { Currency } from '../kernel/currency';
import type { Purpose } from './pool.entity';

export const PurposeEnum = enumType<Purpose>(
  'Purpose',
  'What a pool is for: the six uses of public finance (C2), welfare goods, or in words.',
  {
    organisations: 'Self-organisations and their activities.',
    volunteering: 'Volunteers and their service.',
    infrastructure: 'Upkeep of what everybody uses.',
    culture_sport: 'Culture and sport.',
    education: 'Education and training.',
    environment: 'The environment.',
    welfare: 'Welfare goods for the charity supermarket.',
    other: "What the pool's restriction says.",
    public_fund: 'Public money of a year: any of the six uses, and only by its procedure.',
  },
);

@ObjectType({
  implements: Node,
  description: 'Money of a foundation with one purpose, in one currency (资金池).',
})
@Allow(anyone)
export class Pool extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => PurposeEnum, { description: 'What it is for.' })
  purpose!: Purpose;

  @Field(() => String, { nullable: true, description: 'What binds it further, in words.' })
  restriction!: string | null;

  @Field(() => CurrencyEnum, { description: 'The currency of all its money.' })
  currency!: Currency;

  @Field(() => DayScalar, { description: 'The day it was opened.' })
  openedOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day it was closed, if it was.' })
  closedOn!: string | null;
}

export const PoolConnection = connectionOf(Pool);

@ObjectType({ description: 'How many of the board must approve a grant from an amount on.' })
@Allow(withParent)
export class Threshold {
  @Field(() => Money, { description: 'The amount from which on it applies; the first is zero.' })
  from!: Money;

  @Field(() => Int, { description: 'How many approvals are needed.' })
  approvals!: number;
}

@InputType({ description: 'How many of the board must approve a grant from an amount on.' })
export class ThresholdInput {
  @Field(() => MoneyInput, {
    description: 'The amount from which on it applies; the first must be zero, each one larger.',
  })
  from!: MoneyInput;

  @Field(() => Int, { description: 'How many approvals are needed, 1 to 15.' })
  approvals!: number;
}

@InputType({ description: 'A pool to open.' })
export class OpenPoolInput {
  @Field(() => ID, { description: 'The foundation (Organisation) that holds it.' })
  foundationId!: string;

  @Field(() => ID, { description: 'The Place whose books shall hold it.' })
  communityId!: string;

  @Field(() => String, {
    description: "Its name, 1 to 100 characters; unlike the foundation's other pools there.",
  })
  name!: string;

  @Field(() => PurposeEnum, { description: 'What it is for.' })
  purpose!: Purpose;

  @Field(() => String, {
    nullable: true,
    description: 'What binds it further, up to 2,000 characters; needed where purpose is OTHER.',
  })
  restriction?: string | null;

  @Field(() => CurrencyEnum, { description: 'The currency of all its money.' })
  currency!: Currency;

  @Field(() => [ThresholdInput], {
    description: 'Approvals by amount, 1 to 10 lines from zero up.',
  })
  thresholds!: ThresholdInput[];
}

@ObjectType({ description: 'The pool that was opened.' })
export class OpenPoolPayload extends Payload {
  @Field(() => Pool, { nullable: true, description: 'The pool; null if refused.' })
  pool?: Pool;
}

@InputType({ description: 'A pool to close.' })
export class ClosePoolInput {
  @Field(() => ID, { description: 'The Pool; it must hold and owe nothing.' })
  poolId!: string;
}

@ObjectType({ description: 'The pool that was closed.' })
export class ClosePoolPayload extends Payload {
  @Field(() => Pool, { nullable: true, description: 'The pool; null if refused.' })
  pool?: Pool;
}

@ObjectType({ implements: UserError, description: 'The pool has less available than is needed.' })
@Allow(withParent)
@RichRefusal('POOL_SHORT')
export class PoolShort extends UserError {
  @Field(() => String, { description: "What is available, as a decimal in the pool's currency." })
  available!: string;

  @Field(() => String, { description: 'What is needed, likewise.' })
  required!: string;
}

@ObjectType({ implements: UserError, description: 'The pool still holds or owes money.' })
@Allow(withParent)
@RichRefusal('POOL_NOT_EMPTY')
export class PoolNotEmpty extends UserError {
  @Field(() => String, { description: "What is available, as a decimal in the pool's currency." })
  available!: string;

  @Field(() => String, { description: 'What is promised and not yet paid, likewise.' })
  committed!: string;
}
