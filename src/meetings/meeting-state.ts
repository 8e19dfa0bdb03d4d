import { endOf } from './meeting-times';
import type { MeetingRow } from './meeting.entity';

export type MeetingState = 'convened' | 'under_way' | 'over' | 'held' | 'cancelled';

/** How far a meeting is at a moment. */
export function stateAt(meeting: MeetingRow, now: Date): MeetingState {
  if (meeting.cancelledAt !== null) return 'cancelled';
  if (meeting.closedAt !== null) return 'held';
  if (now < meeting.startsAt) return 'convened';
  return now < endOf(meeting) ? 'under_way' : 'over';
}
