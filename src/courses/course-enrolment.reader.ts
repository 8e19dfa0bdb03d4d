import { CITY } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { CourseEnrolmentRow } from './course-enrolment.entity';
import { CourseRow } from './course.entity';

const ENROLMENT = `community_id "communityId", course_id "courseId", resident_id "residentId",
  enrolled_by "enrolledBy", enrolled_at "enrolledAt", left_at "leftAt"`;

/** A resident's enrolment in a course, also one that has ended. */
export async function enrolmentOf(
  work: UnitOfWork,
  { communityId, id: courseId }: CourseRow,
  residentId: string,
): Promise<CourseEnrolmentRow | null> {
  return await work.db.findOneBy(CourseEnrolmentRow, { communityId, courseId, residentId });
}

/** Keeps how many are enrolled in a locked course. */
export async function setEnrolled(
  work: UnitOfWork,
  course: CourseRow,
  enrolled: number,
): Promise<CourseRow> {
  const { communityId, id } = course;
  await work.db.update(CourseRow, { communityId, id }, { enrolled });
  return { ...course, enrolled };
}

/** Who is enrolled in courses, in the order in which they came to be residents. */
export const enrolmentsOfCourse: KeysetList<CourseEnrolmentRow> = {
  read: (db, communityId, courseIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ENROLMENT} from course_enrolment
         where community_id = $1 and course_id = owner.id and resident_id > $3::uuid
           and left_at is null
         order by resident_id limit $4
       ) listed order by owner.id, listed."residentId"`,
      [communityId, courseIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ residentId }) => [residentId],
  parts: [ID_PART],
};

/** What residents are enrolled in, the latest opened course first. */
export const enrolmentsOfResident: KeysetList<CourseEnrolmentRow> = {
  read: (db, communityId, residentIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ENROLMENT} from course_enrolment
         where community_id = $1 and resident_id = owner.id and course_id < $3::uuid
           and left_at is null
         order by course_id desc limit $4
       ) listed order by owner.id, listed."courseId" desc`,
      [communityId, residentIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ courseId }) => [courseId],
  parts: [ID_PART],
};
