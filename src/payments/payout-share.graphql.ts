import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { booksReader } from '../society/society.policy';

export type PayoutShareState = 'in_transit' | 'arrived' | 'failed';

export const PayoutShareStateEnum = enumType<PayoutShareState>(
  'PayoutShareState',
  'Where the money of a payout is.',
  {
    in_transit: 'On its way from the processor to the bank.',
    arrived: "On the bank's statement.",
    failed: 'It came back to the processor.',
  },
);

@ObjectType({
  implements: Node,
  description: 'What a payout of the processor brought one foundation, or the city.',
})
@Allow(booksReader)
export class PayoutShare extends Node {
  @Field(() => String, { description: 'The payout at the processor.' })
  payoutId!: string;

  @Field(() => DayScalar, { nullable: true, description: "The day on the bank's statement." })
  arrivedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The line of the statement.' })
  bankReference!: string | null;
}

export const PayoutShareConnection = connectionOf(PayoutShare);

@InputType({ description: "A payout that stands on the bank's statement." })
export class RecordPayoutArrivalInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The share of the payout.' })
  shareId!: string;

  @Field(() => DayScalar, { description: 'The day on the statement.' })
  arrivedOn!: Day;

  @Field(() => String, { description: 'The line of the statement, at most 200 characters.' })
  bankReference!: string;
}

@ObjectType({ description: 'The share as it stands now.' })
export class RecordPayoutArrivalPayload extends Payload {
  @Field(() => PayoutShare, { nullable: true, description: 'The share; null if refused.' })
  share?: PayoutShare;
}
