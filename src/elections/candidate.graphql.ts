import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { CandidateStanding, NominatedAs } from './candidate.entity';

export const NominatedAsEnum = enumType<NominatedAs>('NominatedAs', 'Who nominated somebody.', {
  self: 'The candidate, alone.',
  residents: 'So many residents of the ward together.',
  organisation: 'An organisation.',
});

export const CandidateStandingEnum = enumType<CandidateStanding>(
  'CandidateStanding',
  'What a candidate came to.',
  {
    elected: 'Has won a seat.',
    tied: 'Had as many votes as another for the last seat: a run-off decides.',
    substitute: 'Reached the share, and follows in turn when a seat falls vacant (候补).',
    not_elected: 'Did not reach the share.',
    passed_over: 'Could sit no longer, or would have been a cadre too many.',
  },
);

@ObjectType({
  implements: Node,
  description:
    'Somebody who was nominated for the seats of a ward (候选人). Whoever accepts stands for a ' +
    'public office, under the full name; until then no name is told.',
})
@Allow(anyone)
export class Candidate extends Node {
  @Field(() => NominatedAsEnum, { description: 'Who nominated them.' })
  nominatedAs!: NominatedAs;

  @Field(() => MomentScalar, { description: 'When they were nominated.' })
  nominatedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When they accepted, if they did.' })
  acceptedAt!: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When they withdrew, if they did.' })
  withdrawnAt!: Date | null;

  @Field(() => CandidateStandingEnum, {
    nullable: true,
    description: 'What they came to; null before a ballot that they are on was counted.',
  })
  standing!: CandidateStanding | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The votes in the last counted ballot that they were on.',
  })
  votes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The place among those elected in their ward, or among those who follow; from 1.',
  })
  rank!: number | null;
}

export const CandidateConnection = connectionOf(Candidate);
