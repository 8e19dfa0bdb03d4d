import type { Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import type { Batch } from '../kernel/gather';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PriorityGroup } from '../society/resident-priority.entity';
import { priorityGroups } from './allowance.reader';
import { rulesHolding } from './till-rule.reader';
import { inForce, type RuleHolding } from './rules-in-force';

/** A class of goods in force in a month, with what it gives a household. */
export interface ClassInForce {
  readonly id: string;
  /** The version that gives it. */
  readonly versionId: string;
  readonly code: string;
  readonly name: string;
  readonly pieces: number;
  readonly extraPieces: number;
}

/** A store as its till sees it, at a moment and for a request. */
export interface Till {
  readonly communityId: string;
  readonly storeId: string;
  readonly operatorId: string;
  readonly poolId: string;
  readonly currency: Currency;
  readonly placeName: string;
  readonly timeZone: string;
  readonly classes: readonly ClassInForce[];
  readonly rules: readonly RuleHolding[];
  /** The entry that stands under the request's key, if there is one. */
  readonly beforeId: string | null;
  readonly beforeFingerprint: Buffer | null;
}

interface Asked {
  readonly storeId: string;
  /** In milliseconds: any moment that a client may write, and no two ways to write one. */
  readonly occurredAt: number;
  readonly key: string | null;
}

/** The store, its place and pool, what is in force there, and what stands under the key. */
const tillAsked: Batch<Till & { readonly asked: string }> = {
  read: (db, communityId, asked) => {
    const asks = asked.map((each) => JSON.parse(each) as Asked);
    return read(
      db,
      `select asked.asked, store.community_id "communityId", store.id "storeId",
         store.operator_id "operatorId", store.pool_id "poolId", pool.currency,
         place.name "placeName", place.time_zone "timeZone",
         before.id "beforeId", before.fingerprint "beforeFingerprint",
         (select coalesce(json_agg(json_build_object('id', class.id, 'code', class.code,
             'name', class.name, 'versionId', rule.id, 'pieces', rule.pieces, 'extraPieces', rule.extra_pieces)), '[]')
           from allowance_class class
           cross join lateral (
             select version.id, version.pieces, version.extra_pieces
             from allowance_version version
             where version.community_id = $1 and version.class_id = class.id
               and version.valid_from <= (asked.moment at time zone place.time_zone)::date
             order by version.valid_from desc, version.id desc limit 1
           ) rule
           where class.community_id = $1) classes,
         (select coalesce(json_agg(json_build_object('id', rule.id, 'storeId', rule.store_id,
             'kind', rule.kind, 'classId', rule.class_id, 'priorityGroup', rule.priority_group,
             'value', rule.value, 'until', extract(epoch from rule.valid_until) * 1000)), '[]')
           from ${rulesHolding('store.id', 'asked.moment')} rule) rules
       from unnest($2::text[], $3::uuid[], $4::text[], $5::timestamptz[])
         as asked (asked, store_id, key, moment)
       join store on store.community_id = $1 and store.id = asked.store_id
       join place on place.id = store.community_id
       join pool on pool.community_id = $1 and pool.id = store.pool_id
       left join ledger_entry before on before.community_id = $1 and before.key = asked.key`,
      [
        communityId,
        asked,
        asks.map(({ storeId }) => storeId),
        asks.map(({ key }) => key),
        asks.map(({ occurredAt }) => new Date(occurredAt)),
      ],
    );
  },
  keyOf: ({ asked }) => asked,
};

export async function readTill(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  key: string | null,
  occurredAt: Date,
): Promise<Till | null> {
  const asked: Asked = { storeId: id, occurredAt: occurredAt.getTime(), key };
  const till = await work.row(tillAsked, communityId, JSON.stringify(asked));
  return till && { ...till, rules: inForce(till.rules) };
}

/** A resident as the till sees one. */
export interface Customer {
  readonly residentId: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly birthDate: Day | null;
  readonly movedOut: Day | null;
  /** The priority groups that someone in the household belongs to on the day. */
  readonly groups: readonly PriorityGroup[];
  /** Whether the wallet is frozen now: nothing may be taken from it. */
  readonly frozen: boolean;
}

/** Keys are `resident day`. */
const customerOn: Batch<Customer & { readonly asked: string }> = {
  read: (db, communityId, asked) =>
    read(
      db,
      `select asked.asked, resident.id "residentId", household.id "householdId",
         resident.person_id "personId", resident.moved_out "movedOut",
         resident.birth_date "birthDate", ${priorityGroups('asked.day')} as groups,
         exists (select 1 from wallet_freeze held where held.community_id = $1
           and held.resident_id = resident.id and held.unfrozen_at is null) as frozen
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (asked, resident_id, day)
       join resident on resident.community_id = $1 and resident.id = asked.resident_id
       join household on household.community_id = $1 and household.id = resident.household_id`,
      [
        communityId,
        asked,
        asked.map((each) => each.split(' ')[0]),
        asked.map((each) => each.split(' ')[1]),
      ],
    ),
  keyOf: ({ asked }) => asked,
};

export async function readCustomer(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  day: Day,
): Promise<Customer | null> {
  return await work.row(customerOn, communityId, `${id} ${day}`);
}
