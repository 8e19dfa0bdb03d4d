import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { RecallState } from './seat-recall.entity';

export const RecallStateEnum = enumType<RecallState>('SeatRecallState', 'How far a recall is.', {
  gathering: 'Electors sign the demand.',
  voting: 'The electors vote on it.',
  recalled: 'They took the seat back.',
  kept: 'Enough took part, and the seat is kept.',
  no_quorum: 'Too few took part: the seat is kept.',
  lapsed: 'Too few signed in time.',
});

@ObjectType({
  implements: Node,
  description:
    'A demand that the electors of a ward vote whether a member whom they elected keeps the seat ' +
    '(罢免). Who signed is not told.',
})
@Allow(anyone)
export class SeatRecall extends Node {
  @Field(() => RecallStateEnum, { description: 'How far it is.' })
  state!: RecallState;

  @Field(() => Int, {
    description: 'How many must sign: the share of the electors that the election names.',
  })
  needed!: number;

  @Field(() => MomentScalar, { description: 'When it was demanded.' })
  demandedAt!: Date;

  @Field(() => MomentScalar, { description: 'Until when electors can sign.' })
  gathersUntil!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended, if it did.' })
  endedAt!: Date | null;
}

export const SeatRecallConnection = connectionOf(SeatRecall);

@InputType({ description: 'A seat to vote on again.' })
export class DemandSeatRecallInput {
  @Field(() => ID, { description: 'The seat, which was given by an election.' })
  seatId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; the community may read it.' })
  ground!: string;
}

@ObjectType({ description: 'The demand, signed by whoever made it.' })
export class DemandSeatRecallPayload extends Payload {
  @Field(() => SeatRecall, { nullable: true, description: 'The demand; null if refused.' })
  recall?: SeatRecall;
}

@InputType({ description: 'A demand to sign.' })
export class CoSignSeatRecallInput {
  @Field(() => ID, { description: 'The demand.' })
  recallId!: string;
}

@ObjectType({ description: 'The demand that was signed.' })
export class CoSignSeatRecallPayload extends Payload {
  @Field(() => SeatRecall, { nullable: true, description: 'The demand; null if refused.' })
  recall?: SeatRecall;
}

@InputType({ description: 'A recall to put to the vote.' })
export class OpenSeatRecallBallotInput {
  @Field(() => ID, { description: 'The demand, signed by enough.' })
  recallId!: string;

  @Field(() => String, { description: 'What voters are asked, 1 to 500 characters.' })
  question!: string;

  @Field(() => MomentScalar, { description: 'Until when: in an hour to sixty days.' })
  closesAt!: Date;
}

@ObjectType({ description: 'The recall that is voted on.' })
export class OpenSeatRecallBallotPayload extends Payload {
  @Field(() => SeatRecall, { nullable: true, description: 'The recall; null if refused.' })
  recall?: SeatRecall;
}

@InputType({ description: 'A recall whose ballot is to be counted.' })
export class ConcludeSeatRecallInput {
  @Field(() => ID, { description: 'The recall, whose ballot has ended.' })
  recallId!: string;
}

@ObjectType({ description: 'The recall that was decided.' })
export class ConcludeSeatRecallPayload extends Payload {
  @Field(() => SeatRecall, { nullable: true, description: 'The recall; null if refused.' })
  recall?: SeatRecall;
}
