import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import { read } from '../kernel/read';
import type { RoutingPlanRow } from './routing-plan.entity';
import type { RoutingPlanShareRow } from './routing-plan-share.entity';

const PLAN = `community_id "communityId", id, enterprise_id "enterpriseId", currency,
  valid_from "validFrom", version, set_at "setAt", set_by "setBy"`;

export const planById: Batch<RoutingPlanRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${PLAN} from routing_plan where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Each plan's shares in their order, at most 20. */
export const sharesOfPlan: GroupBatch<RoutingPlanShareRow> = {
  many: true,
  read: (db, communityId, planIds) =>
    read(
      db,
      `select community_id "communityId", plan_id "planId", n, books_id "booksId",
         pool_id "poolId", weight
       from routing_plan_share where community_id = $1 and plan_id = any ($2)
       order by plan_id, n`,
      [communityId, planIds],
    ),
  keyOf: ({ planId }) => planId,
};

/** Whose plan, for promises in which books and currency. */
export interface PlanOf {
  readonly communityId: string;
  readonly enterpriseId: string;
  readonly currency: Currency;
}

/** The plan in force on a day: the last version of the latest that had begun; null: none had. */
export async function planOn(
  db: EntityManager,
  { communityId, enterpriseId, currency }: PlanOf,
  day: Day,
): Promise<RoutingPlanRow | null> {
  const rows: RoutingPlanRow[] = await read(
    db,
    `select ${PLAN} from routing_plan
     where community_id = $1 and enterprise_id = $2 and currency = $3 and valid_from <= $4
     order by valid_from desc, version desc limit 1`,
    [communityId, enterpriseId, currency, day],
  );
  return rows[0] ?? null;
}

/** An enterprise's plans in every set of books, the one set last first. */
export const plansOfEnterprise: KeysetList<RoutingPlanRow> = {
  read: (db, _city, enterpriseIds, { after, limit }) =>
    read(
      db,
      `-- every community: an enterprise may keep promises in several
       select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${PLAN} from routing_plan where enterprise_id = owner.id and id < $2
         order by id desc limit $3
       ) listed`,
      [enterpriseIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
