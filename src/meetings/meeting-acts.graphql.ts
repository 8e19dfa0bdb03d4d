import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { MeetingKind } from './meeting-kinds';
import { Meeting, MeetingKindEnum } from './meeting.graphql';

@InputType({ description: 'What is announced of a meeting.' })
export class AnnouncedInput {
  @Field(() => String, {
    nullable: true,
    description: 'The agenda, ≤ 4,000 characters; some kinds need one.',
  })
  agenda?: string | null;

  @Field(() => String, { description: 'Where it is held, 1 to 100 characters.' })
  venue!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be followed on line: an address that begins with https.',
  })
  link?: string | null;

  @Field(() => MomentScalar, {
    description: 'When it begins: as many days ahead as its kind asks for, and within a year.',
  })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is, 15 to 480 minutes.' })
  durationMinutes!: number;
}

@InputType({ description: 'A meeting to convene.' })
export class ConveneMeetingInput extends AnnouncedInput {
  @Field(() => MeetingKindEnum, { description: 'What kind of meeting.' })
  kind!: MeetingKind;

  @Field(() => ID, {
    description: 'The community, or the courtyard or grid of it; of a council, where it sits.',
  })
  placeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The council that meets; of a council meeting and no other.',
  })
  councilId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The motion that is heard; of hearings only.' })
  motionId?: string | null;

  @Field(() => String, { description: 'What it is about, 1 to 100 characters.' })
  title!: string;
}

@ObjectType({ description: 'The meeting that was convened.' })
export class ConveneMeetingPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting; null if refused.' })
  meeting?: Meeting;
}

@InputType({ description: 'A meeting to announce anew: what is left out is there no longer.' })
export class ChangeMeetingInput extends AnnouncedInput {
  @Field(() => ID, { description: 'The meeting, which has not begun.' })
  meetingId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The meeting as it is announced now.' })
export class ChangeMeetingPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting; null if refused.' })
  meeting?: Meeting;
}

@InputType({ description: 'A meeting to cancel.' })
export class CancelMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The meeting that was cancelled.' })
export class CancelMeetingPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting; null if refused.' })
  meeting?: Meeting;
}

@InputType({ description: 'A meeting that was held.' })
export class CloseMeetingInput {
  @Field(() => ID, { description: 'The meeting, which has begun.' })
  meetingId!: string;
}

@ObjectType({ description: 'The meeting that was closed.' })
export class CloseMeetingPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting; null if refused.' })
  meeting?: Meeting;
}
