import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { booksReader } from '../society/society.policy';

export type VerificationState = 'waiting' | 'running' | 'right' | 'wrong';

export const VerificationStateEnum = enumType<VerificationState>(
  'VerificationState',
  'How far a verification of books is, and what came of it.',
  {
    waiting: 'Nobody has begun: it is done within a minute or two.',
    running: 'The checks run.',
    right: 'Everything holds.',
    wrong: 'Some checks do not hold: each shows what is wrong.',
  },
);

@ObjectType({ description: 'What one check said of the books.' })
@Allow(withParent)
export class VerifiedCheck {
  @Field(() => String, { description: 'Its name, the same in every language: `balanced`.' })
  name!: string;

  @Field(() => String, { description: 'What should hold, in the language asked.' })
  says!: string;

  @Field(() => Boolean, { description: 'Whether it holds.' })
  right!: boolean;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  tookMs!: number;

  @Field(() => [String], {
    description: 'What is wrong, ten rows at most, as JSON with the ids of the books.',
  })
  rows!: string[];
}

@ObjectType({
  implements: Node,
  description:
    'The books of a place, recomputed from the entries: asked for by a person, done by a job.',
})
@Allow(booksReader)
export class Verification extends Node {
  @Field(() => VerificationStateEnum, { description: 'How far it is, and what came of it.' })
  state!: VerificationState;

  @Field(() => MomentScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When the checks began.' })
  begunAt!: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When the last check was done.' })
  endedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many checks do not hold; null before.' })
  wrong!: number | null;

  @Field(() => [VerifiedCheck], {
    description: 'What each check said, in the order of the floors; empty before it is done.',
  })
  checks!: VerifiedCheck[];
}

export const VerificationConnection = connectionOf(Verification);

@InputType({ description: 'Books to verify.' })
export class AskForVerificationInput {
  @Field(() => ID, { description: 'The Place that keeps them.' })
  communityId!: string;
}

@ObjectType({ description: 'The verification that was asked for, or that waits already.' })
export class AskForVerificationPayload extends Payload {
  @Field(() => Verification, { nullable: true, description: 'It; null if refused.' })
  verification?: Verification;
}
