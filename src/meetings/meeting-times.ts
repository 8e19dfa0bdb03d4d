import { addDays, addMonths, dayOf, startOf, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import type { MeetingKindData } from './meeting-kinds';
import type { MeetingRow } from './meeting.entity';

type Times = Pick<MeetingRow, 'startsAt' | 'durationMinutes'>;

const [SHORTEST, LONGEST] = [15, 480];
const MONTHS_AHEAD = 12;

export const endOf = ({ startsAt, durationMinutes }: Times) =>
  new Date(startsAt.getTime() + durationMinutes * 60_000);

/** Refuses before a meeting begins: `MEETING_NOT_BEGUN`. */
export function refuseEarly(meeting: Times, now: Date, path: readonly string[]): void {
  if (now < meeting.startsAt) throw new Refusal('MEETING_NOT_BEGUN', {}, path);
}

/** Refuses once its time is over: `MEETING_OVER`. */
export function refuseLate(meeting: Times, now: Date, path: readonly string[]): void {
  if (now >= endOf(meeting)) throw new Refusal('MEETING_OVER', {}, path);
}

/** Refuses before a hearing's time is over, as people may still come: `HEARING_GOES_ON`. */
export function refuseShort(meeting: MeetingRow, now: Date, path: readonly string[]): void {
  if (meeting.kind === 'hearing' && now < endOf(meeting))
    throw new Refusal('HEARING_GOES_ON', {}, path);
}

/** Refuses outside a meeting's time: `MEETING_NOT_BEGUN`, `MEETING_OVER`. */
export function refuseOutside(meeting: Times, now: Date, path: readonly string[]): void {
  refuseEarly(meeting, now, path);
  refuseLate(meeting, now, path);
}

/** The day on which a meeting is held. */
export const dayOfMeeting = ({ startsAt }: Times, { timeZone }: PlaceRow): Day =>
  dayOf(startsAt, timeZone);

/**
 * Refuses a meeting that is not announced long enough before: of seven days' notice, one convened
 * on the 1st is held on the 8th at the earliest (`NOTICE_TOO_SHORT`); or further away than a year
 * (`MEETING_TOO_FAR`).
 */
export function refuseNotice(
  { now }: UnitOfWork,
  { noticeDays: days }: MeetingKindData,
  startsAt: Date,
  { timeZone }: PlaceRow,
): void {
  const path = ['startsAt'];
  const today = dayOf(now, timeZone);
  const earliest = addDays(today, days);
  if (startsAt < startOf(earliest, timeZone))
    throw new Refusal('NOTICE_TOO_SHORT', { days, earliest }, path);
  const last = addMonths(today, MONTHS_AHEAD);
  if (startsAt >= startOf(addDays(last, 1), timeZone))
    throw new Refusal('MEETING_TOO_FAR', { last }, path);
}

/** What is announced of a meeting. */
export interface Announced {
  readonly agenda?: string | null;
  readonly venue: string;
  /** Where it can be followed on line. */
  readonly link?: string | null;
  readonly startsAt: Date;
  readonly durationMinutes: number;
}

/** Reads it: `AGENDA_NEEDED`, `TEXT_LENGTH`, `LINK_UNREADABLE`, `MEETING_LENGTH`. */
export function readAnnounced({ needsAgenda }: MeetingKindData, input: Announced) {
  const { startsAt, durationMinutes } = input;
  if (needsAgenda && !input.agenda?.trim()) throw new Refusal('AGENDA_NEEDED', {}, ['agenda']);
  const facts = { shortest: SHORTEST, longest: LONGEST };
  if (!Number.isInteger(durationMinutes) || durationMinutes < SHORTEST || durationMinutes > LONGEST)
    throw new Refusal('MEETING_LENGTH', facts, ['durationMinutes']);
  return {
    agenda: input.agenda ? readText(input.agenda, 4000, ['agenda']) : null,
    venue: readName(input.venue, ['venue']),
    link: input.link ? readLink(input.link) : null,
    ...{ startsAt, durationMinutes },
  };
}

/** An address of the web that browsers open and nothing else: `https://…` */
function readLink(given: string): string {
  const path = ['link'];
  const text = readText(given, 500, path);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new Refusal('LINK_UNREADABLE', {}, path);
  return url.href;
}
