import { CITY, type Context, type GroupBatch } from '../api/context';
import { dayOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { OrganisationKind, Role } from './organisation.entity';
import { isInForce } from './term';

/** What ties a person to a place: a role in an organisation that sits there, or living there. */
export interface Tie {
  readonly personId: string;
  /** Null where the person lives. */
  readonly organisationId: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly role: Role | null;
  /** The place with everything above it. */
  readonly lineage: string[];
  readonly timeZone: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Everything that ever tied persons to places, past and future roles included. */
export const tiesOfPerson: GroupBatch<Tie> = {
  many: true,
  read: (db, _city, personIds) =>
    read(
      db,
      `select membership.person_id "personId", organisation.id "organisationId",
         organisation.kind "organisationKind", membership.role, place.lineage,
         place.time_zone "timeZone", membership.valid_from "validFrom",
         membership.valid_until "validUntil"
       from membership
       join organisation on organisation.id = membership.organisation_id
       join place on place.id = organisation.place_id
       where membership.person_id = any ($1)
       union all
       select person.id, null, null, null, place.lineage, place.time_zone, date '0001-01-01', null
       from person join place on place.id = person.home_community_id
       where person.id = any ($1)`,
      [personIds],
    ),
  keyOf: ({ personId }) => personId,
};

/** Those of a person's ties that hold at a moment, by the day it is where they are. */
export function holding(ties: readonly Tie[], now: Date): Tie[] {
  return ties.filter((tie) => isInForce(tie, dayOf(now, tie.timeZone)));
}

/** What ties a person to places now, for a request's policies. */
export async function tiesNow(context: Context, personId: string): Promise<Tie[]> {
  return holding(await context.loadMany(tiesOfPerson, CITY, personId), context.now);
}
