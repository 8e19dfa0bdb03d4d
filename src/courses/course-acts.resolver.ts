import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { addCourseSession } from './add-course-session';
import { confirmAttendance } from './confirm-attendance';
import {
  ConfirmAttendanceInput,
  ConfirmAttendancePayload,
  RecordAttendanceInput,
  RecordAttendancePayload,
  ReverseAttendanceInput,
  ReverseAttendancePayload,
} from './course-attendance.graphql';
import {
  EnrolInCourseInput,
  EnrolInCoursePayload,
  LeaveCourseInput,
  LeaveCoursePayload,
} from './course-enrolment.graphql';
import {
  AddCourseSessionInput,
  AddCourseSessionPayload,
  OpenCourseInput,
  OpenCoursePayload,
} from './course.graphql';
import { enrolInCourse } from './enrol-in-course';
import { leaveCourse } from './leave-course';
import { openCourse } from './open-course';
import { recordAttendance } from './record-attendance';
import { reverseAttendance } from './reverse-attendance';

@Resolver()
export class CourseActsResolver {
  @Mutation(() => OpenCoursePayload, {
    description:
      'Opens a course in a community with its sessions. Codes: ID_UNKNOWN, ORGANISATION_KIND, ' +
      'NOT_HERE, TEXT_LENGTH, CAPACITY_RANGE, SESSIONS_COUNT, SESSION_MINUTES, SESSION_DAY, ' +
      'SESSION_OVERLAPS.',
  })
  @Allow(byCommand('Leaders of self-organisations, people of social organisations and of offices'))
  async openCourse(
    @Arg('input', () => OpenCourseInput) input: OpenCourseInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ course: await openCourse(work, input) }));
  }

  @Mutation(() => AddCourseSessionPayload, {
    description:
      'Adds a session to a course. Codes: ID_UNKNOWN, SESSIONS_COUNT, SESSION_MINUTES, ' +
      'SESSION_DAY, SESSION_OVERLAPS, TEXT_LENGTH.',
  })
  @Allow(byCommand('Who gives the course'))
  async addCourseSession(
    @Arg('input', () => AddCourseSessionInput) input: AddCourseSessionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      session: await addCourseSession(work, input),
    }));
  }

  @Mutation(() => EnrolInCoursePayload, {
    description:
      'Takes a seat in a course; taking it again changes nothing. Codes: ID_UNKNOWN, ' +
      'OTHER_COMMUNITY, RESIDENT_GONE, COURSE_OVER, COURSE_FULL.',
  })
  @Allow(byCommand('The resident, who gives the course, and who keeps the register'))
  async enrolInCourse(
    @Arg('input', () => EnrolInCourseInput) input: EnrolInCourseInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, (work) => enrolInCourse(work, input));
  }

  @Mutation(() => LeaveCoursePayload, {
    description:
      'Gives a seat in a course back; what was attended stays. Codes: ID_UNKNOWN, OTHER_COMMUNITY.',
  })
  @Allow(byCommand('The resident, who gives the course, and who keeps the register'))
  async leaveCourse(
    @Arg('input', () => LeaveCourseInput) input: LeaveCourseInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, (work) => leaveCourse(work, input));
  }

  @Mutation(() => RecordAttendancePayload, {
    description:
      'Records who was at a session, for all of them or for none; it earns credits once someone ' +
      'else confirms it. Codes: ID_UNKNOWN, SESSION_NOT_OVER, SESSION_TOO_OLD, ATTENDANCE_COUNT, ' +
      'OTHER_COMMUNITY, RESIDENT_TWICE, RESIDENT_GONE, NOT_ENROLLED, ATTENDED_ELSEWHERE, ' +
      'SESSION_FULL.',
  })
  @Allow(byCommand('Who gives the course'))
  async recordAttendance(
    @Arg('input', () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      session: await recordAttendance(work, input),
    }));
  }

  @Mutation(() => ConfirmAttendancePayload, {
    description:
      'Confirms who was at a session, for all of them or for none; never oneself. What they earn ' +
      'reaches their wallets, once. Codes: ID_UNKNOWN, ATTENDANCE_COUNT, OTHER_COMMUNITY, ' +
      'RESIDENT_TWICE, NOT_RECORDED, OWN_ATTENDANCE, OWN_RECORD, MONTHLY_CAP_REACHED, BOOKS_BUSY.',
  })
  @Allow(byCommand('People of the organisation, cadres and officers, but not who recorded it'))
  async confirmAttendance(
    @Arg('input', () => ConfirmAttendanceInput) input: ConfirmAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      session: await confirmAttendance(work, input),
    }));
  }

  @Mutation(() => ReverseAttendancePayload, {
    description:
      'Takes an attendance back with a reason, once; it may be recorded anew. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, REVERSED_BEFORE, INSUFFICIENT_CREDITS (they are spent), BOOKS_BUSY, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand('Cadres and officers; who gives the course, until it is confirmed'))
  async reverseAttendance(
    @Arg('input', () => ReverseAttendanceInput) input: ReverseAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      attendance: await reverseAttendance(work, input),
    }));
  }
}
