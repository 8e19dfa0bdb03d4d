import { acceptMilestone } from '../../src/grants/accept-milestone';
import { disburseTranche } from '../../src/grants/disburse-tranche';
import { requestDisbursement } from '../../src/grants/request-disbursement';
import { tranchesOf } from '../../src/grants/tranche.reader';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { attendMeeting } from '../../src/meetings/attend-meeting';
import { closeMeeting } from '../../src/meetings/close-meeting';
import { conveneMeeting } from '../../src/meetings/convene-meeting';
import type { MotionRow } from '../../src/motions/motion.entity';
import { motionById } from '../../src/motions/motion.reader';
import { advanceFundProject } from '../../src/public-funds/advance-fund-project';
import { executeFundProject } from '../../src/public-funds/execute-fund-project';
import { factsOf } from '../../src/public-funds/facts';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import { stepsOfProject } from '../../src/public-funds/fund-project.reader';
import { loadsOf } from '../../src/public-funds/loads';
import { missingFor } from '../../src/public-funds/missing';
import type { FundDocumentKind } from '../../src/public-funds/procedure-spec';
import { recordFundDocument } from '../../src/public-funds/record-fund-document';
import { tableFundProject } from '../../src/public-funds/table-fund-project';
import { weighFundProject } from '../../src/public-funds/weigh-fund-project';
import { dayOf } from '../../src/kernel/calendar';
import { conclude, DAY, HOUR, putToVote, vote } from '../motions/assembly';
import { at, cny, dayAt, key, now, projectId, type Office } from './office';

/** A project on its way through its steps, at moments of its own. */

export const write = (
  office: Office,
  project: FundProjectRow,
  kind: FundDocumentKind,
  moment?: Date,
  actor: Actor = office.world.home.cadre.actor,
) =>
  at(
    office,
    actor,
    (work) =>
      recordFundDocument(work, {
        ...{ projectId: projectId(project), kind, title: kind, text: `About ${kind}.` },
      }),
    moment,
  );

export const advance = (
  office: Office,
  project: FundProjectRow,
  moment?: Date,
  actor: Actor = office.world.home.cadre.actor,
) =>
  at(office, actor, (work) => advanceFundProject(work, { projectId: projectId(project) }), moment);

export const weigh = (office: Office, project: FundProjectRow, urgency: number, moment?: Date) =>
  at(
    office,
    office.world.home.cadre.actor,
    (work) => weighFundProject(work, { projectId: projectId(project), urgency }),
    moment,
  );

/** What is missing at the step where a project stands. */
export async function missing(office: Office, project: FundProjectRow, moment?: Date) {
  return await at(
    office,
    office.world.home.cadre.actor,
    async (work) => {
      const row = await now(office, project);
      const steps = await stepsOfProject.read(work.db, row.communityId, [row.id]);
      const step = steps.find(({ n }) => n === row.step);
      if (!step) throw new Error('It stands nowhere');
      const timeZone = 'Asia/Shanghai';
      const today = { day: dayOf(work.now, timeZone), timeZone };
      const facts = await factsOf(loadsOf(work), row);
      return missingFor(facts, step, today).map(({ need, document }) => document ?? need);
    },
    moment,
  );
}

export const table = (
  office: Office,
  project: FundProjectRow,
  amounts: readonly string[],
  moment?: Date,
) =>
  at(
    office,
    office.world.home.cadre.actor,
    (work) =>
      tableFundProject(work, {
        ...{ projectId: projectId(project), executorId: office.world.home.committee.globalId },
        text: 'The lane shall have lamps.',
        budget: amounts.map((amount, n) => ({ label: `Part ${n}`, amount: cny(amount) })),
        tranches: amounts.map((amount, n) => ({
          ...{ amount: cny(amount), milestone: `Milestone ${n}`, dueOn: dayAt(90) },
        })),
      }),
    moment,
  );

export async function motionOf(office: Office, project: FundProjectRow): Promise<MotionRow> {
  const { communityId, motionId } = await now(office, project);
  const { manager } = office.database.dataSource;
  const [motion] = await motionById.read(manager, communityId, motionId ? [motionId] : []);
  if (!motion) throw new Error('There is no motion');
  return motion;
}

/** The council votes on the motion of a project, all of it for it, and it is counted. */
export async function resolve(
  office: Office,
  project: FundProjectRow,
  moment: Date,
  votes: readonly [number, number, number] = [office.members.length, 0, 0],
): Promise<void> {
  const motion = await motionOf(office, project);
  // What counts is the day on which it is concluded: a vote may begin before midnight.
  const opened = new Date(moment.getTime() - 3 * HOUR);
  await putToVote(office, motion, { now: opened });
  await vote(office, motion, votes, { now: opened });
  await conclude(office, motion, moment);
}

/** A hearing of its motion that begins at a moment: convened in time, attended, and closed. */
export const hear = async (office: Office, project: FundProjectRow, moment: Date) => {
  const motion = await motionOf(office, project);
  const { cadre, place } = office.world.home;
  const announced = {
    ...{ kind: 'hearing' as const, placeId: place.globalId, title: 'Hearing', agenda: 'The lamps' },
    ...{ motionId: toGlobalId('Motion', motion.communityId, motion.id) },
    ...{ venue: 'The hall', startsAt: moment, durationMinutes: 60 },
  };
  const convened = new Date(moment.getTime() - 8 * DAY);
  const { communityId, id } = await at(
    office,
    cadre.actor,
    (work) => conveneMeeting(work, announced),
    convened,
  );
  const meeting = { meetingId: toGlobalId('Meeting', communityId, id) };
  const neighbour = office.residents[0]!.actor;
  await at(office, neighbour, (work) => attendMeeting(work, meeting), moment);
  const over = new Date(moment.getTime() + HOUR);
  await at(office, cadre.actor, (work) => closeMeeting(work, meeting), over);
};

export const execute = (
  office: Office,
  project: FundProjectRow,
  moment: Date,
  how: { key?: string; actor?: Actor } = {},
) =>
  at(
    office,
    how.actor ?? office.world.home.cadre.actor,
    (work) =>
      executeFundProject(work, {
        ...{ projectId: projectId(project), idempotencyKey: how.key ?? key() },
      }),
    moment,
  );

/** All tranches are asked for, paid, and their milestones accepted. */
export async function spend(office: Office, project: FundProjectRow, moment: Date): Promise<void> {
  const { communityId, applicationId } = await now(office, project);
  const { manager } = office.database.dataSource;
  const tranches = await tranchesOf.read(manager, communityId, [applicationId ?? '']);
  for (const { id } of tranches) {
    const trancheId = toGlobalId('Tranche', communityId, id);
    const { fundSecretary, fundTreasurer } = office;
    await at(office, fundSecretary, (work) => requestDisbursement(work, { trancheId }), moment);
    await at(
      office,
      fundTreasurer,
      (work) => disburseTranche(work, { idempotencyKey: key(), trancheId }),
      moment,
    );
    await at(
      office,
      fundSecretary,
      (work) => acceptMilestone(work, { trancheId, evidence: 'Photographs' }),
      moment,
    );
  }
}

export const WEEK = 7 * DAY;
