import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { BallotKind, VoteBy } from './ballot.entity';
import { Ballot, BallotKindEnum, MARKS_SAYS, VoteByEnum } from './ballot.graphql';
import { BallotRuleInput } from './ballot-rule.graphql';
import { RecusalInput } from './named.graphql';

@InputType({ description: 'A question to put to a community.' })
export class OpenBallotInput {
  @Field(() => ID, { description: 'The community.' })
  communityId!: string;

  @Field(() => String, { description: 'What is asked, 1 to 500 characters.' })
  question!: string;

  @Field(() => [String], {
    description: '2 to 10 different choices of 1 to 100 characters; with mostMarks 1 to 30.',
  })
  choices!: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Up to so many choices a vote may mark, or none at all; left out: a vote is for one choice.',
  })
  mostMarks?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The courtyard or grid whose people may vote; left out: the whole community.',
  })
  placeId?: string | null;

  @Field(() => VoteByEnum, { description: 'What votes once.' })
  voteBy!: VoteBy;

  @Field(() => MomentScalar, { description: 'Until when: in an hour to sixty days.' })
  closesAt!: Date;

  @Field(() => BallotKindEnum, { nullable: true, description: 'Left out: in secret.' })
  kind?: BallotKind | null;

  @Field(() => BallotRuleInput, {
    nullable: true,
    description: 'What it decides by; left out: it asks for opinions, and nothing follows.',
  })
  rule?: BallotRuleInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The residents who may vote, 1 to 500; left out: all of the community.',
  })
  electors?: string[] | null;

  @Field(() => [RecusalInput], {
    nullable: true,
    description: 'Those of them who stand aside, where it decides.',
  })
  recused?: RecusalInput[] | null;
}

@ObjectType({ description: 'The ballot that was opened.' })
export class OpenBallotPayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;
}

@InputType({ description: "A voter's token, blinded." })
export class TakeVotingTokenInput {
  @Field(() => ID, { description: 'The ballot.' })
  ballotId!: string;

  @Field(() => String, {
    description: '32 random bytes, blinded by the device with the key of the ballot, base64url.',
  })
  blindedToken!: string;
}

@ObjectType({ description: 'The signature under a blinded token.' })
export class TakeVotingTokenPayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;

  @Field(() => String, {
    nullable: true,
    description: 'The signature, for the device to unblind, base64url; null if refused.',
  })
  blindSignature?: string;
}

@InputType({ description: 'A vote, without a name.' })
export class CastVoteInput {
  @Field(() => ID, { description: 'The ballot.' })
  ballotId!: string;

  @Field(() => String, { description: 'The token, base64url.' })
  token!: string;

  @Field(() => String, { description: 'The unblinded signature under it, base64url.' })
  signature!: string;

  @Field(() => String, {
    nullable: true,
    description: "One of the ballot's choices, as it is written there; left out where marks are.",
  })
  choice?: string | null;

  @Field(() => [String], { nullable: true, description: MARKS_SAYS })
  marks?: string[] | null;
}

@ObjectType({ description: 'The ballot that the vote was put into.' })
export class CastVotePayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;
}

@InputType({ description: 'A ballot to count.' })
export class CloseBallotInput {
  @Field(() => ID, { description: 'The ballot, whose last moment has passed.' })
  ballotId!: string;
}

@ObjectType({ description: 'The ballot that was counted.' })
export class CloseBallotPayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;
}
