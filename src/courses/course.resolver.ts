import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { CourseRow } from './course.entity';
import { CourseAttendanceConnection } from './course-attendance.graphql';
import { attendanceOfSession } from './course-attendance.reader';
import { CourseEnrolmentConnection } from './course-enrolment.graphql';
import { enrolmentsOfCourse } from './course-enrolment.reader';
import { Course, CourseConnection, CourseSession, CourseSessionConnection } from './course.graphql';
import { courseKeeper, sessionKeeper } from './course.policy';
import { courseById, coursesIn, sessionById, sessionsOfCourse } from './course.reader';
import type { CourseSessionRow } from './course-session.entity';

tenantNode('Course', (context, ref) => context.load(courseById, ref.communityId, ref.id));
tenantNode('CourseSession', (context, ref) => context.load(sessionById, ref.communityId, ref.id));

@Resolver(() => Course)
export class CourseResolver {
  @FieldResolver(() => Place, { description: 'The community in which it is given.' })
  async place(@Root() { communityId }: CourseRow, @Ctx() context: Context) {
    return await place(context, communityId);
  }

  @FieldResolver(() => Organisation, { description: 'Who gives it.' })
  async organisation(@Root() { organisationId }: CourseRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => CourseSessionConnection, {
    description: 'When and where it is held, in that order.',
  })
  async sessions(
    @Root() { communityId, id: ownerId }: CourseRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, sessionsOfCourse, { communityId, ownerId }, page);
  }

  @FieldResolver(() => CourseEnrolmentConnection, {
    nullable: true,
    description: 'Who is enrolled, in the order in which they came to be residents.',
  })
  @Allow(courseKeeper)
  async participants(
    @Root() { communityId, id: ownerId }: CourseRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, enrolmentsOfCourse, { communityId, ownerId }, page);
  }
}

@Resolver(() => CourseSession)
export class CourseSessionResolver {
  @FieldResolver(() => Course, { description: 'The course of which it is one.' })
  async course(@Root() { communityId, courseId }: CourseSessionRow, @Ctx() context: Context) {
    return await context.load(courseById, communityId, courseId);
  }

  @FieldResolver(() => CourseAttendanceConnection, {
    nullable: true,
    description: 'Who was there, the latest recorded first; what was taken back among them.',
  })
  @Allow(sessionKeeper)
  async attendance(
    @Root() { communityId, id: ownerId }: CourseSessionRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, attendanceOfSession, { communityId, ownerId }, page);
  }
}

@Resolver(() => Place)
export class PlaceCoursesResolver {
  @FieldResolver(() => CourseConnection, {
    description: 'The courses that are given in a community, the latest opened first.',
  })
  @Allow(anyone)
  async courses(
    @Root() { id: ownerId }: PlaceRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, coursesIn, { communityId: CITY, ownerId }, page);
  }
}
