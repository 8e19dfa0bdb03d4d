import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../api/user-error.graphql';
import { Candidate } from './candidate.graphql';

@InputType({ description: 'Somebody to nominate.' })
export class NominateCandidateInput {
  @Field(() => ID, { description: 'The ward.' })
  wardId!: string;

  @Field(() => ID, { description: 'The resident; oneself, if the election takes that.' })
  residentId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that nominates; left out: whoever asks does.',
  })
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the nominee is put forward with, up to 1,000 characters.',
  })
  statement?: string | null;
}

@ObjectType({ description: 'Who was nominated.' })
export class NominateCandidatePayload extends Payload {
  @Field(() => Candidate, { nullable: true, description: 'The candidate; null if refused.' })
  candidate?: Candidate;
}

@InputType({ description: 'A nomination by residents to support.' })
export class SupportNominationInput {
  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;
}

@ObjectType({ description: 'Whose nomination was supported.' })
export class SupportNominationPayload extends Payload {
  @Field(() => Candidate, { nullable: true, description: 'The candidate; null if refused.' })
  candidate?: Candidate;
}

@InputType({ description: 'A nomination to accept.' })
export class AcceptNominationInput {
  @Field(() => ID, { description: 'The candidate: whoever asks.' })
  candidateId!: string;
}

@ObjectType({ description: 'Who stands now.' })
export class AcceptNominationPayload extends Payload {
  @Field(() => Candidate, { nullable: true, description: 'The candidate; null if refused.' })
  candidate?: Candidate;
}

@InputType({ description: 'A candidacy to give up.' })
export class WithdrawCandidacyInput {
  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;
}

@ObjectType({ description: 'Who stands no longer.' })
export class WithdrawCandidacyPayload extends Payload {
  @Field(() => Candidate, { nullable: true, description: 'The candidate; null if refused.' })
  candidate?: Candidate;
}
