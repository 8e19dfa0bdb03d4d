import { randomUUID } from 'node:crypto';
import { addCourseSession } from '../../src/courses/add-course-session';
import { confirmAttendance } from '../../src/courses/confirm-attendance';
import { CourseAttendanceRow } from '../../src/courses/course-attendance.entity';
import { COURSES_CHECKS } from '../../src/courses/courses.checks';
import { enrolInCourse } from '../../src/courses/enrol-in-course';
import { leaveCourse } from '../../src/courses/leave-course';
import { openCourse, type OpenCourseInput } from '../../src/courses/open-course';
import { recordAttendance } from '../../src/courses/record-attendance';
import { reverseAttendance } from '../../src/courses/reverse-attendance';
import { setCourseRate } from '../../src/credits/set-course-rate';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { moveOutResident } from '../../src/society/move-out-resident';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type SomeResident, type World } from '../support/world';
import { NOW, runner, spend } from '../credits/stage';
import { ago, findings, HOUR, openHome, roomOf, walletOf } from '../volunteering/stage';

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
let residents: readonly SomeResident[];
beforeEach(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  scheme = await openHome(database.dataSource, world, { monthlyCap: 10 });
  residents = world.home.households.flatMap((household) => household.residents);
  await rate('session', 3);
});
afterEach(() => database.drop());

const run = <T>(actor: Actor, command: Parameters<ReturnType<typeof runner>>[1], now = NOW) =>
  runner(database.dataSource)(actor, command, now) as Promise<T>;

const rate = (per: 'hour' | 'session', credits: number, validFrom = '2026-01-02') =>
  run<CreditScheme>(
    world.officer.actor,
    (work) =>
      setCourseRate(work, {
        ...{ schemeId: toGlobalId('CreditScheme', null, scheme.id), validFrom, per, credits },
      }),
    new Date('2026-01-01T04:00:00Z'),
  );

const leader = () => world.home.leader.actor;
const cadre = () => world.home.cadre.actor;
const session = (hours: number, minutes = 90) => ({
  ...{ startsAt: ago(hours * HOUR), minutes, venue: 'The reading room' },
});

interface Opened {
  readonly id: string;
  readonly row: string;
  readonly sessions: string[];
}

/** A course of the menders for three, whose one session was over an hour ago. */
async function open(more: Partial<OpenCourseInput> = {}, actor = leader()): Promise<Opened> {
  const input = {
    ...{ communityId: world.home.place.globalId, organisationId: world.home.team.globalId },
    ...{ title: 'Rules of meeting', lecturer: 'Professor Xu', capacity: 3 },
    ...{ sessions: [session(3)], ...more },
  };
  const { communityId, id } = await run<{ communityId: string; id: string }>(actor, (work) =>
    openCourse(work, input),
  );
  const rows: { id: string }[] = await database.dataSource.query(
    'select id from course_session where community_id = $1 and course_id = $2 order by starts_at',
    [communityId, id],
  );
  const sessions = rows.map((each) => toGlobalId('CourseSession', communityId, each.id));
  return { id: toGlobalId('Course', communityId, id), row: id, sessions };
}

const enrol = (course: Opened, who: SomeResident, actor = leader(), now = NOW) =>
  run(actor, (work) => enrolInCourse(work, { courseId: course.id, residentId: who.globalId }), now);
const leave = (course: Opened, who: SomeResident, actor = leader()) =>
  run(actor, (work) => leaveCourse(work, { courseId: course.id, residentId: who.globalId }));
const list = (who: readonly SomeResident[]) => who.map(({ globalId }) => globalId);
const attend = (course: Opened, who: readonly SomeResident[], actor = leader(), now = NOW) =>
  run(
    actor,
    (work) => recordAttendance(work, { sessionId: course.sessions[0]!, residentIds: list(who) }),
    now,
  );
const confirm = (course: Opened, who: readonly SomeResident[], actor = cadre()) =>
  run(actor, (work) =>
    confirmAttendance(work, { sessionId: course.sessions[0]!, residentIds: list(who) }),
  );

async function attendanceOf(who: SomeResident): Promise<CourseAttendanceRow[]> {
  const db = database.dataSource.manager;
  return await db.find(CourseAttendanceRow, {
    where: { residentId: who.id },
    order: { id: 'ASC' },
  });
}

async function reverse(
  who: SomeResident,
  actor = cadre(),
  idempotencyKey = `back-${randomUUID()}`,
  reason = 'Was not there',
) {
  const [row] = await attendanceOf(who);
  const attendanceId = toGlobalId('CourseAttendance', row!.communityId, row!.id);
  await run(actor, (work) => reverseAttendance(work, { idempotencyKey, attendanceId, reason }));
}

/** How it ended: the refusal's code with its field, or that it was done. */
async function told(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    const { code = String(error), path = [] } = error as { code?: string; path?: string[] };
    return [code, ...path].join(' ');
  }
}

const wallet = (who: SomeResident) => walletOf(database.dataSource, who);
const allFindings = async () => [
  ...(await findings(database.dataSource)),
  ...(await runChecks(database.dataSource, COURSES_CHECKS)),
];

test('who was there is recorded by one, confirmed by another, and earns once', async () => {
  const [, , , , one, two] = residents as [0, 0, 0, 0, SomeResident, SomeResident];
  const course = await open();
  for (const who of [one, two]) await enrol(course, who);
  await attend(course, [one, two]);
  expect(await wallet(one)).toBe(0);
  await confirm(course, [two, one]);
  await confirm(course, [one]);
  await attend(course, [one, two]);
  expect([await wallet(one), await wallet(two)]).toEqual([3, 3]);
  expect(await allFindings()).toEqual([]);
});

test('by the hour or the session, from a day on, and nothing where nothing is set', async () => {
  const one = residents[4]!;
  await rate('hour', 4, '2026-11-22');
  await rate('session', 0, '2026-11-23');
  const credits: (string | null)[] = [];
  for (const [hours, minutes] of [
    [3, 90],
    [40, 90],
  ] as const) {
    const course = await open({ sessions: [session(hours, minutes)] });
    await enrol(course, one);
    await attend(course, [one]);
    await confirm(course, [one]);
  }
  for (const row of await attendanceOf(one)) credits.push(row.credits);
  expect(credits).toEqual(['6', '3']);
  expect(await wallet(one)).toBe(9);
  // The next day's rate is 0: it is attended all the same.
  const later = new Date(NOW.getTime() + 30 * HOUR);
  const free = await open({
    sessions: [{ ...session(0), startsAt: new Date(NOW.getTime() + 25 * HOUR) }],
  });
  await enrol(free, one);
  await attend(free, [one], leader(), later);
  await run(cadre(), (work) =>
    confirmAttendance(work, { sessionId: free.sessions[0]!, residentIds: [one.globalId] }),
  );
  expect((await attendanceOf(one)).at(-1)).toMatchObject({ credits: null, schemeId: null });
  expect(await allFindings()).toEqual([]);
});

test('the month’s cap holds for courses and service together; the refusal names the one', async () => {
  const { members } = world.home;
  const [member] = members;
  const who = member.resident;
  const free = residents[4]!;
  for (const hours of [30, 40, 50]) {
    const course = await open({ sessions: [session(hours)] });
    await enrol(course, who);
    await attend(course, [who]);
    await confirm(course, [who]);
  }
  expect(await roomOf(database.dataSource, member, '2026-11')).toBe(1);
  const course = await open();
  for (const each of [free, who]) await enrol(course, each);
  await attend(course, [free, who]);
  expect(await told(confirm(course, [free, who]))).toBe('MONTHLY_CAP_REACHED residentIds 1');
  expect(await wallet(free)).toBe(0);
  await confirm(course, [free]);
  expect(await wallet(free)).toBe(3);
  expect(await allFindings()).toEqual([]);
});

test('nobody confirms themselves or what they recorded, and nobody else does at all', async () => {
  const [member] = world.home.members;
  const course = await open();
  await enrol(course, member.resident);
  await enrol(course, residents[4]!);
  await attend(course, [member.resident, residents[4]!]);
  const both = [residents[4]!, member.resident];
  expect(await told(confirm(course, both, leader()))).toBe('OWN_RECORD residentIds 0');
  expect(await told(confirm(course, both, member.actor))).toBe('OWN_ATTENDANCE residentIds 1');
  for (const { actor } of [world.home.clerk, world.outsider, world.other.cadre, world.other.leader])
    expect(await told(confirm(course, both, actor))).toBe('FORBIDDEN');
  for (const actor of [cadre(), member.actor, world.outsider.actor])
    expect(await told(attend(course, both, actor))).toBe('FORBIDDEN');
  await confirm(course, [residents[4]!], member.actor);
  expect(await wallet(residents[4]!)).toBe(3);
});

describe('bad lists', () => {
  let course: Opened;
  beforeEach(async () => {
    course = await open({ capacity: 2 });
    for (const who of residents.slice(4, 6)) await enrol(course, who);
  });

  test('twice, nobody, others, elsewhere, gone', async () => {
    const [one, two, three] = residents.slice(4) as [SomeResident, SomeResident, SomeResident];
    const abroad = world.other.households[0]!.residents[0]!;
    const ghost = { ...one, globalId: toGlobalId('Resident', one.communityId, randomUUID()) };
    const asked = { ...one, globalId: 'nonsense' };
    const cases: [readonly SomeResident[], string][] = [
      [[one, two, one], 'RESIDENT_TWICE residentIds 2'],
      [[], 'ATTENDANCE_COUNT residentIds'],
      [Array<SomeResident>(101).fill(one), 'ATTENDANCE_COUNT residentIds'],
      [[one, abroad], 'OTHER_COMMUNITY residentIds 1'],
      [[ghost], 'ID_UNKNOWN residentIds 0'],
      [[asked], 'ID_UNKNOWN residentIds 0'],
      [[one, three], 'NOT_ENROLLED residentIds 1'],
    ];
    for (const [who, code] of cases) expect(await told(attend(course, who))).toBe(code);
    expect(await told(confirm(course, [one]))).toBe('NOT_RECORDED residentIds 0');
    const same = await open({ sessions: [session(2.5)] });
    await enrol(same, one);
    await attend(same, [one]);
    expect(await told(attend(course, [two, one]))).toBe('ATTENDED_ELSEWHERE residentIds 1');
    await run(cadre(), (work) =>
      moveOutResident(work, { residentId: two.globalId, movedOut: '2026-11-20' }),
    );
    expect(await told(attend(course, [two]))).toBe('RESIDENT_GONE residentIds 0');
  });

  test('before it is over, or too long ago; and no more people than seats', async () => {
    const [one, two, three] = residents.slice(4) as [SomeResident, SomeResident, SomeResident];
    const early = new Date(session(3).startsAt.getTime() + 89 * 60_000);
    expect(await told(attend(course, [one], leader(), early))).toBe('SESSION_NOT_OVER sessionId');
    const late = new Date(NOW.getTime() + 61 * 24 * HOUR);
    expect(await told(attend(course, [one], leader(), late))).toBe('SESSION_TOO_OLD sessionId');
    await attend(course, [one, two]);
    // Whoever leaves frees a seat, and was there all the same.
    await leave(course, one);
    await enrol(course, three);
    expect(await told(attend(course, [three]))).toBe('SESSION_FULL residentIds');
    expect(await allFindings()).toEqual([]);
  });
});

describe('seats', () => {
  test('the last one is given once, from however many connections', async () => {
    const course = await open({ capacity: 2 });
    const said = await Promise.all(residents.slice(0, 8).map((who) => told(enrol(course, who))));
    expect(said.filter((each) => each === 'done')).toHaveLength(2);
    expect(said.filter((each) => each === 'COURSE_FULL courseId')).toHaveLength(6);
    expect(await allFindings()).toEqual([]);
  });

  test('again changes nothing; leaving frees one; a resident enrols until it begins', async () => {
    const [member] = world.home.members;
    const ahead = { ...session(0), startsAt: new Date(NOW.getTime() + HOUR) };
    const course = await open({ capacity: 1, sessions: [ahead] });
    await enrol(course, member.resident, member.actor);
    await enrol(course, member.resident, member.actor);
    expect(await told(enrol(course, residents[4]!))).toBe('COURSE_FULL courseId');
    await leave(course, member.resident, member.actor);
    await leave(course, member.resident, member.actor);
    const begun = new Date(NOW.getTime() + HOUR);
    expect(await told(enrol(course, member.resident, member.actor, begun))).toBe(
      'COURSE_OVER courseId',
    );
    await enrol(course, residents[4]!, leader(), begun);
    const abroad = world.other.households[0]!.residents[0]!;
    expect(await told(enrol(course, abroad))).toBe('OTHER_COMMUNITY residentId');
    expect(await told(enrol(course, residents[5]!, member.actor))).toBe('FORBIDDEN');
    expect(await allFindings()).toEqual([]);
  });
});

describe('taken back', () => {
  let course: Opened;
  const one = () => residents[4]!;
  beforeEach(async () => {
    course = await open();
    await enrol(course, one());
    await attend(course, [one()]);
  });

  test('by the mirror of its entry, once; then it may be recorded anew', async () => {
    await confirm(course, [one()]);
    expect(await told(reverse(one(), leader()))).toBe('FORBIDDEN');
    await reverse(one(), cadre(), 'take-me-back-1');
    await reverse(one(), cadre(), 'take-me-back-1');
    expect(await told(reverse(one(), cadre(), 'take-me-back-1', 'Another'))).toBe(
      'KEY_REUSED idempotencyKey',
    );
    expect(await told(reverse(one()))).toBe('REVERSED_BEFORE attendanceId');
    expect(await wallet(one())).toBe(0);
    expect(await allFindings()).toEqual([]);
    await attend(course, [one()]);
    await confirm(course, [one()]);
    expect(await wallet(one())).toBe(3);
    expect(await attendanceOf(one())).toHaveLength(2);
    expect(await allFindings()).toEqual([]);
  });

  test('as long as nobody confirmed it, also by who gives the course', async () => {
    await reverse(one(), leader());
    expect(await told(confirm(course, [one()]))).toBe('NOT_RECORDED residentIds 0');
    expect(await wallet(one())).toBe(0);
  });

  test('not by who gives the course, where somebody confirms it meanwhile', async () => {
    let go = () => {};
    const wait = new Promise<void>((done) => (go = done));
    let locked = () => {};
    const holding = new Promise<void>((done) => (locked = done));
    const residentIds = list([one()]);
    const confirming = run(cadre(), async (work) => {
      await confirmAttendance(work, { sessionId: course.sessions[0]!, residentIds });
      locked();
      await wait;
    });
    await holding;
    const taken = told(reverse(one(), leader()));
    for (let waiting: unknown[] = []; waiting.length === 0;)
      waiting = await database.dataSource.query(
        `select 1 from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
    go();
    await confirming;
    expect(await taken).toBe('FORBIDDEN');
    expect(await wallet(one())).toBe(3);
  });

  test('not where its credits are spent', async () => {
    await confirm(course, [one()]);
    await spend(database.dataSource, scheme, one(), 1);
    expect(await told(reverse(one()))).toBe('INSUFFICIENT_CREDITS attendanceId');
    expect((await attendanceOf(one()))[0]?.cancelledAt).toBeNull();
  });

  test('confirmed and taken back at once: one of them comes first, and the books agree', async () => {
    const acts = [
      confirm(course, [one()]),
      reverse(one()),
      confirm(course, [one()]),
      reverse(one()),
    ];
    await Promise.all(acts.map(told));
    const [row] = await attendanceOf(one());
    expect(await wallet(one())).toBe(row?.cancelledAt ? 0 : 3);
    expect(await allFindings()).toEqual([]);
  });

  test('verify sees what stands on one side only', async () => {
    await confirm(course, [one()]);
    const { dataSource } = database;
    await dataSource.query('update course_attendance set credits = 4');
    await dataSource.query('update course set enrolled = 2');
    const names = (await allFindings()).map(({ check }) => check);
    expect(names).toEqual(['attendance', 'course-seats']);
  });
});

test('a course is opened where the organisation works, with sessions that can be held', async () => {
  const said = (more: Partial<OpenCourseInput>, actor = leader()) => told(open(more, actor));
  expect(await said({ communityId: world.other.place.globalId })).toBe('NOT_HERE organisationId');
  expect(await said({ organisationId: world.home.foundation.globalId })).toBe(
    'ORGANISATION_KIND organisationId',
  );
  expect(await said({}, world.home.members[0].actor)).toBe('FORBIDDEN');
  expect(await said({ capacity: 0 })).toBe('CAPACITY_RANGE capacity');
  expect(await said({ capacity: 1.5 })).toBe('CAPACITY_RANGE capacity');
  expect(await said({ title: ' ' })).toBe('TEXT_LENGTH title');
  expect(await said({ sessions: [] })).toBe('SESSIONS_COUNT sessions');
  expect(await said({ sessions: [session(3, 10)] })).toBe('SESSION_MINUTES sessions 0 minutes');
  expect(await said({ sessions: [session(61 * 24)] })).toBe('SESSION_DAY sessions 0 startsAt');
  expect(await said({ sessions: [session(3), session(4)] })).toBe(
    'SESSION_OVERLAPS sessions 1 startsAt',
  );
  // The street's office gives courses in every community below it.
  const course = await open({ organisationId: world.streetOffice.globalId }, world.officer.actor);
  const add = (hours: number, actor = world.officer.actor) =>
    told(run(actor, (work) => addCourseSession(work, { ...session(hours), courseId: course.id })));
  expect(await add(3)).toBe('SESSION_OVERLAPS startsAt');
  expect(await add(6, leader())).toBe('FORBIDDEN');
  expect(await add(6)).toBe('done');
});

test('what courses earn is set for coming days, within a range', async () => {
  expect(await told(rate('hour', 1001))).toBe('COURSE_RATE_RANGE credits');
  expect(await told(rate('hour', -1))).toBe('COURSE_RATE_RANGE credits');
  expect(await told(rate('hour', 5, '2026-01-01'))).toBe('RATES_BEGIN_TOO_EARLY validFrom');
  expect(await told(rate('hour', 5, '2026-02-30'))).toBe('DAY_UNREADABLE validFrom');
});
