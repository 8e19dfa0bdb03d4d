const DAY_MS = 86_400_000;

/** The day so many days after another, or before it. */
export const daysAfter = (of: string, days: number): string =>
  new Date(Date.parse(`${of}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The day that a moment is on in a time zone. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

/** The day that it is in a time zone. */
export const todayIn = (timeZone: string): string => dayIn(timeZone, new Date());
