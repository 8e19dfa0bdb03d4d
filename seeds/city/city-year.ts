import { DateTime } from 'luxon';
import { ZONE } from '../stage';

/** A month of the city's year, as far as it is over. */
export interface CityMonth {
  /** `2026-03`. */
  readonly name: string;
  readonly start: number;
  /** Its end, or now. */
  readonly end: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The twelve months before this one, and this one until an hour ago. */
export function cityYear(now: Date): CityMonth[] {
  const first = DateTime.fromJSDate(now, { zone: ZONE }).startOf('month').minus({ months: 12 });
  const last = now.getTime() - HOUR_MS;
  return Array.from({ length: 13 }, (_, i) => {
    const start = first.plus({ months: i });
    const end = Math.min(start.plus({ months: 1 }).toMillis(), last);
    return { name: start.toFormat('yyyy-MM'), start: start.toMillis(), end };
  }).filter(({ start, end }) => end > start + DAY_MS);
}

/** The first day of a month by its name, or of one so many months later. */
export function firstDay({ name }: CityMonth, later = 0): string {
  return DateTime.fromISO(`${name}-01`).plus({ months: later }).toFormat('yyyy-MM-dd');
}

/** A moment of a month: its day from 1, in the hours of that day. */
export function moment({ start }: CityMonth, day: number, hour: number, minute = 0): number {
  return start + (day - 1) * DAY_MS + hour * HOUR_MS + minute * 60_000;
}

/** How many whole days of a month are over. */
export function daysOf({ start, end }: CityMonth): number {
  return Math.floor((end - start) / DAY_MS);
}
