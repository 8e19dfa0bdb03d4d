import { DateTime } from 'luxon';
import type { Day } from '../kernel/calendar';

/** The day of next month's gift: the same day, or the last one of a shorter month. */
export function nextDay(today: Day, anchorDay: number): Day {
  return dayIn(monthOf(today).plus({ months: 1 }), anchorDay);
}

/** The day of the next gift that is still to come: this month's, or next month's. */
export function dayToCome(today: Day, anchorDay: number): Day {
  const day = dayIn(monthOf(today), anchorDay);
  return day > today ? day : nextDay(today, anchorDay);
}

const monthOf = (day: Day) => DateTime.fromISO(day, { zone: 'utc' }).startOf('month');

function dayIn(month: DateTime, anchorDay: number): Day {
  return month.set({ day: Math.min(anchorDay, month.daysInMonth ?? 28) }).toFormat('yyyy-MM-dd');
}
