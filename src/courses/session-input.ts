import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CourseSessionRow } from './course-session.entity';

/** A session as a client writes it. */
export interface SessionInput {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly venue: string;
}

/** A course has no more sessions than this. */
export const MOST_SESSIONS = 50;

/** What was held is remembered for so many days. */
export const DAYS_BACK = 60;

const DAYS_AHEAD = 730;
const DAY_MS = 24 * 3600_000;
const [SHORTEST, LONGEST] = [15, 480];

export type Held = Pick<CourseSessionRow, 'startsAt' | 'minutes'>;

export const endOf = ({ startsAt, minutes }: Held) => startsAt.getTime() + minutes * 60_000;

/** Whether a session lies longer back than is remembered. */
export const isForgotten = (held: Held, now: Date) =>
  endOf(held) < now.getTime() - DAYS_BACK * DAY_MS;

/**
 * Reads a session: 15 to 480 minutes (`SESSION_MINUTES`), within the last 60 days or the next two
 * years (`SESSION_DAY`), at a place with a name, while no other of the course's is held
 * (`SESSION_OVERLAPS`).
 */
export function readSession(
  { now }: UnitOfWork,
  { startsAt, minutes, venue }: SessionInput,
  others: readonly Held[],
  path: readonly string[],
): SessionInput {
  if (!Number.isInteger(minutes) || minutes < SHORTEST || minutes > LONGEST) {
    const facts = { shortest: SHORTEST, longest: LONGEST };
    throw new Refusal('SESSION_MINUTES', facts, [...path, 'minutes']);
  }
  const far = startsAt.getTime() > now.getTime() + DAYS_AHEAD * DAY_MS;
  if (far || isForgotten({ startsAt, minutes }, now))
    throw new Refusal('SESSION_DAY', { daysBack: DAYS_BACK }, [...path, 'startsAt']);
  const [from, until] = [startsAt.getTime(), endOf({ startsAt, minutes })];
  if (others.some((other) => other.startsAt.getTime() < until && endOf(other) > from))
    throw new Refusal('SESSION_OVERLAPS', {}, [...path, 'startsAt']);
  return { startsAt, minutes, venue: readName(venue, [...path, 'venue']) };
}
