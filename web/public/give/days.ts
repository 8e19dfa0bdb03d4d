const DAY_MS = 86_400_000;

/** The day that it is on the clocks of a place, `2026-11-26`. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);

/** How many days are left until a day that is the first after the last, today included. */
export function daysUntil(end: string, timeZone: string, now: Date): number {
  const today = Date.parse(dayIn(timeZone, now));
  return Math.max(0, Math.round((Date.parse(end) - today) / DAY_MS));
}

/** The day before: what ends on the first of May was open on the last of April. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
