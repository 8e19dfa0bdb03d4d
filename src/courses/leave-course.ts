import type { UnitOfWork } from '../kernel/unit-of-work';
import { CourseEnrolmentRow } from './course-enrolment.entity';
import { enrolmentOf, setEnrolled } from './course-enrolment.reader';
import { lockCourse } from './course.reader';
import { enrollable, type Enrolment } from './enrol-in-course';

/**
 * Gives a seat back (the resident; who gives the course; cadres and officers of the community).
 * What was attended stays. Leaving again changes nothing. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`.
 */
export async function leaveCourse(
  work: UnitOfWork,
  input: { courseId: string; residentId: string },
): Promise<Enrolment> {
  const { course, resident } = await enrollable(work, input);
  const db = await work.begin();
  const { enrolled } = await lockCourse(work, course);
  const before = await enrolmentOf(work, course, resident.id);
  if (!before || before.leftAt !== null) return { course, resident };
  const { communityId, courseId, residentId } = before;
  await db.update(CourseEnrolmentRow, { communityId, courseId, residentId }, { leftAt: work.now });
  return { course: await setEnrolled(work, course, enrolled - 1), resident };
}
