import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { Resident } from '../society/resident.graphql';
import { Course } from './course.graphql';

@ObjectType({ description: 'That a resident takes part in a course.' })
@Allow(withParent)
export class CourseEnrolment {
  @Field(() => MomentScalar, { description: 'Since when.' })
  enrolledAt!: Date;
}

export const CourseEnrolmentConnection = connectionOf(CourseEnrolment);

@InputType({ description: 'A seat to take in a course.' })
export class EnrolInCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => ID, { description: 'The resident who is to take part.' })
  residentId!: string;
}

@InputType({ description: 'A seat to give back.' })
export class LeaveCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => ID, { description: 'The resident who takes part no longer.' })
  residentId!: string;
}

@ObjectType({ description: 'The course in which a seat was taken.' })
export class EnrolInCoursePayload extends Payload {
  @Field(() => Course, { nullable: true, description: 'The course; null if refused.' })
  course?: Course;

  @Field(() => Resident, { nullable: true, description: 'Who takes part; null if refused.' })
  resident?: Resident;
}

@ObjectType({ description: 'The course in which a seat was given back.' })
export class LeaveCoursePayload extends Payload {
  @Field(() => Course, { nullable: true, description: 'The course; null if refused.' })
  course?: Course;

  @Field(() => Resident, { nullable: true, description: 'Who left; null if refused.' })
  resident?: Resident;
}
