import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { AttendanceState } from './course-attendance.reader';
import { attendanceReader } from './course.policy';
import { CourseSession } from './course.graphql';

export const AttendanceStateEnum = enumType<AttendanceState>(
  'AttendanceState',
  'What became of an attendance.',
  {
    recorded: 'Recorded by who gives the course; it waits for someone else to confirm it.',
    confirmed: 'Confirmed: what it earns is in the wallet.',
    cancelled: 'Taken back with a reason: what it earned has left the wallet again.',
  },
);

@ObjectType({
  implements: Node,
  description:
    'That a resident was at a session of a course, which may earn welfare credits. Fields that do ' +
    'not concern the asker are null, with an error.',
})
@Allow(attendanceReader)
export class CourseAttendance extends Node {
  @Field(() => ID, { description: 'The opaque, global id; it carries the community.' })
  @Allow(anyone)
  override id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole credits that it earns once it is confirmed; null: none.',
  })
  credits?: number | null;

  @Field(() => AttendanceStateEnum, { nullable: true, description: 'What became of it.' })
  state?: AttendanceState;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was recorded.' })
  recordedAt?: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was confirmed, if it was.' })
  confirmedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back, if it was.' })
  reason?: string | null;
}

export const CourseAttendanceConnection = connectionOf(CourseAttendance);

@InputType({ description: 'Who was at a session.' })
export class RecordAttendanceInput {
  @Field(() => ID, { description: 'The session, which must be over.' })
  sessionId!: string;

  @Field(() => [ID], { description: 'The residents who were there, 1 to 100, all enrolled.' })
  residentIds!: string[];
}

@InputType({ description: 'Who is confirmed to have been at a session.' })
export class ConfirmAttendanceInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => [ID], { description: 'The residents who were there, 1 to 100, all recorded.' })
  residentIds!: string[];
}

@InputType({ description: 'An attendance to take back.' })
export class ReverseAttendanceInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The attendance.' })
  attendanceId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The session whose list was kept.' })
export class RecordAttendancePayload extends Payload {
  @Field(() => CourseSession, { nullable: true, description: 'The session; null if refused.' })
  session?: CourseSession;
}

@ObjectType({ description: 'The session whose list was confirmed.' })
export class ConfirmAttendancePayload extends Payload {
  @Field(() => CourseSession, { nullable: true, description: 'The session; null if refused.' })
  session?: CourseSession;
}

@ObjectType({ description: 'The attendance that was taken back.' })
export class ReverseAttendancePayload extends Payload {
  @Field(() => CourseAttendance, {
    nullable: true,
    description: 'The attendance; null if refused.',
  })
  attendance?: CourseAttendance;
}
