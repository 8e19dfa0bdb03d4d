import { authorise } from '../kernel/actor';
import { addMonths, dayOf, readDay, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { dayNamed, isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PoolRow } from '../foundations/pool.entity';
import { needOpenPool } from '../foundations/pool.reader';
import { refuseElsewhere } from '../society/home-books';
import { lockOrganisation, needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { refuseReserved } from '../society/refuse-reserved';
import { isDirector } from './enterprise.policy';
import { RoutingPlanRow } from './routing-plan.entity';
import { RoutingPlanShareRow } from './routing-plan-share.entity';
import type { PlanOf } from './routing-plan.reader';

/** A pool and its weight, as a client writes it. */
export interface PlanShareInput {
  readonly poolId: string;
  readonly weight: number;
}

export interface SetRoutingPlanInput {
  readonly enterpriseId: string;
  /** The Place in whose books the enterprise's promises stand. */
  readonly communityId: string;
  readonly validFrom: Day;
  readonly shares: readonly PlanShareInput[];
}

const MOST_SHARES = 20;
const LARGEST_WEIGHT = 1_000_000;
const OLDEST_YEARS = 10;

/**
 * Sets how an enterprise's remittances are split over open pools of one currency, in any set of
 * books, from a day on (C7, C8; its director, or a resolution: where its day has passed, from
 * today). Only the first plan may begin in the past: a later one would rewrite it. Another plan for
 * the same day takes the place of the one before.
 *
 * Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `KEEPS_NO_BOOKS`, `ENTERPRISE_ELSEWHERE`,
 * `RESOLUTION_NEEDED`, `DAY_UNREADABLE`, `PLAN_SIZE`, `POOL_TWICE`, `WEIGHT_RANGE`,
 * `POOL_CLOSED`, `POOL_EARMARKED`, `WRONG_CURRENCY`, `PLAN_IN_PAST`.
 */
export async function setRoutingPlan(
  work: UnitOfWork,
  input: SetRoutingPlanInput,
): Promise<RoutingPlanRow> {
  const enterprise = await needOrganisation(
    work,
    input.enterpriseId,
    ['enterpriseId'],
    'social_enterprise',
  );
  const mandated = isMandated(work, 'setRoutingPlan', input);
  authorise(work.actor, mandated || isDirector(work.actor, enterprise.id));
  const at = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, at), at);
  await refuseElsewhere(work, enterprise, books, ['communityId']);
  await refuseReserved(work, books.id, 'setRoutingPlan', input);
  const today = dayOf(work.now, books.timeZone);
  const validFrom = dayNamed(readDay(input.validFrom, ['validFrom']), today, mandated);
  const pools = await readShares(work, input.shares);
  const [first] = pools;
  if (!first) throw new Refusal('PLAN_SIZE', { largest: MOST_SHARES }, ['shares']);
  const db = await work.begin();
  await lockOrganisation(work, enterprise.id);
  const { id: enterpriseId } = enterprise;
  const whose: PlanOf = { communityId: books.id, enterpriseId, currency: first.pool.currency };
  await refusePast(work, whose, validFrom, today);
  const plan: RoutingPlanRow = {
    ...whose,
    id: newId(),
    validFrom,
    version: await nextVersion(work, whose, validFrom),
    setAt: work.now,
    setBy: work.actor.personId,
  };
  await db.insert(RoutingPlanRow, plan);
  const shares = pools.map(({ pool, weight }, i) => ({
    ...{ communityId: books.id, planId: plan.id, n: i + 1, weight },
    ...{ booksId: pool.communityId, poolId: pool.id },
  }));
  await db.insert(RoutingPlanShareRow, shares);
  return plan;
}

async function readShares(
  work: UnitOfWork,
  shares: readonly PlanShareInput[],
): Promise<{ pool: PoolRow; weight: number }[]> {
  if (shares.length < 1 || shares.length > MOST_SHARES)
    throw new Refusal('PLAN_SIZE', { largest: MOST_SHARES }, ['shares']);
  const read: { pool: PoolRow; weight: number }[] = [];
  for (const [i, { poolId, weight }] of shares.entries()) {
    const path = ['shares', String(i)];
    const at = [...path, 'poolId'];
    const pool = await needOpenPool(work, poolId, at);
    if (read.some((other) => other.pool.id === pool.id))
      throw new Refusal('POOL_TWICE', { pool: pool.name }, at);
    const expected = read[0]?.pool.currency ?? pool.currency;
    if (pool.currency !== expected) throw new Refusal('WRONG_CURRENCY', { expected }, at);
    if (!Number.isInteger(weight) || weight < 1 || weight > LARGEST_WEIGHT)
      throw new Refusal('WEIGHT_RANGE', { largest: LARGEST_WEIGHT }, [...path, 'weight']);
    read.push({ pool, weight });
  }
  return read;
}

async function refusePast(
  work: UnitOfWork,
  { communityId, enterpriseId, currency }: PlanOf,
  validFrom: Day,
  today: Day,
): Promise<void> {
  if (validFrom >= today) return;
  const plans: unknown[] = await work.db.query(
    `select 1 from routing_plan
     where community_id = $1 and enterprise_id = $2 and currency = $3 limit 1`,
    [communityId, enterpriseId, currency],
  );
  if (plans.length > 0 || validFrom < addMonths(today, -12 * OLDEST_YEARS))
    throw new Refusal('PLAN_IN_PAST', { today }, ['validFrom']);
}

async function nextVersion(
  work: UnitOfWork,
  { communityId, enterpriseId, currency }: PlanOf,
  validFrom: Day,
): Promise<number> {
  const [{ version }]: [{ version: number }] = await work.db.query(
    `select coalesce(max(version), 0)::integer + 1 as version from routing_plan
     where community_id = $1 and enterprise_id = $2 and currency = $3 and valid_from = $4`,
    [communityId, enterpriseId, currency, validFrom],
  );
  return version;
}
