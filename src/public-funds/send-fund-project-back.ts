import { grantById } from '../grants/grant.reader';
import { personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, type AtStep } from './at-step';
import { FundProjectRow } from './fund-project.entity';
import { FundStepEventRow } from './fund-step-event.entity';
import type { FundStepRow } from './fund-step.entity';
import type { FundConditionName } from './procedure-spec';
import { endMotionOf, refuseAsking, setAside, takeBackAsked } from './set-aside';

export interface SendFundProjectBack {
  readonly projectId: string;
  /** The step's code. */
  readonly toStep: string;
  readonly reason: string;
}

/**
 * Sends a project back to an earlier step that the one it stands at allows, with a reason that
 * everybody reads (C3; those who act at the step). What was done there and after it is done again:
 * documents, ballots, weighing, motions, visits and scores are set aside and kept. Money that was
 * awarded is not undone by it. Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`, `TEXT_LENGTH`,
 * `NO_WAY_BACK`, `MONEY_AWARDED`, `HOUSEHOLDS_VOTE`, `COUNCIL_VOTES`.
 */
export async function sendFundProjectBack(
  work: UnitOfWork,
  input: SendFundProjectBack,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, input.projectId);
  const { project, step } = stands;
  const reason = readReason(input.reason, ['reason']);
  const to = stepBack(stands, input.toStep);
  await refuseAwarded(work, stands, to);
  const { communityId, id, urgency, ballotId, motionId } = project;
  const again = asksFrom(stands, to);
  const back = {
    step: to.n,
    ...(again('opinions_gathered') ? { ballotId: null } : {}),
    ...(again('weighed') ? { urgency: null, weighedBy: null, weighedAt: null } : {}),
    ...(again('resolution_passed') ? { motionId: null, applicationId: null } : {}),
  };
  if (again('opinions_gathered')) await refuseAsking(work, project);
  if (again('visits_made')) await setAside(work, project, 'fund_visit');
  if (again('evaluated')) await setAside(work, project, 'fund_evaluation');
  if (again('resolution_passed')) {
    await endMotionOf(work, project, reason);
    await takeBackAsked(work, project);
  }
  await reopen(work, stands, to);
  await work.db.update(FundProjectRow, { communityId, id }, back);
  await work.db.insert(FundStepEventRow, {
    ...{ communityId, id: newId(), projectId: id, kind: 'sent_back', step: step.n, toStep: to.n },
    ...{ reason, by: personOf(work.actor), at: work.now },
    urgency: 'urgency' in back ? urgency : null,
    ballotId: 'ballotId' in back ? ballotId : null,
    motionId: 'motionId' in back ? motionId : null,
  });
  return { ...project, ...back };
}

function stepBack({ step, steps }: AtStep, code: string): FundStepRow {
  const to = steps.find((each) => each.code === code);
  if (!to || !step.spec.sendsBackTo.includes(code))
    throw new Refusal('NO_WAY_BACK', { steps: step.spec.sendsBackTo.join(', ') }, ['toStep']);
  return to;
}

/** Whether a condition is asked for at the step or after it. */
function asksFrom({ steps }: AtStep, from: FundStepRow): (name: FundConditionName) => boolean {
  const asked = steps
    .filter(({ n }) => n >= from.n)
    .flatMap(({ spec }) => spec.conditions.map(({ name }) => name));
  return (name) => asked.includes(name);
}

/** Behind an award there is no way back to what led to it. */
async function refuseAwarded(
  work: UnitOfWork,
  { project, steps }: AtStep,
  to: FundStepRow,
): Promise<void> {
  const { communityId, applicationId } = project;
  const awards = steps.find(({ spec }) =>
    spec.conditions.some(({ name }) => name === 'money_awarded'),
  );
  if (applicationId === null || to.n >= (awards?.n ?? 0)) return;
  const [grant] = await grantById.read(work.db, communityId, [applicationId]);
  if (grant) throw new Refusal('MONEY_AWARDED', {}, ['toStep']);
}

/** The step begins again on this day, and those after it have not begun. */
async function reopen(work: UnitOfWork, { project }: AtStep, to: FundStepRow): Promise<void> {
  await work.db.query(
    `update fund_step
     set since = case when n = $3 then $4::timestamptz end, passed_at = null, passed_by = null
     where community_id = $1 and project_id = $2 and n >= $3`,
    [project.communityId, project.id, to.n, work.now],
  );
}
