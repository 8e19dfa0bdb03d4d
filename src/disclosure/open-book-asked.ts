import type { Context } from '../api/context';
import { readMonths } from '../books/turnover.reader';
import { addMonths, dayOf, type Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import type { PlaceRow } from '../society/place.entity';

/** Which months of whose book are asked for, in which currency. */
export interface OpenBookOf {
  readonly place: PlaceRow;
  /** The first days of the first month and of that after the last. */
  readonly from: Day;
  readonly until: Day;
  readonly currency: Currency;
}

/** Without months named: the year that ends with this month. */
const USUAL_MONTHS = 12;

/** Reads what is asked for. Refuses: `MONTH_UNREADABLE`, `PERIOD_EMPTY`, `MONTHS_TOO_MANY`. */
export function readOpenBook(
  { now }: Context,
  place: PlaceRow,
  given: { from?: string | null; until?: string | null; currency: Currency },
): OpenBookOf {
  const next = addMonths(`${dayOf(now, place.timeZone).slice(0, 7)}-01`, 1);
  const until = given.until ?? next.slice(0, 7);
  const from = given.from ?? usualFrom(until, next);
  const { from: first, until: end } = readMonths(place.id, { from, until });
  return { place, from: first, until: end, currency: given.currency };
}

/** A year before the month named, where it is one; what is no month is refused when it is read. */
function usualFrom(until: string, next: Day): string {
  const end = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(until) ? `${until}-01` : next;
  return addMonths(end, -USUAL_MONTHS).slice(0, 7);
}
