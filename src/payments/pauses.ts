const FIRST_MS = 10_000;
const LONGEST_MS = 6 * 3600_000;

/** When something that failed so many times is tried again: pauses double, up to six hours. */
export function afterTries(now: Date, tries: number): Date {
  const pause = Math.min(FIRST_MS * 2 ** Math.min(tries, 20), LONGEST_MS);
  return new Date(now.getTime() + pause);
}
