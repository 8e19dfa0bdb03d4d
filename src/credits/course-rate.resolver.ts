import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { Allow, byCommand } from '../api/policy';
import { dayOf, type Day } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { CourseRate, SetCourseRateInput, SetCourseRatePayload } from './course-rate.graphql';
import { courseRateOn } from './course-rate.reader';
import { CreditScheme } from './credit-scheme.graphql';
import type { CreditScheme as Scheme } from './credit-scheme.reader';
import { setCourseRate } from './set-course-rate';

@Resolver(() => CreditScheme)
export class CourseRateResolver {
  @FieldResolver(() => CourseRate, {
    nullable: true,
    description: 'What attending a course earns on a day; null: nothing.',
  })
  async courseRate(
    @Root() { id, placeId }: Scheme,
    @Arg('on', () => DayScalar, { nullable: true, description: 'The day; today if left out.' })
    on: Day | null,
    @Ctx() context: Context,
  ) {
    const { timeZone = 'utc' } = (await place(context, placeId)) ?? {};
    const day = on ?? dayOf(context.now, timeZone);
    return await context.load(courseRateOn, CITY, `${id} ${day}`);
  }

  @Mutation(() => SetCourseRatePayload, {
    description:
      'Sets what attending a course earns from a coming day on; the past is never rewritten. ' +
      'Codes: ID_UNKNOWN, COURSE_RATE_RANGE, RATES_BEGIN_TOO_EARLY.',
  })
  @Allow(byCommand("Officers of the scheme's place"))
  async setCourseRate(
    @Arg('input', () => SetCourseRateInput) input: SetCourseRateInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ scheme: await setCourseRate(work, input) }));
  }
}
