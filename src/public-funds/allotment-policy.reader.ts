import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { AllotmentPolicyRow } from './allotment-policy.entity';

/** A policy's columns; its table is called `policy`. */
const POLICY = `policy.id, policy.place_id "placeId", policy.valid_from "validFrom",
  policy.per_hundred_minor "perHundredMinor", policy.floor_minor "floorMinor", policy.unspent,
  policy.weigh_urgency "weighUrgency", policy.weigh_will "weighWill",
  policy.weigh_self_raised "weighSelfRaised", policy.weigh_money "weighMoney",
  policy.set_by "setBy", policy.set_at "setAt"`;

export const allotmentPolicyById: Batch<AllotmentPolicyRow> = {
  read: (db, _city, ids) =>
    read(db, `select ${POLICY} from allotment_policy policy where policy.id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** What each place of a lineage says on a day, from the city down. */
export async function policiesOn(
  db: EntityManager,
  lineage: readonly string[],
  day: Day,
): Promise<AllotmentPolicyRow[]> {
  return await read(
    db,
    `select ${POLICY} from unnest($1::uuid[]) with ordinality as above (place_id, n)
     cross join lateral (
       select * from allotment_policy said
       where said.place_id = above.place_id and said.valid_from <= $2
       order by said.valid_from desc limit 1
     ) policy order by above.n`,
    [lineage, day],
  );
}

/** What places (owners) have said, the last day first. */
export const policiesOfPlace: KeysetList<AllotmentPolicyRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${POLICY} from allotment_policy policy
         where policy.place_id = owner.id and policy.id < $2::uuid
         order by policy.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
