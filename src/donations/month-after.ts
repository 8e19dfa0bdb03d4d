import { DateTime } from 'luxon';
import type { Day } from '../kernel/calendar';

/** The day of next month's gift: the same day, or the last one of a shorter month. */
export function nextDay(today: Day, anchorDay: number): Day {
  const next = DateTime.fromISO(today, { zone: 'utc' }).startOf('month').plus({ months: 1 });
  const day = Math.min(anchorDay, next.daysInMonth ?? 28);
  return next.set({ day }).toFormat('yyyy-MM-dd');
}
