import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { VoteShare } from '../ballots/ballot-rule.graphql';
import type { VoteBy } from '../ballots/ballot.entity';
import { VoteByEnum } from '../ballots/ballot.graphql';
import type { Day } from '../kernel/calendar';
import type { OrganisationKind } from '../society/organisation.entity';
import { OrganisationKindEnum } from '../society/society.enums';
import type { ElectionBallotKind } from './election-ballot.entity';
import type { WardState } from './election-ward.entity';
import type { ElectionState } from './election.entity';

export const ElectionStateEnum = enumType<ElectionState>(
  'ElectionState',
  'How far an election is.',
  {
    called: 'People are nominated, or wards vote.',
    concluded: 'The seats were given.',
    called_off: 'It came to no end, and gave no seats.',
  },
);

export const WardStateEnum = enumType<WardState>('WardState', 'How far a ward is.', {
  nominating: 'People are nominated, and it has not voted yet.',
  voting: 'It votes, or waits to be counted.',
  tied: 'Candidates had the same votes for the last seat: a run-off decides.',
  no_quorum: 'Too few took part in its last ballot: it votes again.',
  short: 'Fewer reached the share than there are seats: it votes again for what is left.',
  filled: 'All its seats are won.',
});

export const ElectionBallotKindEnum = enumType<ElectionBallotKind>(
  'ElectionBallotKind',
  'What a ballot of a ward is for.',
  {
    first: 'All its seats; also once more, where too few took part.',
    again: 'The seats that nobody won: a smaller share of the votes is enough.',
    run_off: 'The last seats, among those alone who had the same votes for them.',
  },
);

@ObjectType({ description: 'What an election goes by, frozen when it was called.' })
@Allow(withParent)
export class ElectionRule {
  @Field(() => VoteShare, { description: 'The share of the roll that must take part.' })
  turnout!: VoteShare;

  @Field(() => VoteShare, { description: 'The share of the votes that a winner needs.' })
  wins!: VoteShare;

  @Field(() => VoteShare, {
    description: 'The same where a ward votes again for the seats that are left.',
  })
  winsAgain!: VoteShare;

  @Field(() => VoteShare, {
    description: 'The share of the electors that may demand a recall of whom they elected.',
  })
  recall!: VoteShare;

  @Field(() => Boolean, {
    description: 'Whether there must be more candidates than seats (差额选举).',
  })
  moreCandidates!: boolean;

  @Field(() => Boolean, { description: 'Whether people may nominate themselves.' })
  selfNomination!: boolean;

  @Field(() => Int, { description: 'So many residents nominate together; 0: they do not.' })
  supporters!: number;

  @Field(() => [OrganisationKindEnum], {
    description: 'The kinds of organisation that may nominate.',
  })
  organisations!: OrganisationKind[];
}

@ObjectType({
  implements: Node,
  description: "An election of a council's members for a coming term (选举, rows C1, N1, N5, B6).",
})
@Allow(anyone)
export class Election extends Node {
  @Field(() => ElectionStateEnum, { description: 'How far it is.' })
  state!: ElectionState;

  @Field(() => DayScalar, { description: 'The first day of the term that it is for.' })
  termFrom!: Day;

  @Field(() => VoteByEnum, {
    description: 'What votes once, in wards of a place; in a group each member of its council.',
  })
  voteBy!: VoteBy;

  @Field(() => MomentScalar, { description: 'Until when people are nominated.' })
  nominationsUntil!: Date;

  @Field(() => MomentScalar, { description: 'When it was called.' })
  calledAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended, if it did.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off, if it was.' })
  callOffReason!: string | null;
}

export const ElectionConnection = connectionOf(Election);

@ObjectType({
  implements: Node,
  description:
    'Some seats of a council with who gives them: the people of a place, or the members of a ' +
    "group's council, who choose among themselves.",
})
@Allow(anyone)
export class ElectionWard extends Node {
  @Field(() => Int, { description: 'Which ward of the election, from 1.' })
  number!: number;

  @Field(() => Int, { description: 'How many seats it gives.' })
  seats!: number;

  @Field(() => WardStateEnum, { description: 'How far it is.' })
  state!: WardState;
}

@ObjectType({ description: 'A ballot of a ward.' })
@Allow(withParent)
export class ElectionBallot {
  @Field(() => Int, { description: 'Which ballot of its ward, from 1.' })
  round!: number;

  @Field(() => ElectionBallotKindEnum, { description: 'What it is for.' })
  kind!: ElectionBallotKind;

  @Field(() => Int, { description: 'The seats that were left when it opened.' })
  seats!: number;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was counted for the election; null until then.',
  })
  countedAt!: Date | null;
}

@ObjectType({ description: 'What a counted ballot of a ward needed, and what there was.' })
@Allow(withParent)
export class ElectionCount {
  @Field(() => Int, { description: 'How many might vote.' })
  base!: number;

  @Field(() => Int, { description: 'How many had to take part.' })
  turnoutNeeded!: number;

  @Field(() => Int, { description: 'How many did.' })
  tookPart!: number;

  @Field(() => Int, {
    description:
      'How many votes a winner needed, 1 at least; in a run-off only the order counts: 0.',
  })
  votesNeeded!: number;
}
