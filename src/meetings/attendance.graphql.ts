import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { readsRoll } from '../ballots/ballot.policy';
import { CouncilSeat } from '../councils/council-seat.graphql';
import type { CouncilSeatRow } from '../councils/council-seat.entity';
import type { ListState } from './attendance-list.entity';
import { Meeting } from './meeting.graphql';

export const ListStateEnum = enumType<ListState>(
  'MeetingAttendanceListState',
  'How far a list of who sits in the room is.',
  {
    waiting: 'It waits for its witness.',
    witnessed: 'A second person counted as many: who stands on it came.',
    rejected: 'It counts for nothing.',
  },
);

@ObjectType({ description: 'That a resident came to a meeting, on line or in the room: once.' })
@Allow(withParent)
export class MeetingAttendance {
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When they signed in on line; null: they did not.',
  })
  onlineAt!: Date | null;
}

export const MeetingAttendanceConnection = connectionOf(MeetingAttendance);

@ObjectType({
  implements: Node,
  description: 'A list of who sits in the room, taken by a clerk and counted again by a witness.',
})
@Allow(readsRoll)
export class MeetingAttendanceList extends Node {
  @Field(() => ListStateEnum, { nullable: true, description: 'How far it is.' })
  state!: ListState;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was witnessed or rejected, if it was.',
  })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected, if it was.' })
  rejectReason!: string | null;
}

export const MeetingAttendanceListConnection = connectionOf(MeetingAttendanceList);

@ObjectType({ description: 'That an organisation came to a meeting.' })
@Allow(withParent)
export class MeetingRepresentative {
  @Field(() => MomentScalar, { description: 'When its representative came.' })
  representedAt!: Date;
}

export const MeetingRepresentativeConnection = connectionOf(MeetingRepresentative);

@ObjectType({ description: "Whether enough of a council's members came to its meeting (row C1)." })
@Allow(withParent)
export class MeetingQuorum {
  @Field(() => Int, { description: 'The full membership on the day.' })
  seats!: number;

  @Field(() => Int, { description: 'How many of it must be there: of 21, 17 by 4 of 5.' })
  needed!: number;

  @Field(() => Int, { description: 'How many came, on line or on a list that was witnessed.' })
  present!: number;

  @Field(() => Boolean, { description: 'Whether those are enough.' })
  isMet!: boolean;

  @Field(() => [CouncilSeat], { description: 'Who came: a seat is a public office.' })
  members!: CouncilSeatRow[];
}

@InputType({ description: 'A meeting to sign in to on line.' })
export class AttendMeetingInput {
  @Field(() => ID, { description: 'The meeting, which is being held.' })
  meetingId!: string;
}

@ObjectType({ description: 'That the signed-in resident came.' })
export class AttendMeetingPayload extends Payload {
  @Field(() => MeetingAttendance, { nullable: true, description: 'That it was; null if refused.' })
  attendance?: MeetingAttendance;
}

@InputType({ description: 'A meeting to come to in the name of an organisation.' })
export class RepresentOrganisationInput {
  @Field(() => ID, { description: 'The meeting, which is being held.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The organisation, in which one holds a role.' })
  organisationId!: string;
}

@ObjectType({ description: 'The meeting to which an organisation came.' })
export class RepresentOrganisationPayload extends Payload {
  @Field(() => Meeting, { nullable: true, description: 'The meeting; null if refused.' })
  meeting?: Meeting;
}

@InputType({ description: 'Who sits in the room.' })
export class RecordMeetingAttendanceInput {
  @Field(() => ID, { description: 'The meeting, which has begun.' })
  meetingId!: string;

  @Field(() => [ID], { description: '1 to 100 residents, each once and on one list.' })
  residentIds!: string[];
}

@ObjectType({ description: 'The list that waits for its witness.' })
export class RecordMeetingAttendancePayload extends Payload {
  @Field(() => MeetingAttendanceList, { nullable: true, description: 'It; null if refused.' })
  list?: MeetingAttendanceList;
}

@InputType({ description: 'A list of who sits in the room, counted again.' })
export class WitnessMeetingAttendanceInput {
  @Field(() => ID, { description: 'The list, which waits.' })
  listId!: string;

  @Field(() => Int, { description: 'How many the witness counted: as many as stand on it.' })
  people!: number;
}

@ObjectType({ description: 'The list that was witnessed.' })
export class WitnessMeetingAttendancePayload extends Payload {
  @Field(() => MeetingAttendanceList, { nullable: true, description: 'It; null if refused.' })
  list?: MeetingAttendanceList;
}

@InputType({ description: 'A list that shall count for nothing.' })
export class RejectMeetingAttendanceInput {
  @Field(() => ID, { description: 'The list, which waits.' })
  listId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The list that counts for nothing.' })
export class RejectMeetingAttendancePayload extends Payload {
  @Field(() => MeetingAttendanceList, { nullable: true, description: 'It; null if refused.' })
  list?: MeetingAttendanceList;
}
