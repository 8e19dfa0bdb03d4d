import { dayOf, readDay, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';

/** Days `[validFrom, validUntil)` on which something holds; open while `validUntil` is null. */
export interface Term {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** Whether a term holds on a day. */
export function isInForce({ validFrom, validUntil }: Term, day: Day): boolean {
  return validFrom <= day && (validUntil === null || validUntil > day);
}

/** Reads a term of days; one without a day in it is refused: `PERIOD_EMPTY`. */
export function readTerm(input: { validFrom: Day; validUntil?: Day | null }): Term {
  const validFrom = readDay(input.validFrom, ['validFrom']);
  const validUntil = input.validUntil ? readDay(input.validUntil, ['validUntil']) : null;
  if (validUntil !== null && validUntil <= validFrom)
    throw new Refusal('PERIOD_EMPTY', {}, ['validUntil']);
  return { validFrom, validUntil };
}

/**
 * Reads the day on which a term ends early. It may be today, so that a mistake holds no longer, and
 * the first day itself: then the term never held. What has been is not changed: an earlier day is
 * `DAY_PAST`, one before the first `PERIOD_EMPTY`, a term that ends by then anyway `TERM_ENDED`.
 */
export function readEnd(term: Term, given: Day, now: Date, timeZone: string): Day {
  const path = ['validUntil'];
  const day = readDay(given, path);
  if (term.validUntil !== null && term.validUntil <= day)
    throw new Refusal('TERM_ENDED', { until: term.validUntil }, path);
  if (day < term.validFrom) throw new Refusal('PERIOD_EMPTY', {}, path);
  const today = dayOf(now, timeZone);
  if (day < today) throw new Refusal('DAY_PAST', { today }, path);
  return day;
}
