import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { FundProjectRow } from './fund-project.entity';
import { fundProjectById, needFundProject, stepsOfProject } from './fund-project.reader';
import type { FundStepRow } from './fund-step.entity';
import { actsAs } from './fund.policy';
import type { Today } from './missing';
import type { FundConditionName } from './procedure-spec';
import type { PublicFundRow } from './public-fund.entity';
import { publicFundById } from './public-fund.reader';

/** A project that is held, with where it stands. */
export interface AtStep {
  readonly project: FundProjectRow;
  readonly steps: readonly FundStepRow[];
  /** The step that it stands at. */
  readonly step: FundStepRow;
  readonly fund: PublicFundRow;
  readonly at: PlaceRow;
  readonly today: Today;
}

/** Who may do something with a project that stands at a step. */
export type MayAct = (work: UnitOfWork, stands: AtStep) => boolean | Promise<boolean>;

/** Those whom the procedure names for the step. */
export const actorsOfStep: MayAct = ({ actor }, { at, fund, step }) =>
  actsAs(actor, { at, fund }, step.spec.actors);

/**
 * The project that an input names, held until the work is done, for who may act on it where it
 * stands. Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`.
 */
export async function projectAtStep(
  work: UnitOfWork,
  projectId: string,
  may: MayAct = actorsOfStep,
): Promise<AtStep> {
  const asked = await needFundProject(work, projectId);
  const before = await whereItStands(work, asked);
  authorise(work.actor, await may(work, before));
  const db = await work.begin();
  const { communityId, id } = asked;
  await db.query(
    'select 1 from fund_project where community_id = $1 and id = $2 for no key update',
    [communityId, id],
  );
  // Read again: it may have been passed on meanwhile, to where others act.
  const [held] = await fundProjectById.read(db, communityId, [id]);
  if (!held) throw new Error(`The project ${id} is gone`);
  const now = await whereItStands(work, held);
  authorise(work.actor, await may(work, now));
  if (held.state !== 'running')
    throw new Refusal('PROJECT_ENDED', { state: held.state }, ['projectId']);
  return now;
}

async function whereItStands(work: UnitOfWork, project: FundProjectRow): Promise<AtStep> {
  const { communityId, id, fundId } = project;
  const [fund] = await publicFundById.read(work.db, communityId, [fundId]);
  const steps = await stepsOfProject.read(work.db, communityId, [id]);
  const step = steps.find(({ n }) => n === project.step);
  if (!fund || !step) throw new Error(`The project ${id} stands nowhere`);
  const at = await needPlace(work, communityId, ['projectId']);
  const today = { day: dayOf(work.now, at.timeZone), timeZone: at.timeZone };
  return { project, steps, step, fund, at, today };
}

/** Refuses what belongs to another step than where the project stands: `STEP_ELSEWHERE`. */
export function refuseOtherStep({ step, steps }: AtStep, belongs: FundConditionName): void {
  const asks = ({ spec }: FundStepRow) => spec.conditions.some(({ name }) => name === belongs);
  if (asks(step)) return;
  const there = steps.find(asks);
  throw new Refusal('STEP_ELSEWHERE', { step: there?.n ?? 0, stands: step.n }, ['projectId']);
}
