import { addMonths, type Day } from '../kernel/calendar';
import type { Telling } from './shown';

/** Which months of a place or of one of its stores are told, and how closely. */
export interface ReportOf {
  readonly placeId: string;
  /** All zeros: the whole place. */
  readonly storeId: string;
  /** The first days of the first month and of that after the last. */
  readonly from: Day;
  readonly until: Day;
  /** Whether it adds up many communities. */
  readonly isLarge: boolean;
  /** Whether people are told exactly, however few. */
  readonly isExact: boolean;
  /** The day it is there. */
  readonly today: Day;
}

/** One month of it. */
export interface MonthOf {
  readonly of: ReportOf;
  /** Its first day. */
  readonly from: Day;
}

/** Each of its months. */
export function monthsOf(of: ReportOf): MonthOf[] {
  const months: MonthOf[] = [];
  for (let { from } = of; from < of.until; from = addMonths(from, 1)) months.push({ of, from });
  return months;
}

/** How closely the people of one month are told of. */
export function tellingOf({ of: { isExact, today }, from }: MonthOf): Telling {
  return { isExact, isOver: addMonths(from, 1) <= today };
}
