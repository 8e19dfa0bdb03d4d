import type { PoolRow } from '../foundations/pool.entity';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import { needPlace } from '../society/place.reader';
import { ApplicationRow } from './application.entity';
import { BudgetLineRow } from './budget-line.entity';
import { readPlan, type Plan, type PlanInput } from './plan';
import { TrancheRow } from './tranche.entity';

/** What is asked for, apart from by whom and of which pool. */
export interface Asked extends PlanInput {
  readonly title: string;
  readonly purpose: string;
}

/** Who asks which pool, by their rows. */
export interface Asking {
  readonly applicant: OrganisationRow;
  readonly pool: PoolRow;
  /** The person who submits it. */
  readonly submittedBy: string;
}

/**
 * Submits an application to an open pool. Refuses: `APPLICANT_ELSEWHERE`, `TEXT_LENGTH`, and
 * readPlan's refusals.
 */
export async function submitApplication(
  work: UnitOfWork,
  { applicant, pool, submittedBy }: Asking,
  asked: Asked,
): Promise<ApplicationRow> {
  const today = await refuseElsewhere(work, applicant, pool);
  const plan = readPlan(asked, currency(pool.currency), today);
  const application: ApplicationRow = {
    communityId: pool.communityId,
    id: newId(),
    poolId: pool.id,
    applicantId: applicant.id,
    submittedBy,
    title: readName(asked.title, ['title']),
    purpose: readReason(asked.purpose, ['purpose']),
    currency: pool.currency,
    requestedMinor: plan.requested.minor.toString(),
    state: 'submitted',
    submittedAt: work.now,
    decidedAt: null,
  };
  await insertPlan(work, application, plan);
  return application;
}

/**
 * A pool gives to who sits in its place or below, and to who sits above and works there: a team of
 * a courtyard, a hub of the street. Answers the day it is in that place.
 */
async function refuseElsewhere(
  work: UnitOfWork,
  applicant: OrganisationRow,
  pool: PoolRow,
): Promise<string> {
  const path = ['applicantId'];
  const books = await needPlace(work, pool.communityId, ['poolId']);
  const seat = await needPlace(work, applicant.placeId, path);
  if (!seat.lineage.includes(books.id) && !books.lineage.includes(seat.id))
    throw new Refusal('APPLICANT_ELSEWHERE', { place: books.name }, path);
  return dayOf(work.now, books.timeZone);
}

async function insertPlan(work: UnitOfWork, application: ApplicationRow, plan: Plan) {
  const { communityId, id: applicationId } = application;
  const db = await work.begin();
  await db.insert(ApplicationRow, application);
  await db.insert(
    BudgetLineRow,
    plan.budget.map(({ label, amount }, i) => ({
      communityId,
      applicationId,
      n: i + 1,
      label,
      minor: amount.minor.toString(),
    })),
  );
  await db.insert(
    TrancheRow,
    plan.tranches.map(({ amount, milestone, dueOn }, i) => ({
      communityId,
      id: newId(),
      applicationId,
      n: i + 1,
      minor: amount.minor.toString(),
      milestone,
      dueOn,
      acceptedAt: null,
      acceptedBy: null,
      evidence: null,
    })),
  );
}
