import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { giftReader } from './donation.policy';
import type { GiftRefundRow } from './gift-refund.entity';

export const RefundStateEnum = enumType<GiftRefundRow['state']>(
  'RefundState',
  'How far a refund has come.',
  {
    requested: 'Somebody asked; another person has to check.',
    approved: 'It is sent to the processor.',
    pending: 'The processor is at it; it stands in the books.',
    succeeded: 'The money has gone back.',
    failed: 'It could not be given back; what was posted was taken back.',
    declined: 'Somebody said no.',
  },
);

export const RefundOriginEnum = enumType<GiftRefundRow['origin']>(
  'RefundOrigin',
  'Where a refund came from.',
  {
    asked: "Asked for here, by the foundation's people.",
    dashboard: "Made at the processor's dashboard, and found there.",
    held: 'What was only held goes back: a second payment, another amount.',
  },
);

@ObjectType({
  implements: Node,
  description: 'What of a gift goes back to its giver (退款).',
})
@Allow(giftReader)
export class Refund extends Node {
  @Field(() => RefundStateEnum, { description: 'How far it has come.' })
  state!: GiftRefundRow['state'];

  @Field(() => RefundOriginEnum, { description: 'Where it came from.' })
  origin!: GiftRefundRow['origin'];

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When somebody decided.' })
  checkedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declinedBecause!: string | null;
}

@InputType({ description: 'What of a gift to give back.' })
export class RequestRefundInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The gift.' })
  donationId!: string;

  @Field(() => MoneyInput, { description: 'How much, at most what is left.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; the giver reads it.' })
  reason!: string;
}

@InputType({ description: 'A refund to let go.' })
export class ApproveRefundInput {
  @Field(() => ID, { description: 'The refund.' })
  refundId!: string;
}

@InputType({ description: 'A refund to refuse.' })
export class DeclineRefundInput {
  @Field(() => ID, { description: 'The refund.' })
  refundId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

/** What every act on a refund answers. */
@ObjectType({ description: 'What an act on a refund answers.' })
abstract class RefundPayload extends Payload {
  @Field(() => Refund, { nullable: true, description: 'The refund; null if refused.' })
  refund?: Refund;
}

@ObjectType({ description: 'The refund: sent soon, or waiting for another person.' })
export class RequestRefundPayload extends RefundPayload {}

@ObjectType({ description: 'The refund, which is sent soon.' })
export class ApproveRefundPayload extends RefundPayload {}

@ObjectType({ description: 'The refund that will not be made.' })
export class DeclineRefundPayload extends RefundPayload {}
