import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { keepsResident } from '../society/resident.policy';
import { residentById } from '../society/resident.reader';
import type { CourseAttendanceRow } from './course-attendance.entity';
import {
  AttendanceStateEnum,
  CourseAttendance,
  CourseAttendanceConnection,
} from './course-attendance.graphql';
import { attendanceById, attendanceOfResident, attendanceState } from './course-attendance.reader';
import type { CourseEnrolmentRow } from './course-enrolment.entity';
import { CourseEnrolment, CourseEnrolmentConnection } from './course-enrolment.graphql';
import { enrolmentsOfResident } from './course-enrolment.reader';
import { Course, CourseSession } from './course.graphql';
import { courseById, sessionById } from './course.reader';

tenantNode('CourseAttendance', (context, ref) =>
  context.load(attendanceById, ref.communityId, ref.id),
);

@Resolver(() => CourseAttendance)
export class CourseAttendanceResolver {
  @FieldResolver(() => Int, { nullable: true })
  credits(@Root() { credits }: CourseAttendanceRow) {
    return credits === null ? null : Number(credits);
  }

  @FieldResolver(() => AttendanceStateEnum, { nullable: true })
  state(@Root() row: CourseAttendanceRow) {
    return attendanceState(row);
  }

  @FieldResolver(() => String, { nullable: true })
  reason(@Root() { cancelReason }: CourseAttendanceRow) {
    return cancelReason;
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'Who was there.' })
  async resident(
    @Root() { communityId, residentId }: CourseAttendanceRow,
    @Ctx() context: Context,
  ) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => CourseSession, { nullable: true, description: 'The session.' })
  async session(@Root() { communityId, sessionId }: CourseAttendanceRow, @Ctx() context: Context) {
    return await context.load(sessionById, communityId, sessionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who recorded it.' })
  async recordedBy(@Root() { recordedBy }: CourseAttendanceRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who confirmed it, if it was.' })
  async confirmedBy(@Root() { confirmedBy }: CourseAttendanceRow, @Ctx() context: Context) {
    return confirmedBy && (await context.load(personById, CITY, confirmedBy));
  }
}

@Resolver(() => CourseEnrolment)
export class CourseEnrolmentResolver {
  @FieldResolver(() => Course, { description: 'The course.' })
  async course(@Root() { communityId, courseId }: CourseEnrolmentRow, @Ctx() context: Context) {
    return await context.load(courseById, communityId, courseId);
  }

  @FieldResolver(() => Resident, { description: 'Who takes part.' })
  async resident(@Root() { communityId, residentId }: CourseEnrolmentRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }
}

@Resolver(() => Resident)
export class ResidentCoursesResolver {
  @FieldResolver(() => CourseEnrolmentConnection, {
    nullable: true,
    description: 'The courses in which the resident takes part, the latest opened first.',
  })
  @Allow(keepsResident)
  async courses(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, enrolmentsOfResident, { communityId, ownerId }, page);
  }

  @FieldResolver(() => CourseAttendanceConnection, {
    nullable: true,
    description: 'The sessions at which the resident was, the latest recorded first.',
  })
  @Allow(keepsResident)
  async courseAttendance(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, attendanceOfResident, { communityId, ownerId }, page);
  }
}
