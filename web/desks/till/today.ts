/** The day that it is where a store lies: `2026-12-01`. */
export const todayAt = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format();
