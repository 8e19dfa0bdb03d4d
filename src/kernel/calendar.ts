import { DateTime } from 'luxon';
import { Refusal } from './refusal';

/** A day as the community's people name it: `2026-11-22`. */
export type Day = string;

/** A half-open period of days `[from, until)`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** Days begin at a quarter of an hour everywhere, so that within one it is always the same day. */
const QUARTER_MS = 15 * 60_000;

/** Before then some places kept odd minutes. */
const EVEN_SINCE = Date.UTC(1972, 0, 1);

/** The days of quarters of an hour that were asked for, by zone; when full, begun anew. */
const DAYS = new Map<string, Day>();
const MOST_DAYS = 10_000;

/** The day it is in a time zone at a moment. */
export function dayOf(moment: Date, zone: string): Day {
  const at = moment.getTime();
  if (!(at >= EVEN_SINCE)) return readClock(moment, zone);
  const quarter = `${Math.floor(at / QUARTER_MS)} ${zone}`;
  const known = DAYS.get(quarter);
  if (known !== undefined) return known;
  const day = readClock(moment, zone);
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  DAYS.set(quarter, day);
  return day;
}

function readClock(moment: Date, zone: string): Day {
  return DateTime.fromJSDate(moment, { zone }).toFormat('yyyy-MM-dd');
}

/** The month (`2026-11`) it is in a time zone at a moment. */
export function monthOf(moment: Date, zone: string): string {
  return dayOf(moment, zone).slice(0, 7);
}

/** A month as a half-open period of days; refuses what is no month: `MONTH_UNREADABLE`. */
export function monthPeriod(month: string, path: readonly string[]): Period {
  const start = DateTime.fromFormat(month, 'yyyy-MM', { zone: 'utc' });
  if (!isDay(`${month}-01`))
    throw new Refusal('MONTH_UNREADABLE', { given: month.slice(0, 20) }, path);
  return { from: `${month}-01`, until: start.plus({ months: 1 }).toFormat('yyyy-MM-dd') };
}

/** The moment a day begins in a time zone. */
export function startOf(day: Day, zone: string): Date {
  return DateTime.fromISO(day, { zone }).startOf('day').toJSDate();
}

export function addMonths(day: Day, months: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export function addDays(day: Day, days: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Whether it is a day of the calendar in a year of four digits: PostgreSQL knows no year 0. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}

/** Refuses a day that does not exist (`DAY_UNREADABLE`), such as 30 February. */
export function readDay(text: string, path: readonly string[]): Day {
  if (!isDay(text)) throw new Refusal('DAY_UNREADABLE', { given: text.slice(0, 20) }, path);
  return text;
}

/** Refuses a period that ends before it starts or is empty: `PERIOD_EMPTY`. */
export function readPeriod(period: Period, path: readonly string[]): Period {
  readDay(period.from, [...path, 'from']);
  readDay(period.until, [...path, 'until']);
  if (period.from >= period.until) throw new Refusal('PERIOD_EMPTY', {}, [...path, 'until']);
  return { from: period.from, until: period.until };
}
