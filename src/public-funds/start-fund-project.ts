import { authorise, personOf } from '../kernel/actor';
import { toDecimal, type Amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { amount } from '../kernel/amount';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { FundProcedureRow } from './fund-procedure.entity';
import { needProcedure } from './fund-procedure.reader';
import { FundProjectRow, type FundUse } from './fund-project.entity';
import { FundStepRow } from './fund-step.entity';
import { actsAs } from './fund.policy';
import type { PublicFundRow } from './public-fund.entity';
import { needPublicFund } from './public-fund.reader';

export interface StartFundProject {
  readonly fundId: string;
  readonly procedureId: string;
  readonly use: FundUse;
  readonly title: string;
  readonly description: string;
  /** What it costs altogether. */
  readonly cost: MoneyInput;
  /** What residents raise themselves of it; left out: nothing. */
  readonly selfRaised?: MoneyInput | null;
}

/**
 * Begins a project of a fund of this year by the newest version of a procedure, which it keeps to
 * its end (C2, C3; those who act at the first step). Refuses: `ID_UNKNOWN`, `PROCEDURE_ELSEWHERE`,
 * `PROCEDURE_REPLACED`, `FUND_YEAR_OVER`, `COST_TOO_LARGE`, `SELF_RAISED_ALL`,
 * `BEYOND_ALLOTMENT`, `TEXT_LENGTH`, and what readMoney refuses.
 */
export async function startFundProject(
  work: UnitOfWork,
  input: StartFundProject,
): Promise<FundProjectRow> {
  const fund = await needPublicFund(work, input.fundId);
  const { communityId, year } = fund;
  const at = await needPlace(work, communityId, ['fundId']);
  const procedure = await needProcedure(work, input.procedureId, at.lineage);
  const [first] = procedure.spec.steps;
  authorise(work.actor, actsAs(work.actor, { at, fund }, first?.actors ?? []));
  if (dayOf(work.now, at.timeZone) > `${year}-12-31`)
    throw new Refusal('FUND_YEAR_OVER', { year }, ['fundId']);
  const { cost, selfRaised } = readCost(input, fund, procedure);
  const project: FundProjectRow = {
    ...{ communityId, id: newId(), fundId: fund.id, procedureId: procedure.id },
    ...{ purpose: input.use, title: readName(input.title, ['title']) },
    description: readReason(input.description, ['description']),
    ...{ costMinor: cost.minor.toString(), selfRaisedMinor: selfRaised.minor.toString() },
    ...{ state: 'running', step: 1, urgency: null, weighedBy: null, weighedAt: null },
    ...{ ballotId: null, applicationId: null, motionId: null },
    ...{ startedBy: personOf(work.actor), startedAt: work.now },
    ...{ endedBy: null, endedAt: null, droppedBecause: null },
  };
  const db = await work.begin();
  await db.insert(FundProjectRow, project);
  await db.insert(FundStepRow, stepsOf(project, procedure));
  return project;
}

/** What the fund is asked for is a part of the cost, and no more than there will ever be in it. */
function readCost(
  input: StartFundProject,
  fund: PublicFundRow,
  { spec }: FundProcedureRow,
): { cost: Amount; selfRaised: Amount } {
  const yuan = currency('CNY');
  const cost = readMoney(input.cost, yuan, ['cost']);
  const selfRaised = input.selfRaised
    ? readMoney(input.selfRaised, yuan, ['selfRaised'])
    : amount(yuan, 0n);
  const largest = spec.largestMinor === null ? null : amount(yuan, BigInt(spec.largestMinor));
  if (largest && cost.minor > largest.minor)
    throw new Refusal('COST_TOO_LARGE', { largest: toDecimal(largest) }, ['cost']);
  if (selfRaised.minor >= cost.minor)
    throw new Refusal('SELF_RAISED_ALL', { cost: toDecimal(cost) }, ['selfRaised']);
  const allotted = amount(yuan, BigInt(fund.allottedMinor));
  if (cost.minor - selfRaised.minor > allotted.minor)
    throw new Refusal('BEYOND_ALLOTMENT', { allotted: toDecimal(allotted) }, ['cost']);
  return { cost, selfRaised };
}

/** The steps as they are on this day: what the procedure becomes later does not reach them. */
function stepsOf(
  { communityId, id: projectId, startedAt }: FundProjectRow,
  { spec }: FundProcedureRow,
): FundStepRow[] {
  return spec.steps.map((step, i) => ({
    ...{ communityId, projectId, n: i + 1, code: step.code, spec: step },
    ...{ since: i === 0 ? startedAt : null, passedAt: null, passedBy: null },
  }));
}
