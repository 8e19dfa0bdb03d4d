import { day, hours } from '../moments';
import type { Row } from './row';

const cadre: Row[4] = ({ home }) => home.cadre;

/** Meetings: when they are held, who comes, and what becomes of what they talk of. */
export const MEETINGS: readonly Row[] = [
  ['a day ahead', 'conveneMeeting', () => ({ startsAt: hours(24) }), 'NOTICE_TOO_SHORT startsAt'],
  [
    'more than a year ahead',
    'conveneMeeting',
    () => ({ startsAt: hours(24 * 400) }),
    'MEETING_TOO_FAR startsAt',
  ],
  [
    'without an agenda',
    'conveneMeeting',
    () => ({ kind: 'HEARING', agenda: null }),
    'AGENDA_NEEDED agenda',
  ],
  [
    'a council of a forum',
    'conveneMeeting',
    (at) => ({ councilId: at.seated.group }),
    'COUNCIL_UNASKED councilId',
  ],
  [
    'a meeting of no council',
    'conveneMeeting',
    () => ({ kind: 'COUNCIL_MEETING' }),
    'COUNCIL_NEEDED councilId',
  ],
  [
    'a council in which nobody sits',
    'conveneMeeting',
    (at) => ({ kind: 'COUNCIL_MEETING', councilId: at.seated.toSeat }),
    'COUNCIL_NOT_SITTING councilId',
  ],
  ['no address', 'conveneMeeting', () => ({ link: 'the hall' }), 'LINK_UNREADABLE link'],
  [
    'what has begun',
    'changeMeeting',
    (at) => ({ meetingId: at.met.space }),
    'MEETING_BEGUN meetingId',
  ],
  [
    'what has not begun',
    'attendMeeting',
    (at) => ({ meetingId: at.met.toChange }),
    'MEETING_NOT_BEGUN meetingId',
  ],
  [
    'where residents meet',
    'representOrganisation',
    (at) => ({ meetingId: at.met.space }),
    'NOT_FOR_ORGANISATIONS meetingId',
  ],
  ['another number', 'witnessMeetingAttendance', () => ({ people: 2 }), 'HEADS_DIFFER people'],
  ['its clerk', 'witnessMeetingAttendance', () => ({}), 'SECOND_PERSON_NEEDED listId', cadre],
  ['its writer', 'approveMinutes', () => ({}), 'SECOND_PERSON_NEEDED minutesId', cadre],
  [
    'a topic of a fair',
    'proposeTopic',
    (at) => ({ meetingId: at.met.fair }),
    'TOPICS_NOT_TAKEN meetingId',
  ],
  [
    'a project of an open space',
    'pitchProject',
    (at) => ({ meetingId: at.met.space }),
    'NO_PITCHES meetingId',
  ],
  [
    'two who do it',
    'agreeAction',
    (at) => ({ residentId: at.members[0].resident.globalId }),
    'DOER_NEEDED organisationId',
  ],
  ['a day before it', 'agreeAction', () => ({ dueOn: day(-2) }), 'DAY_PAST dueOn'],
  [
    'while a list waits',
    'closeMeeting',
    (at) => ({ meetingId: at.met.space }),
    'LISTS_WAITING meetingId',
  ],
  ['nobody came', 'closeMeeting', (at) => ({ meetingId: at.met.fair }), 'NOBODY_CAME meetingId'],
];
