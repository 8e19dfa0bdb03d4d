import type { PoolRow } from '../foundations/pool.entity';
import { needOpenPool } from '../foundations/pool.reader';
import { authorise, personOf } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { ApplicationRow } from './application.entity';
import { BudgetLineRow } from './budget-line.entity';
import { leadsOrganisation } from './grant.policy';
import { readPlan, type Plan, type PlanInput } from './plan';
import { TrancheRow } from './tranche.entity';

export interface ApplyForGrant extends PlanInput {
  readonly applicantId: string;
  readonly poolId: string;
  readonly title: string;
  readonly purpose: string;
}

/**
 * An organisation asks a pool for money (its leader or director; A5, C8). Refuses: `ID_UNKNOWN`,
 * `ORGANISATION_KIND`, `POOL_CLOSED`, `APPLICANT_ELSEWHERE`, `TEXT_LENGTH`, and readPlan's
 * refusals.
 */
export async function applyForGrant(
  work: UnitOfWork,
  input: ApplyForGrant,
): Promise<ApplicationRow> {
  const applicant = await needOrganisation(
    work,
    input.applicantId,
    ['applicantId'],
    'self_organisation',
    'social_organisation',
  );
  authorise(work.actor, leadsOrganisation(work.actor, applicant.id));
  const submittedBy = personOf(work.actor);
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  const today = await refuseElsewhere(work, applicant, pool);
  const plan = readPlan(input, currency(pool.currency), today);
  const application: ApplicationRow = {
    communityId: pool.communityId,
    id: newId(),
    poolId: pool.id,
    applicantId: applicant.id,
    submittedBy,
    title: readName(input.title, ['title']),
    purpose: readReason(input.purpose, ['purpose']),
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
