import { addMonths, monthOf } from '../../src/kernel/calendar';
import {
  cadre,
  hoursAgo,
  key,
  leader,
  officer,
  past,
  storekeeper,
  today,
  PAST_DAYS,
  ZONE,
  type Life,
  type Step,
} from './step';

const session = (life: Life, hours: number) => ({
  ...{ startsAt: hoursAgo(life, hours), minutes: 60, venue: 'The reading room' },
});

const course = (name: string, hours: number): Step => ({
  does: 'openCourse',
  by: leader,
  input: (get, life) => ({
    ...{ communityId: get('home'), organisationId: get('team'), capacity: 20 },
    ...{ title: 'Rules of meeting', lecturer: 'Professor Xu', sessions: [session(life, hours)] },
  }),
  keeps: [name, 'course.id'],
  keepsToo: [[`${name} session`, 'course.sessions.edges.0.node.id']],
});

/** Residents of other households than the one that stands for all. */
const neighbour = ({ world }: Life, n: number) => world.home.households[4]!.residents[n]!.globalId;

const enrol = (name: string, n: number | null, does = 'enrolInCourse'): Step => ({
  does,
  by: leader,
  input: (get, life) => ({
    ...{ courseId: get(name), residentId: n === null ? get('resident') : neighbour(life, n) },
  }),
});

const attend = (name: string, n: number | null, attendance: string): Step => ({
  does: 'recordAttendance',
  by: leader,
  input: (get, life) => ({
    sessionId: get(`${name} session`),
    residentIds: [n === null ? get('resident') : neighbour(life, n)],
  }),
  keeps: [attendance, 'session.attendance.edges.0.node.id'],
});

/** Courses, and what becomes of credits beside service and the till, in a life. */
export const LEARNING: Step[] = [
  {
    does: 'setCourseRate',
    by: officer,
    past: true,
    input: (get, life) => ({
      ...{
        schemeId: get('scheme'),
        validFrom: today(life, 1 - PAST_DAYS),
        per: 'HOUR',
        credits: 2,
      },
    }),
  },
  course('course', 4),
  {
    does: 'addCourseSession',
    by: leader,
    input: (get, life) => ({ courseId: get('course'), ...session(life, 8) }),
  },
  enrol('course', null),
  enrol('course', 0),
  enrol('course', 0, 'leaveCourse'),
  enrol('course', 0),
  attend('course', null, 'attendance'),
  {
    does: 'confirmAttendance',
    by: cadre,
    input: (get) => ({ sessionId: get('course session'), residentIds: [get('resident')] }),
  },
  attend('course', 0, 'mistaken attendance'),
  {
    does: 'reverseAttendance',
    by: cadre,
    input: (get) => ({ ...key(), attendanceId: get('mistaken attendance'), reason: 'Was away.' }),
  },
  {
    does: 'setTransferRule',
    by: officer,
    past: true,
    input: (get, life) => ({
      schemeId: get('scheme'),
      fromMonth: addMonths(`${monthOf(past(life), ZONE)}-01`, 1).slice(0, 7),
      monthlyLimit: 20,
    }),
  },
  {
    does: 'transferCredits',
    by: cadre,
    input: (get, { world }) => ({
      ...key(),
      fromResidentId: get('resident'),
      toResidentId: world.home.households[1]!.residents[1]!.globalId,
      credits: 2,
    }),
  },
  {
    does: 'reverseGoodsThanks',
    by: storekeeper,
    input: (get) => ({ ...key(), lotId: get('given lot'), reason: 'Another neighbour gave it.' }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreLearning = (n: number): Step[] => [
  course(`course ${n}`, 20 + 3 * n),
  {
    does: 'addCourseSession',
    by: leader,
    input: (get, life) => ({ courseId: get('course'), ...session(life, 10 + 2 * n) }),
  },
  ...(n < 3 ? [enrol('course', n), attend('course', n, `attendance at it ${n}`)] : []),
  enrol(`course ${n}`, null),
  attend(`course ${n}`, null, `attendance ${n}`),
];
