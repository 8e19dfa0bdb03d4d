import type { Context } from '../api/context';
import { policy } from '../api/policy';
import type { Actor } from '../kernel/actor';
import type { OrganisationKind, Role } from '../society/organisation.entity';
import type { PlaceRow } from '../society/place.entity';
import { isResident } from '../society/resident.policy';
import { inCommunity, isRegistrar } from '../society/society.policy';
import type { CourseAttendanceRow } from './course-attendance.entity';
import type { CourseSessionRow } from './course-session.entity';
import { courseById } from './course.reader';
import type { CourseRow } from './course.entity';

/** The kinds of organisation that give courses, and which of their people see to them. */
const GIVERS: Partial<Record<OrganisationKind, readonly Role[]>> = {
  self_organisation: ['leader'],
  social_organisation: ['director', 'staff'],
  street_office: ['officer'],
  residents_committee: ['cadre'],
  service_station: ['staff'],
};

export const GIVER_KINDS = Object.keys(GIVERS) as OrganisationKind[];

type Giver = Pick<CourseRow, 'organisationId'>;

/** Who opens courses in an organisation's name, and keeps who takes part. */
export function givesCourse(actor: Actor, { organisationId }: Giver): boolean {
  return actor.standings.some(
    (held) =>
      held.organisationId === organisationId &&
      (GIVERS[held.organisationKind as OrganisationKind] ?? []).includes(held.role as Role),
  );
}

/** Who can know who was there: the organisation's people, and who keeps the register. */
export function mayConfirmAttendance(actor: Actor, course: Giver, community: PlaceRow): boolean {
  const belongs = actor.standings.some((held) => held.organisationId === course.organisationId);
  return belongs || isRegistrar(actor, community);
}

const OF_COURSE = 'Who gives the course, and who keeps the register: cadres and officers above.';

/** Who takes part in a course, by name. */
export const courseKeeper = inCommunity<CourseRow>(
  OF_COURSE,
  (actor, community, course) => givesCourse(actor, course) || isRegistrar(actor, community),
);

async function keeps(context: Context, communityId: string, courseId: string): Promise<boolean> {
  if (context.actor.standings.length === 0) return false;
  const course = await context.load(courseById, communityId, courseId);
  return course !== null && (await courseKeeper.allows(context, course as never));
}

/** Who was at a session, by name. */
export const sessionKeeper = policy<CourseSessionRow>(OF_COURSE, (context, session) =>
  keeps(context, session.communityId, session.courseId),
);

/** That somebody was at a session. */
export const attendanceReader = policy<CourseAttendanceRow>(
  'The resident, who gives the course, and who keeps the register.',
  async (context, { communityId, courseId, residentId: id }) =>
    isResident(context.actor, { communityId, id }) || (await keeps(context, communityId, courseId)),
);
