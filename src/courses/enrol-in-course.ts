import { authorise, personOf, type Actor } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { sameCommunity } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { isResident } from '../society/resident.policy';
import { needResident, needResidentHere } from '../society/resident.reader';
import { isRegistrar } from '../society/society.policy';
import { CourseEnrolmentRow } from './course-enrolment.entity';
import type { CourseRow } from './course.entity';
import { givesCourse } from './course.policy';
import { lockCourse, needCourse } from './course.reader';
import { enrolmentOf, setEnrolled } from './course-enrolment.reader';
import { CourseSessionRow } from './course-session.entity';
import { isForgotten } from './session-input';

export interface Enrolment {
  readonly course: CourseRow;
  readonly resident: ResidentRow;
}

/**
 * Gives a resident a seat in a course (the resident; who gives the course; cadres and officers of
 * the community). A resident enrols until the last session begins; who keeps the list may add whom
 * they met there. Enrolling again changes nothing.
 *
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `RESIDENT_GONE`, `COURSE_OVER`, `COURSE_FULL`.
 */
export async function enrolInCourse(
  work: UnitOfWork,
  input: { courseId: string; residentId: string },
): Promise<Enrolment> {
  const { course, resident, at } = await enrollable(work, input);
  const today = dayOf(work.now, at.timeZone);
  await needResidentHere(work, input.residentId, today, ['residentId']);
  const enrolledBy = personOf(work.actor);
  const db = await work.begin();
  const { capacity, enrolled } = await lockCourse(work, course);
  const before = await enrolmentOf(work, course, resident.id);
  if (before?.leftAt === null) return { course, resident };
  await refuseOver(work, course, keeps(work.actor, course, at));
  if (enrolled >= capacity) throw new Refusal('COURSE_FULL', { capacity }, ['courseId']);
  const { communityId, id: courseId } = course;
  const row = { communityId, courseId, residentId: resident.id };
  const since = { enrolledBy, enrolledAt: work.now, leftAt: null };
  if (before) await db.update(CourseEnrolmentRow, row, since);
  else await db.insert(CourseEnrolmentRow, { ...row, ...since });
  return { course: await setEnrolled(work, course, enrolled + 1), resident };
}

const keeps = (actor: Actor, course: CourseRow, at: PlaceRow) =>
  givesCourse(actor, course) || isRegistrar(actor, at);

/** The course and the resident, for whoever may enrol one in the other. */
export async function enrollable(
  work: UnitOfWork,
  input: { courseId: string; residentId: string },
): Promise<Enrolment & { readonly at: PlaceRow }> {
  const course = await needCourse(work, input.courseId, ['courseId']);
  const at = await needPlace(work, course.communityId, ['courseId']);
  const resident = await needResident(work, input.residentId, ['residentId']);
  authorise(work.actor, isResident(work.actor, resident) || keeps(work.actor, course, at));
  sameCommunity(resident, course.communityId, ['residentId']);
  return { course, resident, at };
}

async function refuseOver(
  work: UnitOfWork,
  { communityId, id: courseId }: CourseRow,
  keepsList: boolean,
): Promise<void> {
  const [last] = await work.db.find(CourseSessionRow, {
    where: { communityId, courseId },
    order: { startsAt: 'DESC' },
    take: 1,
  });
  if (!last) throw new Error(`Course ${courseId} has no session`);
  const over = keepsList ? isForgotten(last, work.now) : last.startsAt <= work.now;
  if (over) throw new Refusal('COURSE_OVER', {}, ['courseId']);
}
