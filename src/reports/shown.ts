/** How many people or households, as far as whoever asks may know. */
export interface PeopleCount {
  /** Null: too few to be told. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

/** Fewer than these might be recognised; what is told of more is rounded to multiples of it. */
export const FEWEST = 5;

/**
 * What is told of so many people. Whoever may not know of few is told of no fewer than five (and
 * not of none: the moment at which none becomes some would tell of somebody). All else is rounded
 * to the nearest five, each cell by itself: neither a total less its parts, nor a street less its
 * communities, nor a minute less the minute before tells of one household.
 */
export function shown(people: number, { isExact }: { readonly isExact: boolean }): PeopleCount {
  if (isExact) return { count: people, suppressed: false };
  if (people < FEWEST) return { count: null, suppressed: true };
  return { count: Math.round(people / FEWEST) * FEWEST, suppressed: false };
}
