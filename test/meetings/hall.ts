import type { Actor } from '../../src/kernel/actor';
import { addDays, startOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { Refusal } from '../../src/kernel/refusal';
import { runChecks } from '../../src/ledger/verify';
import { attendMeeting } from '../../src/meetings/attend-meeting';
import { closeMeeting } from '../../src/meetings/close-meeting';
import { conveneMeeting, type ConveneMeeting } from '../../src/meetings/convene-meeting';
import type { MeetingRow } from '../../src/meetings/meeting.entity';
import { meetingById } from '../../src/meetings/meeting.reader';
import { recordMeetingAttendance } from '../../src/meetings/record-meeting-attendance';
import { MEETING_CHECKS } from '../../src/meetings/meetings.checks';
import { councilId, TODAY, ZONE } from '../councils/chamber';
import { DAY, doing, HOUR, newAssembly, START, type Assembly } from '../motions/assembly';

export { after, DAY, doing, HOUR, START } from '../motions/assembly';
export { TODAY, ZONE } from '../councils/chamber';

/** A community with a council of five, in which meetings are held. */
export const newHall = (): Promise<Assembly> => newAssembly(5);

export const MINUTE = 60_000;

const idOf =
  (type: string) =>
  ({ communityId, id }: { readonly communityId: string; readonly id: string }) =>
    toGlobalId(type, communityId, id);

export const meetingId = idOf('Meeting');
export const listId = idOf('MeetingAttendanceList');
export const topicId = idOf('MeetingTopic');
export const groupId = idOf('MeetingGroup');
export const actionId = idOf('MeetingAction');
export const pitchId = idOf('MeetingPitch');
export const minutesId = idOf('MeetingMinutes');

/** The moment a day begins so many days from today. */
export const morning = (days: number) => startOf(addDays(TODAY, days), ZONE);

/** A meeting as a client writes it, so many days from today at nine. */
export const meetingOf = (
  { world, council }: Assembly,
  more: Partial<ConveneMeeting> = {},
): ConveneMeeting => ({
  ...{ kind: 'forum', placeId: world.home.place.globalId, title: 'What shall the square be?' },
  ...{ agenda: 'The square', venue: 'The hall', durationMinutes: 120 },
  startsAt: new Date(morning(7).getTime() + 9 * HOUR),
  ...(more.kind === 'council_meeting' ? { councilId: councilId(council) } : {}),
  ...more,
});

export const convene = (
  hall: Assembly,
  more: Partial<ConveneMeeting> = {},
  actor: Actor = hall.world.home.cadre.actor,
  now: Date = START,
): Promise<MeetingRow> => doing(hall, actor, conveneMeeting, meetingOf(hall, more), now);

/** A meeting that began ten minutes ago by the clock and lasts two hours. */
export const underWay = (
  hall: Assembly,
  more: Partial<ConveneMeeting> = {},
  convenedDaysAgo = 30,
): Promise<MeetingRow> => {
  const startsAt = new Date(Date.now() - 10 * MINUTE);
  const now = new Date(startsAt.getTime() - convenedDaysAgo * DAY);
  return convene(hall, { startsAt, ...more }, hall.world.home.cadre.actor, now);
};

/** So long after a meeting has begun. */
export const into = ({ startsAt }: MeetingRow, ms: number) => new Date(startsAt.getTime() + ms);

export const attend = (hall: Assembly, meeting: MeetingRow, who: Actor, ms = MINUTE) =>
  doing(hall, who, attendMeeting, { meetingId: meetingId(meeting) }, into(meeting, ms));

export const listed = (
  hall: Assembly,
  meeting: MeetingRow,
  residentIds: readonly string[],
  ms = MINUTE,
) =>
  doing(
    hall,
    hall.world.home.cadre.actor,
    recordMeetingAttendance,
    { meetingId: meetingId(meeting), residentIds },
    into(meeting, ms),
  );

export const close = (hall: Assembly, meeting: MeetingRow, ms = HOUR) =>
  doing(
    hall,
    hall.world.home.cadre.actor,
    closeMeeting,
    { meetingId: meetingId(meeting) },
    into(meeting, ms),
  );

export async function again(hall: Assembly, { communityId, id }: MeetingRow): Promise<MeetingRow> {
  const [row] = await meetingById.read(hall.database.dataSource.manager, communityId, [id]);
  if (!row) throw new Error('The meeting is gone');
  return row;
}

/** The code that something is refused for, with the field. */
export async function refusal(act: Promise<unknown>): Promise<string> {
  const error: unknown = await act.then(
    () => new Error('It was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return [error.code, error.path.join('.')].join(' ').trim();
  throw error;
}

/** The checks of meetings that find something. */
export async function faults(hall: Assembly): Promise<string[]> {
  const found = await runChecks(hall.database.dataSource, MEETING_CHECKS);
  return found.map(({ check }) => check);
}
