import { addCourseSession } from '../src/courses/add-course-session';
import { confirmAttendance } from '../src/courses/confirm-attendance';
import { enrolInCourse } from '../src/courses/enrol-in-course';
import { openCourse } from '../src/courses/open-course';
import { recordAttendance } from '../src/courses/record-attendance';
import { transferCredits } from '../src/credits/transfer-credits';
import { toGlobalId } from '../src/kernel/global-id';
import { residentsOfHousehold } from '../src/society/resident.reader';
import type { Cast, CommunityCast } from './cast';
import { organisationId, tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

/** What the micro-lectures are about, one in each community. */
const LECTURES = [
  { title: '议事规则十三条', lecturer: '徐老师', venue: '社区会议室' },
  { title: '业主委员会怎么开会', lecturer: '高律师', venue: '社区会议室' },
  { title: '怎样带好一支队伍', lecturer: '林老师', venue: '党群活动室' },
  { title: '志愿服务的边界', lecturer: '孙老师', venue: '社区图书角' },
] as const;

/** The month of the year in which they were held; another session is still to come. */
const HELD = 11;

/** How many of each team go. */
const GO = 4;

/** Each community's course, with who was there; and a neighbour who shares what it earned. */
export async function giveCourses(stage: Stage, cast: Cast, year: Year): Promise<void> {
  for (const [i, community] of cast.communities.entries())
    await giveCourse(stage, community, i, year);
}

async function giveCourse(
  stage: Stage,
  community: CommunityCast,
  index: number,
  year: Year,
): Promise<void> {
  const [giver, guests] = community.teams.slice(index % 2, (index % 2) + 2);
  const leader = giver?.members[0]?.personId;
  const { title, lecturer, venue } = LECTURES[index % LECTURES.length] ?? LECTURES[0];
  if (!giver || !guests || !leader) return;
  const held = { startsAt: year.at(HELD, 9, 14), minutes: 90, venue };
  const course = await stage.as(
    leader,
    openCourse,
    {
      ...{ communityId: placeId(community.place), capacity: 30, title, lecturer },
      ...{ organisationId: organisationId(giver.organisation), sessions: [held] },
    },
    year.at(HELD, 3),
  );
  const courseId = tenantId('Course', course);
  const next = { startsAt: new Date(`${year.day(7)}T06:00:00Z`), minutes: 90, venue };
  await stage.as(leader, addCourseSession, { ...next, courseId }, year.at(HELD, 10));
  const people = [...giver.members.slice(0, GO), ...guests.members.slice(0, GO)];
  for (const { personId, residentId } of people)
    await stage.as(personId, enrolInCourse, { courseId, residentId }, year.at(HELD, 5));
  await attend(stage, community, { course, leader, people: people.slice(1, -1) }, year);
}

interface Attended {
  readonly course: { readonly communityId: string; readonly id: string };
  readonly leader: string;
  readonly people: readonly { readonly residentId: string; readonly householdId: string }[];
}

async function attend(
  stage: Stage,
  { place, cadre }: CommunityCast,
  { course, leader, people }: Attended,
  year: Year,
): Promise<void> {
  const [session]: { id: string }[] = await stage.source.query(
    `select id from course_session where community_id = $1 and course_id = $2
     order by starts_at limit 1`,
    [course.communityId, course.id],
  );
  if (!session) throw new Error('A course has a session');
  const sessionId = toGlobalId('CourseSession', place.id, session.id);
  const list = { sessionId, residentIds: people.map(({ residentId }) => residentId) };
  await stage.as(leader, recordAttendance, list, year.at(HELD, 9, 17));
  await stage.as(cadre, confirmAttendance, list, year.at(HELD, 10, 9));
  for (const { residentId, householdId } of people) {
    const home = await residentsOfHousehold.read(stage.source.manager, place.id, [householdId]);
    const other = home.find(({ id }) => toGlobalId('Resident', place.id, id) !== residentId);
    if (!other) continue;
    await stage.as(cadre, transferCredits, {
      ...{ idempotencyKey: `seed/hand-on/${course.id}`, fromResidentId: residentId, credits: 1 },
      toResidentId: toGlobalId('Resident', place.id, other.id),
    });
    return;
  }
}
