import { Field, InputType, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { Payload } from '../api/user-error.graphql';
import { Allow, withParent } from '../api/policy';
import { Ballot, MARKS_SAYS } from './ballot.graphql';

@ObjectType({
  description: 'An elector who stands aside (回避), with all that votes once with them.',
})
@Allow(withParent)
export class BallotRecusal {
  @Field(() => String, { description: 'Why.' })
  ground!: string;
}

export const BallotRecusalConnection = connectionOf(BallotRecusal);

@ObjectType({ description: 'A vote with a name on it, of a roll call (记名表决).' })
@Allow(withParent)
export class RollCallVote {
  @Field(() => String, {
    nullable: true,
    description: 'What was voted; null where that is not one choice.',
  })
  choice!: string | null;

  @Field(() => [String], { description: 'The choices that were marked, in their order.' })
  choices!: string[];
}

export const RollCallVoteConnection = connectionOf(RollCallVote);

@InputType({ description: 'A resident on a roll who stands aside.' })
export class RecusalInput {
  @Field(() => ID, { description: 'The resident.' })
  residentId!: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters; shown to the community.' })
  ground!: string;
}

@InputType({ description: 'A ballot to stand aside from.' })
export class RecuseFromBallotInput {
  @Field(() => ID, { description: 'The ballot, which decides.' })
  ballotId!: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters; shown to the community.' })
  ground!: string;
}

@ObjectType({ description: 'The ballot with its lower base.' })
export class RecuseFromBallotPayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;
}

@InputType({ description: 'A vote by name.' })
export class CastRollCallVoteInput {
  @Field(() => ID, { description: 'The ballot, a roll call.' })
  ballotId!: string;

  @Field(() => String, {
    nullable: true,
    description: "One of the ballot's choices, as it is written there; left out where marks are.",
  })
  choice?: string | null;

  @Field(() => [String], { nullable: true, description: MARKS_SAYS })
  marks?: string[] | null;
}

@ObjectType({ description: 'The ballot that was voted in.' })
export class CastRollCallVotePayload extends Payload {
  @Field(() => Ballot, { nullable: true, description: 'The ballot; null if refused.' })
  ballot?: Ballot;
}
