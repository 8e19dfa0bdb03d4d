import type {
  CourseAttendancesQuery,
  CourseListedFragment,
  CourseParticipantsQuery,
  CourseWholeQuery,
} from '../../generated/operations';
import type { Found } from '../kit/found';
import type { Read } from '../kit/use-read';

/** A course as its page shows it. */
export type Whole = Found<CourseWholeQuery['node']>;

export type Session = CourseListedFragment['sessions']['edges'][number]['node'];

type Listed<Node> = Node extends { edges: readonly { node: infer One }[] } ? One : never;

/** Somebody who takes part. */
export type Participant = Listed<
  NonNullable<Found<CourseParticipantsQuery['node']>['participants']>
>;

/** That somebody was at a session, and how that stands. */
export type Attendance = Listed<NonNullable<Found<CourseAttendancesQuery['node']>['attendance']>>;

/** What the parts of a course's page are given. */
export interface OfCourse {
  readonly course: Whole;
  /** All who take part; none for whoever may not see them. */
  readonly people: Read<readonly Participant[]>;
  /** Reads the course anew. */
  readonly again: () => void;
}

const MINUTE_MS = 60_000;

/** A session that is over: who was there can be told. */
export const isOver = ({ startsAt, minutes }: Session): boolean =>
  Date.parse(startsAt) + minutes * MINUTE_MS < Date.now();

/** How a resident is called by whoever may know, and else as the public sees it. */
export const nameOf = (
  resident: { readonly name?: string | null; readonly displayName: string } | null | undefined,
): string => resident?.name ?? resident?.displayName ?? '';
