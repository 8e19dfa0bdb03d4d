import { setCourseRate } from '../src/credits/set-course-rate';
import { setTransferRule } from '../src/credits/set-transfer-rule';
import type { Cast } from './cast';
import type { Stage } from './stage';
import type { Year } from './time';

/** Says what courses earn and what may be handed on in a household: from the first month on. */
export async function setCreditRules(
  stage: Stage,
  cast: Cast,
  schemeId: string,
  year: Year,
): Promise<void> {
  const at = year.at(0, 1, 9);
  const rate = { schemeId, validFrom: year.first(1), per: 'session' as const, credits: 2 };
  await stage.as(cast.officer, setCourseRate, rate, at);
  const rule = { schemeId, fromMonth: year.name(1), monthlyLimit: 20 };
  await stage.as(cast.officer, setTransferRule, rule, at);
}
