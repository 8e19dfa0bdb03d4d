import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';

@ObjectType({
  implements: Node,
  description: 'A course that an organisation gives in a community (微课堂).',
})
@Allow(anyone)
export class Course extends Node {
  @Field(() => String, { description: 'What it is about, in a few words.' })
  title!: string;

  @Field(() => String, { description: 'Who speaks, by name.' })
  lecturer!: string;

  @Field(() => String, { nullable: true, description: 'What else is to be said of it.' })
  about!: string | null;

  @Field(() => Int, { description: 'How many can take part.' })
  capacity!: number;

  @Field(() => Int, { description: 'How many are enrolled.' })
  enrolled!: number;

  @Field(() => MomentScalar, { description: 'When it was opened.' })
  openedAt!: Date;
}

export const CourseConnection = connectionOf(Course);

@ObjectType({ implements: Node, description: 'When and where a course is held.' })
@Allow(anyone)
export class CourseSession extends Node {
  @Field(() => MomentScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is, in minutes.' })
  minutes!: number;

  @Field(() => String, { description: 'Where.' })
  venue!: string;
}

export const CourseSessionConnection = connectionOf(CourseSession);

@InputType({ description: 'When and where a course is to be held.' })
export class CourseSessionInput {
  @Field(() => MomentScalar, {
    description: 'When it begins: within the last 60 days or the next two years.',
  })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is, 15 to 480 minutes.' })
  minutes!: number;

  @Field(() => String, { description: 'Where, 1 to 100 characters.' })
  venue!: string;
}

@InputType({ description: 'A course to open.' })
export class OpenCourseInput {
  @Field(() => ID, { description: 'The community in which it is given (Place).' })
  communityId!: string;

  @Field(() => ID, { description: 'Who gives it (Organisation).' })
  organisationId!: string;

  @Field(() => String, { description: 'What it is about, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'Who speaks, 1 to 100 characters.' })
  lecturer!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What else is to be said of it, ≤ 1,000 characters.',
  })
  about?: string | null;

  @Field(() => Int, { description: 'How many can take part, 1 to 1,000.' })
  capacity!: number;

  @Field(() => [CourseSessionInput], { description: 'When and where, 1 to 50.' })
  sessions!: CourseSessionInput[];
}

@ObjectType({ description: 'The course that was opened.' })
export class OpenCoursePayload extends Payload {
  @Field(() => Course, { nullable: true, description: 'The course; null if refused.' })
  course?: Course;
}

@InputType({ description: 'A session to add to a course.' })
export class AddCourseSessionInput extends CourseSessionInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
}

@ObjectType({ description: 'The session that was added.' })
export class AddCourseSessionPayload extends Payload {
  @Field(() => CourseSession, { nullable: true, description: 'The session; null if refused.' })
  session?: CourseSession;
}
