import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Payload } from '../api/user-error.graphql';
import { MotionActInput } from './motion-act.graphql';
import { Motion } from './motion.graphql';
import type { Screening } from './screen-motion';
import type { PersonTabler } from './tabler';

export const PersonTablerEnum = enumType<PersonTabler>(
  'PersonTabler',
  'As whom people table motions (row C1).',
  {
    party_organisation: 'For the party organisation: its committee.',
    self_governing: "For the self-governing organisation: cadres of the residents' committee.",
    council_member: 'As a member of a council of the community.',
    residents: 'As a resident, together with others.',
  },
);

export const ScreeningEnum = enumType<Screening>('Screening', 'What screening comes to.', {
  admit: 'The motion may be put to the vote.',
  return: 'It goes back to who tabled it.',
});

@InputType({ description: 'A motion to put before the body that decides it.' })
export class TableMotionInput {
  @Field(() => ID, { description: 'The place whose affair it is: a community, or less.' })
  placeId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it says, 1 to 5,000 characters.' })
  text!: string;

  @Field(() => PersonTablerEnum, { description: 'As whom it is tabled.' })
  tabledAs!: PersonTabler;

  @Field(() => MotionActInput, {
    nullable: true,
    description: 'The one act that it opens; left out: it says what it says.',
  })
  act?: MotionActInput | null;
}

@InputType({ description: 'A motion to put a name to.' })
export class CoSignMotionInput {
  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;
}

@InputType({ description: 'A motion to admit or to return.' })
export class ScreenMotionInput {
  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;

  @Field(() => ScreeningEnum, { description: 'Which of the two.' })
  screening!: Screening;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is to be heard in public before it is voted on.',
  })
  hearingFirst?: boolean | null;
}

@InputType({ description: 'A motion to deal with together with another one.' })
export class MergeMotionInput {
  @Field(() => ID, { description: 'The motion that goes no further by itself.' })
  motionId!: string;

  @Field(() => ID, { description: 'The one with which it is dealt with, of the same council.' })
  intoId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@InputType({ description: 'A motion to take back.' })
export class WithdrawMotionInput {
  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@InputType({ description: 'A motion to vote on.' })
export class PutMotionToVoteInput {
  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;

  @Field(() => MomentScalar, { description: 'The last moment to vote: in an hour to 60 days.' })
  closesAt!: Date;
}

@InputType({ description: 'A motion whose vote is over.' })
export class ConcludeMotionInput {
  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;
}

/** What every act on a motion answers with: the motion as it then stands. */
@ObjectType({ description: 'What an act on a motion answers with.' })
abstract class MotionPayload extends Payload {
  @Field(() => Motion, { nullable: true, description: 'The motion; null if refused.' })
  motion?: Motion;
}

@ObjectType({ description: 'The motion that was tabled, or gathers names.' })
export class TableMotionPayload extends MotionPayload {}

@ObjectType({ description: 'The motion with one more name under it.' })
export class CoSignMotionPayload extends MotionPayload {}

@ObjectType({ description: 'The motion that was screened.' })
export class ScreenMotionPayload extends MotionPayload {}

@ObjectType({ description: 'The motion that goes no further by itself.' })
export class MergeMotionPayload extends MotionPayload {}

@ObjectType({ description: 'The motion that was taken back.' })
export class WithdrawMotionPayload extends MotionPayload {}

@ObjectType({ description: 'The motion that is voted on.' })
export class PutMotionToVotePayload extends MotionPayload {}

@ObjectType({ description: 'The motion whose vote was counted.' })
export class ConcludeMotionPayload extends MotionPayload {}
