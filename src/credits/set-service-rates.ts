import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { CreditSchemeRateRow } from './credit-scheme-rate.entity';
import { needScheme, type CreditScheme } from './credit-scheme.reader';
import { readRates, writeRates, type RateInput } from './service-rates';

/**
 * Sets what services earn from a coming day on, as a whole set (officers of the scheme's place). A
 * set that has not begun may be set again; what has begun stays for ever, so that the past is never
 * rewritten. Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `RATES_BEGIN_TOO_EARLY`, `RATES_COUNT`,
 * `RATE_TWICE`, `RATE_RANGE`, `TEXT_LENGTH`.
 */
export async function setServiceRates(
  work: UnitOfWork,
  input: { schemeId: string; validFrom: Day; rates: RateInput[] },
): Promise<CreditScheme> {
  const scheme = await needScheme(work, input.schemeId, ['schemeId']);
  const at = await needPlace(work, scheme.placeId, ['schemeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const rates = readRates(input.rates);
  const validFrom = readDay(input.validFrom, ['validFrom']);
  const today = dayOf(work.now, at.timeZone);
  if (validFrom <= today) throw new Refusal('RATES_BEGIN_TOO_EARLY', { today }, ['validFrom']);
  const db = await work.begin();
  await db.query('select id from credit_scheme where id = $1 for no key update', [scheme.id]);
  await db.delete(CreditSchemeRateRow, { schemeId: scheme.id, validFrom });
  await writeRates(db, { schemeId: scheme.id, validFrom, rates, setAt: work.now });
  return scheme;
}
