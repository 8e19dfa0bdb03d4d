import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { CourseRateRow, type CourseRatePer } from './course-rate.entity';
import { needScheme, type CreditScheme } from './credit-scheme.reader';

const LARGEST = 1000;

/**
 * Sets what attending a course earns from a coming day on (N3, A7; officers of the scheme's place);
 * 0: nothing, which is so where nobody has set it. What has begun stays for ever. The scheme's
 * monthly cap covers it together with service. Refuses: `ID_UNKNOWN`, `COURSE_RATE_RANGE`,
 * `DAY_UNREADABLE`, `RATES_BEGIN_TOO_EARLY`.
 */
export async function setCourseRate(
  work: UnitOfWork,
  input: { schemeId: string; validFrom: Day; per: CourseRatePer; credits: number },
): Promise<CreditScheme> {
  const scheme = await needScheme(work, input.schemeId, ['schemeId']);
  const at = await needPlace(work, scheme.placeId, ['schemeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const { per, credits } = input;
  if (!Number.isInteger(credits) || credits < 0 || credits > LARGEST)
    throw new Refusal('COURSE_RATE_RANGE', { largest: LARGEST }, ['credits']);
  const validFrom = readDay(input.validFrom, ['validFrom']);
  const today = dayOf(work.now, at.timeZone);
  if (validFrom <= today) throw new Refusal('RATES_BEGIN_TOO_EARLY', { today }, ['validFrom']);
  const rate = { schemeId: scheme.id, validFrom, per, credits, setAt: work.now };
  await work.db.upsert(CourseRateRow, rate, ['schemeId', 'validFrom']);
  return scheme;
}
