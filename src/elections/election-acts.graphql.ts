import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import { VoteShareInput } from '../ballots/ballot-rule.graphql';
import type { VoteBy } from '../ballots/ballot.entity';
import { VoteByEnum } from '../ballots/ballot.graphql';
import type { Day } from '../kernel/calendar';
import type { OrganisationKind } from '../society/organisation.entity';
import { OrganisationKindEnum } from '../society/society.enums';
import { Election, ElectionWard } from './election.graphql';

@InputType({ description: 'What an election shall go by; what is left out is as it is usual.' })
export class ElectionRuleInput {
  @Field(() => VoteShareInput, {
    nullable: true,
    description: 'The share of the roll that must take part; left out: more than half.',
  })
  turnout?: VoteShareInput | null;

  @Field(() => VoteShareInput, {
    nullable: true,
    description: 'The share of the votes that a winner needs; left out: more than half.',
  })
  wins?: VoteShareInput | null;

  @Field(() => VoteShareInput, {
    nullable: true,
    description: 'The same where a ward votes again for what is left; left out: a third.',
  })
  winsAgain?: VoteShareInput | null;

  @Field(() => VoteShareInput, {
    nullable: true,
    description: 'The share of the electors that may demand a recall; left out: a fifth.',
  })
  recall?: VoteShareInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether there must be more candidates than seats; left out: yes.',
  })
  moreCandidates?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether people may nominate themselves; left out: yes.',
  })
  selfNomination?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'So many residents nominate together, 0 to 100; 0: they do not. Left out: 3.',
  })
  supporters?: number | null;

  @Field(() => [OrganisationKindEnum], {
    nullable: true,
    description:
      'The kinds of organisation that may nominate; left out: party organisations, ' +
      "residents' committees and self-organisations.",
  })
  organisations?: OrganisationKind[] | null;
}

@InputType({ description: 'Some seats with who gives them.' })
export class ElectionWardInput {
  @Field(() => Int, { description: 'How many seats, 1 to 30.' })
  seats!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The courtyard or grid whose people vote; left out: all of where it sits.',
  })
  placeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The group's council whose members vote and stand, instead of a place.",
  })
  groupId?: string | null;
}

@InputType({ description: 'An election to call.' })
export class CallElectionInput {
  @Field(() => ID, { description: 'The council.' })
  councilId!: string;

  @Field(() => DayScalar, { description: 'The first day of the term, today or within a year.' })
  termFrom!: Day;

  @Field(() => VoteByEnum, { description: 'What votes once in wards of a place.' })
  voteBy!: VoteBy;

  @Field(() => MomentScalar, {
    description: 'Until when people are nominated: in an hour to sixty days.',
  })
  nominationsUntil!: Date;

  @Field(() => [ElectionWardInput], { description: '1 to 30 wards, in the order of the seats.' })
  wards!: ElectionWardInput[];

  @Field(() => ElectionRuleInput, { nullable: true, description: 'What it goes by.' })
  rule?: ElectionRuleInput | null;
}

@ObjectType({ description: 'The election that was called.' })
export class CallElectionPayload extends Payload {
  @Field(() => Election, { nullable: true, description: 'The election; null if refused.' })
  election?: Election;
}

@InputType({ description: 'A ballot to open in a ward.' })
export class OpenElectionBallotInput {
  @Field(() => ID, { description: 'The ward.' })
  wardId!: string;

  @Field(() => String, { description: 'What voters are asked, 1 to 500 characters.' })
  question!: string;

  @Field(() => MomentScalar, { description: 'Until when: in an hour to sixty days.' })
  closesAt!: Date;
}

@ObjectType({ description: 'The ward that votes.' })
export class OpenElectionBallotPayload extends Payload {
  @Field(() => ElectionWard, { nullable: true, description: 'The ward; null if refused.' })
  ward?: ElectionWard;
}

@InputType({ description: 'A run-off to open in a ward.' })
export class OpenRunOffInput {
  @Field(() => ID, { description: 'The ward, in which candidates are tied.' })
  wardId!: string;

  @Field(() => String, { description: 'What voters are asked, 1 to 500 characters.' })
  question!: string;

  @Field(() => MomentScalar, { description: 'Until when: in an hour to sixty days.' })
  closesAt!: Date;
}

@ObjectType({ description: 'The ward that votes once more.' })
export class OpenRunOffPayload extends Payload {
  @Field(() => ElectionWard, { nullable: true, description: 'The ward; null if refused.' })
  ward?: ElectionWard;
}

@InputType({ description: 'A ward whose ballot is to be counted.' })
export class CountElectionBallotInput {
  @Field(() => ID, { description: 'The ward, whose ballot has ended.' })
  wardId!: string;
}

@ObjectType({ description: 'The ward that was counted.' })
export class CountElectionBallotPayload extends Payload {
  @Field(() => ElectionWard, { nullable: true, description: 'The ward; null if refused.' })
  ward?: ElectionWard;
}

@InputType({ description: 'An election whose seats are to be given.' })
export class ConcludeElectionInput {
  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: seats that nobody won are not given. Left out: they are voted on again.',
  })
  short?: boolean | null;
}

@ObjectType({ description: 'The election that was concluded.' })
export class ConcludeElectionPayload extends Payload {
  @Field(() => Election, { nullable: true, description: 'The election; null if refused.' })
  election?: Election;
}

@InputType({ description: 'An election to call off.' })
export class CallOffElectionInput {
  @Field(() => ID, { description: 'The election.' })
  electionId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The election that was called off.' })
export class CallOffElectionPayload extends Payload {
  @Field(() => Election, { nullable: true, description: 'The election; null if refused.' })
  election?: Election;
}
