import { addCourseSession } from '../../../src/courses/add-course-session';
import { confirmAttendance } from '../../../src/courses/confirm-attendance';
import { enrolInCourse } from '../../../src/courses/enrol-in-course';
import { openCourse } from '../../../src/courses/open-course';
import { recordAttendance } from '../../../src/courses/record-attendance';
import { setCourseRate } from '../../../src/credits/set-course-rate';
import { setTransferRule } from '../../../src/credits/set-transfer-rule';
import { toGlobalId } from '../../../src/kernel/global-id';
import { confirmService } from '../../../src/volunteering/confirm-service';
import { recordService } from '../../../src/volunteering/record-service';
import type { CommunityWorld, World } from '../../support/world';
import type { Run } from './furnish';
import { hours, month, monthStart, noon } from './moments';

/** A course in the team's name, with sessions in every stage. */
export interface Taught {
  readonly course: string;
  /** Held; nobody is recorded yet. */
  readonly toRecord: string;
  /** The leader and the second member were there, which nobody has confirmed. */
  readonly toConfirm: string;
  /** That the leader was at a session before, confirmed. */
  readonly attended: string;
}

/** Attending earns two credits, and a household may hand on a thousand a month. */
export async function ruleScheme(run: Run, { officer }: World, schemeId: string): Promise<void> {
  const before = noon(monthStart(-2));
  const rate = { schemeId, validFrom: monthStart(-1), per: 'session' as const, credits: 2 };
  await run(officer, (work) => setCourseRate(work, rate), before);
  const rule = { schemeId, fromMonth: month(-1), monthlyLimit: 1000 };
  await run(officer, (work) => setTransferRule(work, rule), before);
}

/** The leader has served for a hundred credits. */
export async function payLeader(run: Run, { leader, cadre, team }: CommunityWorld): Promise<void> {
  const served = {
    ...{ organisationId: team.globalId, residentId: leader.resident.globalId },
    ...{ serviceKind: 'repair', performedAt: new Date(hours(-24 * 20)), minutes: 600 },
  };
  const { communityId, id } = await run(leader, (work) => recordService(work, served));
  const serviceId = toGlobalId('Service', communityId, id);
  await run(cadre, (work) => confirmService(work, { serviceId }));
}

export async function teach(run: Run, home: CommunityWorld): Promise<Taught> {
  const { leader, cadre, members } = home;
  const session = (hoursFromNow: number) => ({
    ...{ startsAt: new Date(hours(hoursFromNow)), minutes: 60, venue: 'The reading room' },
  });
  const { id } = await run(leader, (work) =>
    openCourse(work, {
      ...{ communityId: home.place.globalId, organisationId: home.team.globalId },
      ...{ title: 'Mending', lecturer: 'Master Lu', capacity: 20, sessions: [session(72)] },
    }),
  );
  const courseId = toGlobalId('Course', home.id, id);
  const residentIds = [leader, members[1]].map(({ resident }) => resident.globalId);
  for (const residentId of [...residentIds, members[0].resident.globalId])
    await run(leader, (work) => enrolInCourse(work, { courseId, residentId }));
  const hold = async (hoursAgo: number) => {
    const held = { courseId, ...session(-hoursAgo) };
    const row = await run(leader, (work) => addCourseSession(work, held));
    return { id: row.id, sessionId: toGlobalId('CourseSession', home.id, row.id) };
  };
  const [toRecord, toConfirm, over] = [await hold(24), await hold(48), await hold(72)];
  const before = residentIds.slice(0, 1);
  const there = [
    { sessionId: toConfirm.sessionId, residentIds },
    { sessionId: over.sessionId, residentIds: before },
  ];
  for (const each of there) await run(leader, (work) => recordAttendance(work, each));
  await run(cadre, (work) =>
    confirmAttendance(work, { sessionId: over.sessionId, residentIds: before }),
  );
  const [attendance] = await run(leader, (work) =>
    work.db.query<{ id: string }[]>(
      'select id from course_attendance where community_id = $1 and session_id = $2',
      [home.id, over.id],
    ),
  );
  return {
    ...{ course: courseId, toRecord: toRecord.sessionId, toConfirm: toConfirm.sessionId },
    attended: toGlobalId('CourseAttendance', home.id, attendance?.id ?? ''),
  };
}
