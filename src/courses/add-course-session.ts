import { authorise } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { givesCourse } from './course.policy';
import { lockCourse, needCourse } from './course.reader';
import { CourseSessionRow } from './course-session.entity';
import { MOST_SESSIONS, readSession, type SessionInput } from './session-input';

/**
 * Adds a session to a course (who gives it). Refuses: `ID_UNKNOWN`, `SESSIONS_COUNT`,
 * `SESSION_MINUTES`, `SESSION_DAY`, `SESSION_OVERLAPS`, `TEXT_LENGTH`.
 */
export async function addCourseSession(
  work: UnitOfWork,
  input: SessionInput & { readonly courseId: string },
): Promise<CourseSessionRow> {
  const course = await needCourse(work, input.courseId, ['courseId']);
  authorise(work.actor, givesCourse(work.actor, course));
  const { communityId, id: courseId } = course;
  const db = await work.begin();
  await lockCourse(work, course);
  const others = await db.findBy(CourseSessionRow, { communityId, courseId });
  if (others.length >= MOST_SESSIONS)
    throw new Refusal('SESSIONS_COUNT', { most: MOST_SESSIONS }, ['courseId']);
  const read = readSession(work, input, others, []);
  const session: CourseSessionRow = { ...read, communityId, courseId, id: newId() };
  await db.insert(CourseSessionRow, session);
  return session;
}
