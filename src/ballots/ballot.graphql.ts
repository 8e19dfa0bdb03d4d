import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { BallotKind, VoteBy } from './ballot.entity';

export const VoteByEnum = enumType<VoteBy>('VoteBy', 'What votes once.', {
  household: 'A household: whoever of it comes first casts its vote (一户一票).',
  resident: 'Each resident.',
});

export const BallotKindEnum = enumType<BallotKind>('BallotKind', 'How votes are cast.', {
  secret: 'In secret: with tokens that are signed blind, and on paper (无记名).',
  roll_call: 'By name: who voted what is shown once it is closed (记名).',
});

/** What several marks are, wherever they are given. */
export const MARKS_SAYS =
  'Where the ballot takes several marks: the choices that are marked, as they are written there; ' +
  'none of them is an abstention.';

@ObjectType({ description: 'What was voted for one of the choices.' })
@Allow(withParent)
export class ChoiceResult {
  @Field(() => String, { description: 'The choice, in the words of the ballot.' })
  choice!: string;

  @Field(() => Int, { description: 'How many votes it has.' })
  votes!: number;

  @Field(() => Int, { description: 'How many of them came on paper.' })
  onPaper!: number;
}

@ObjectType({ description: 'A vote as it lies in its box: who cast it, nobody can tell.' })
@Allow(withParent)
export class CastVote {
  @Field(() => String, { description: "The token that the voter's device chose, base64url." })
  token!: string;

  @Field(() => String, {
    description: "The ballot's signature under the token (RSASSA-PSS, SHA-384), base64url.",
  })
  signature!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was voted; null where that is not one choice.',
  })
  choice!: string | null;

  @Field(() => [String], { description: 'The choices that are marked, in their order.' })
  choices!: string[];
}

export const CastVoteConnection = connectionOf(CastVote);

@ObjectType({
  implements: Node,
  description:
    'A question that a community answers (表决), for an opinion or to decide. In secret: the roll ' +
    'tells who took a voting token, the boxes hold what was voted, and nothing links the two: ' +
    'tokens are signed blind (RFC 9474). Or by name. There are no interim results.',
})
@Allow(anyone)
export class Ballot extends Node {
  @Field(() => BallotKindEnum, { description: 'How votes are cast.' })
  kind!: BallotKind;

  @Field(() => String, { description: 'What is asked.' })
  question!: string;

  @Field(() => [String], {
    description: 'What can be answered: 2 to 10 choices, with several marks 1 to 30.',
  })
  choices!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Up to so many choices a vote may mark, or none; null: a vote is for one choice.',
  })
  mostMarks!: number | null;

  @Field(() => VoteByEnum, { description: 'What votes once.' })
  voteBy!: VoteBy;

  @Field(() => Int, {
    description:
      'What shares are of: those on the roll that was frozen at opening, without those who stand ' +
      'aside, and the vacant seats (onRoll − aside + vacant).',
  })
  base!: number;

  @Field(() => Int, {
    description:
      'The seats of a full membership that nobody held when it opened: they have no vote, and ' +
      'stay in the base (C1). 0 of a ballot of residents.',
  })
  vacant!: number;

  @Field(() => MomentScalar, { description: 'When it was opened, and its roll frozen.' })
  openedAt!: Date;

  @Field(() => MomentScalar, { description: 'From when on it takes no votes.' })
  closesAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was counted, if it was.' })
  closedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many voted, whatever they marked; null until it is counted.',
  })
  tookPart!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The key that its tokens are signed with: RSA, SPKI in DER, base64url. Tokens are of the ' +
      'suite RSABSSA-SHA384-PSS-Deterministic. A roll call has none.',
  })
  publicKey!: string | null;
}

export const BallotConnection = connectionOf(Ballot);

@ObjectType({ description: 'What the roll of a ballot says of whoever asks.' })
@Allow(withParent)
export class OwnRollLine {
  @Field(() => Boolean, {
    description: 'Whether the token was taken: by the household, where that votes once.',
  })
  tokenTaken!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a paper was taken: then there is no token to take.',
  })
  paperTaken!: boolean;

  @Field(() => Boolean, { description: 'Whether they stand aside, and have no vote.' })
  recused!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'What was voted by name; null: nothing yet, it is secret, or that is not one choice.',
  })
  rollCallVote!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The choices that were marked by name; null: nothing yet, or it is secret.',
  })
  rollCallMarks!: string[] | null;
}
