import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { CourseRatePer } from './course-rate.entity';
import { CreditScheme } from './credit-scheme.graphql';

export const CourseRatePerEnum = enumType<CourseRatePer>(
  'CourseRatePer',
  'What attending a course is credited by.',
  {
    hour: 'By the hour; parts of an hour are rounded down.',
    session: 'By the session, however long it is.',
  },
);

@ObjectType({ description: 'What attending a course earns.' })
@Allow(withParent)
export class CourseRate {
  @Field(() => CourseRatePerEnum, { description: 'By what.' })
  per!: CourseRatePer;

  @Field(() => Int, { description: 'Whole credits.' })
  credits!: number;

  @Field(() => DayScalar, { description: 'The first day on which it holds.' })
  validFrom!: Day;
}

@InputType({ description: 'What attending a course is to earn from a day on.' })
export class SetCourseRateInput {
  @Field(() => ID, { description: 'The scheme.' })
  schemeId!: string;

  @Field(() => DayScalar, { description: 'The first day on which it holds: tomorrow or later.' })
  validFrom!: Day;

  @Field(() => CourseRatePerEnum, { description: 'By what.' })
  per!: CourseRatePer;

  @Field(() => Int, { description: 'Whole credits, ≤ 1,000; 0: nothing.' })
  credits!: number;
}

@ObjectType({ description: 'The scheme whose rate was set.' })
export class SetCourseRatePayload extends Payload {
  @Field(() => CreditScheme, { nullable: true, description: 'The scheme; null if refused.' })
  scheme?: CreditScheme;
}
