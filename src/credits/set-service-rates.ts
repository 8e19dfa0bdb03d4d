import { authorise } from '../kernel/actor';
import { addDays, dayOf, readDay, type Day } from '../kernel/calendar';
import { dayNamed, isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { refuseReserved } from '../society/refuse-reserved';
import { isOfficer } from '../society/society.policy';
import { CreditSchemeRateRow } from './credit-scheme-rate.entity';
import { needScheme, type CreditScheme } from './credit-scheme.reader';
import { readRates, writeRates, type RateInput } from './service-rates';

/**
 * Sets what services earn from a coming day on, as a whole set (officers of the scheme's place, or
 * a resolution there; where its day has passed, from tomorrow). A set that has not begun may be set
 * again; what has begun stays for ever, so that the past is never rewritten. Refuses:
 * `ID_UNKNOWN`, `RESOLUTION_NEEDED`, `DAY_UNREADABLE`, `RATES_BEGIN_TOO_EARLY`, `RATES_COUNT`,
 * `RATE_TWICE`, `RATE_RANGE`, `TEXT_LENGTH`.
 */
export async function setServiceRates(
  work: UnitOfWork,
  input: { schemeId: string; validFrom: Day; rates: RateInput[] },
): Promise<CreditScheme> {
  const scheme = await needScheme(work, input.schemeId, ['schemeId']);
  const at = await needPlace(work, scheme.placeId, ['schemeId']);
  const mandated = isMandated(work, 'setServiceRates', input);
  authorise(work.actor, mandated || isOfficer(work.actor, at));
  await refuseReserved(work, at.id, 'setServiceRates', input);
  const rates = readRates(input.rates);
  const asked = readDay(input.validFrom, ['validFrom']);
  const today = dayOf(work.now, at.timeZone);
  const validFrom = dayNamed(asked, addDays(today, 1), mandated);
  if (validFrom <= today) throw new Refusal('RATES_BEGIN_TOO_EARLY', { today }, ['validFrom']);
  const db = await work.begin();
  await db.query('select id from credit_scheme where id = $1 for no key update', [scheme.id]);
  await db.delete(CreditSchemeRateRow, { schemeId: scheme.id, validFrom });
  await writeRates(db, { schemeId: scheme.id, validFrom, rates, setAt: work.now });
  return scheme;
}
