/** How many people or households, as far as whoever asks may know. */
export interface PeopleCount {
  /** Null: too few to be told, or not yet. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

/** Fewer than these might be recognised; what is told of more is rounded to multiples of it. */
export const FEWEST = 5;

/** How closely people are told of. */
export interface Telling {
  /** Whether whoever asks may know of few. */
  readonly isExact: boolean;
  /** Whether the months are over in which they were counted. */
  readonly isOver: boolean;
}

/**
 * What is told of so many people. Whoever may not know of few is told of no fewer than five (and
 * not of none), rounded to the nearest five, each cell by itself: neither a total less its parts
 * nor a street less its communities tells of one household. And not before the months are over:
 * rounded or not, a count that grows from one minute to the next tells of who stood at the till.
 */
export function shown(people: number, { isExact, isOver }: Telling): PeopleCount {
  if (isExact) return { count: people, suppressed: false };
  if (!isOver || people < FEWEST) return { count: null, suppressed: true };
  return { count: Math.round(people / FEWEST) * FEWEST, suppressed: false };
}
