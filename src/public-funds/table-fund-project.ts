import { applyFor } from '../grants/apply-for';
import type { PlanInput } from '../grants/plan';
import { personOf } from '../kernel/actor';
import { amount, toDecimal } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { cityRef, toGlobalId } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { bodyFor } from '../motions/choose-body';
import { tableMotionFor } from '../motions/table-motion-for';
import { projectAtStep, refuseOtherStep, type AtStep } from './at-step';
import { factsOf } from './facts';
import { FundProjectRow } from './fund-project.entity';
import { loadsOf } from './loads';
import { takeBackAsked } from './set-aside';

export interface TableFundProject extends Omit<PlanInput, 'requested'> {
  readonly projectId: string;
  /** The organisation that will carry it out. */
  readonly executorId: string;
  /** What is put before the council. */
  readonly text: string;
}

/** Of a motion that has come to nothing another may be tabled. */
const CAME_TO_NOTHING = ['rejected', 'returned', 'withdrawn', 'merged'];

/**
 * Puts a project before the council of the community: who shall carry it out, for what, and in
 * which tranches; what it asks the fund for follows from its cost (C1, C3, step 4; those who act at
 * the step). The motion is admitted at once: the steps before were its screening. Refuses:
 * `ID_UNKNOWN`, `PROJECT_ENDED`, `STEP_ELSEWHERE`, `TABLED_BEFORE`, `NO_BODY`,
 * `ORGANISATION_KIND`, `POOL_CLOSED`, `APPLICANT_ELSEWHERE`, `TEXT_LENGTH`, and readPlan's
 * refusals.
 */
export async function tableFundProject(
  work: UnitOfWork,
  input: TableFundProject,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, input.projectId);
  refuseOtherStep(stands, 'resolution_passed');
  const { project, at, today } = stands;
  await refuseTabled(work, stands);
  await takeBackAsked(work, project);
  const council = await bodyFor(work, at, 'standing', today.day);
  const application = await byExecutor(() => applyFor(work, asked(work, stands, input)));
  const { communityId, id, title } = project;
  const applicationId = toGlobalId('Application', communityId, application.id);
  const motion = await tableMotionFor(work, {
    ...{ council, placeId: at.id, title, text: input.text, kind: 'spend_public_fund' },
    ...{ input: { applicationId }, tabledAs: 'procedure', admitted: true },
  });
  const tabled = { applicationId: application.id, motionId: motion.id };
  await work.db.update(FundProjectRow, { communityId, id }, tabled);
  return { ...project, ...tabled };
}

/** What an application calls its applicant is here who carries the project out. */
async function byExecutor<T>(apply: () => Promise<T>): Promise<T> {
  try {
    return await apply();
  } catch (error) {
    if (!(error instanceof Refusal) || error.path[0] !== 'applicantId') throw error;
    throw new Refusal(error.code, error.facts, ['executorId']);
  }
}

async function refuseTabled(work: UnitOfWork, { project, today }: AtStep): Promise<void> {
  const { motion, resolution } = await factsOf(loadsOf(work), project);
  const overdue = resolution?.state === 'adopted' && today.day >= resolution.lapsesOn;
  const lapsed = overdue || resolution?.state === 'lapsed';
  if (motion && !lapsed && !CAME_TO_NOTHING.includes(motion.state))
    throw new Refusal('TABLED_BEFORE', { state: motion.state }, ['projectId']);
}

function asked(
  work: UnitOfWork,
  { project, fund }: AtStep,
  { executorId, budget, tranches }: TableFundProject,
) {
  const { communityId, title, description, costMinor, selfRaisedMinor } = project;
  const minor = BigInt(costMinor) - BigInt(selfRaisedMinor);
  const requested = toDecimal(amount(currency('CNY'), minor));
  return {
    ...{ communityId, poolId: fund.id, title, purpose: description, budget, tranches },
    applicantId: cityRef('Organisation', executorId, ['executorId']),
    ...{
      submittedBy: personOf(work.actor),
      requested: { amount: requested, currency: 'CNY' as const },
    },
  };
}
