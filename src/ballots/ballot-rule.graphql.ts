import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import type { Outcome, PassesOf } from './tally';

export const PassesOfEnum = enumType<PassesOf>(
  'PassesOf',
  'Of what the share is that must be in favour.',
  {
    base: 'Of all who may vote, whether they do or not (全体成员).',
    votes: 'Of all votes that were cast, abstentions among them.',
  },
);

export const BallotOutcomeKindEnum = enumType<Outcome>(
  'BallotOutcomeKind',
  'What a ballot that decides came to.',
  {
    passed: 'Enough took part, and enough of them were in favour.',
    rejected: 'Enough took part, and too few were in favour.',
    no_quorum: 'Too few took part: nothing is decided.',
  },
);

@ObjectType({ description: 'A share of a whole: 4/5, or more than 1/2.' })
@Allow(withParent)
export class VoteShare {
  @Field(() => Int, { description: 'The numerator.' })
  num!: number;

  @Field(() => Int, { description: 'The denominator, 1 to 100.' })
  den!: number;

  @Field(() => Boolean, { description: 'True: more than the share. False: at least the share.' })
  strict!: boolean;
}

@InputType({ description: 'A share of a whole: 4/5, or more than 1/2.' })
export class VoteShareInput {
  @Field(() => Int, { description: 'The numerator, 0 to the denominator; strict: less than it.' })
  num!: number;

  @Field(() => Int, { description: 'The denominator, 1 to 100.' })
  den!: number;

  @Field(() => Boolean, { description: 'True: more than the share. False: at least the share.' })
  strict!: boolean;
}

@ObjectType({ description: 'What a ballot decides by, frozen when it opened.' })
@Allow(withParent)
export class BallotRule {
  @Field(() => VoteShare, { description: 'The share of the base that must take part.' })
  quorum!: VoteShare;

  @Field(() => VoteShare, { description: 'The share that must be in favour.' })
  passes!: VoteShare;

  @Field(() => PassesOfEnum, { description: 'Of what.' })
  passesOf!: PassesOf;

  @Field(() => String, { description: 'Which of the choices is in favour.' })
  inFavour!: string;
}

@InputType({ description: 'What a ballot shall decide by.' })
export class BallotRuleInput {
  @Field(() => VoteShareInput, {
    description: 'The share of the base that must take part; an abstention is presence, too.',
  })
  quorum!: VoteShareInput;

  @Field(() => VoteShareInput, { description: 'The share that must be in favour.' })
  passes!: VoteShareInput;

  @Field(() => PassesOfEnum, { description: 'Of what.' })
  passesOf!: PassesOf;

  @Field(() => String, { description: 'Which of the choices is in favour.' })
  inFavour!: string;
}

@ObjectType({ description: 'What a ballot came to, with the figures that it follows from.' })
@Allow(withParent)
export class BallotOutcome {
  @Field(() => Int, {
    description: 'What shares were of: on the roll, not recused, and vacant seats.',
  })
  base!: number;

  @Field(() => Int, { description: 'How many had to take part.' })
  quorumNeeded!: number;

  @Field(() => Int, { description: 'How many did: all votes, on line, by name and on paper.' })
  tookPart!: number;

  @Field(() => Int, { description: 'How many had to be in favour, 1 at least.' })
  passNeeded!: number;

  @Field(() => Int, { description: 'How many were.' })
  inFavour!: number;

  @Field(() => BallotOutcomeKindEnum, { description: 'What follows.' })
  outcome!: Outcome;
}
