import { CITY, type Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { tenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CourseRow } from './course.entity';
import type { CourseSessionRow } from './course-session.entity';

const COURSE = `community_id "communityId", id, organisation_id "organisationId", title, lecturer,
  about, capacity, enrolled, opened_by "openedBy", opened_at "openedAt"`;
const SESSION = `community_id "communityId", id, course_id "courseId", starts_at "startsAt",
  minutes, venue`;

export const courseById: Batch<CourseRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COURSE} from course where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const sessionById: Batch<CourseSessionRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${SESSION} from course_session where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The course that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needCourse(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<CourseRow> {
  return await needRow(work, courseById, { type: 'Course', globalId, path });
}

/** The session that a command's input names, with its course: `ID_UNKNOWN`. */
export async function needSession(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<{ session: CourseSessionRow; course: CourseRow }> {
  const ref = tenantRef('CourseSession', globalId, path);
  const [session] = await sessionById.read(work.db, ref.communityId, [ref.id]);
  if (!session) throw new Refusal('ID_UNKNOWN', { type: 'CourseSession' }, path);
  const [course] = await courseById.read(work.db, ref.communityId, [session.courseId]);
  if (!course) throw new Error(`Session ${session.id} has no course`);
  return { session, course };
}

/** A course's row as it stands, locked: who takes part in it changes one at a time. */
export async function lockCourse(
  work: UnitOfWork,
  { communityId, id }: Pick<CourseRow, 'communityId' | 'id'>,
): Promise<CourseRow> {
  const rows: CourseRow[] = await work.db.query(
    `select ${COURSE} from course where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  const [row] = rows;
  if (!row) throw new Error(`Course ${id} is gone`);
  return row;
}

/** Communities' courses, the latest opened first. */
export const coursesIn: KeysetList<CourseRow> = {
  read: (db, _city, communityIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${COURSE} from course where community_id = owner.id and id < $2::uuid
         order by id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [communityIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** When a session begins, in milliseconds since 1970: the first part of its cursor. */
const MOMENT_PART = /^\d{1,14}$/;

/** Courses' sessions, in the order in which they are held. */
export const sessionsOfCourse: KeysetList<CourseSessionRow> = {
  read: (db, communityId, courseIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${SESSION} from course_session
         where community_id = $1 and course_id = owner.id
           and (starts_at, id) > ($3::timestamptz, $4::uuid)
         order by starts_at, id limit $5
       ) listed order by owner.id, listed."startsAt", listed.id`,
      [...[communityId, courseIds, new Date(Number(after?.[0] ?? 0)), after?.[1] ?? CITY], limit],
    ),
  keyOf: ({ startsAt, id }) => [String(startsAt.getTime()), id],
  parts: [MOMENT_PART, ID_PART],
};
