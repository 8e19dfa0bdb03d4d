import { CITY, type Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { dayOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import type { CourtyardBodyRow } from './courtyard-body.entity';

/** A body's columns; its table is called `body`. */
const BODY = `body.community_id "communityId", body.id, body.place_id "placeId",
  body.organisation_id "organisationId", body.council_id "councilId",
  body.valid_from "validFrom", body.valid_until "validUntil", body.named_by "namedBy",
  body.named_at "namedAt"`;

export const bodyById: Batch<CourtyardBodyRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${BODY} from courtyard_body body where body.community_id = $1 and body.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The key of a place on a day. */
export const placeOn = (placeId: string, day: Day) => `${placeId} ${day}`;

/** Places and days out of keys, as a table `asked`: the first two values of a statement. */
export const ASKED_PLACES = `from unnest($1::uuid[], $2::date[]) asked (place_id, day)
  join place on place.id = asked.place_id`;

export const askedPlaces = (keys: readonly string[]) => {
  const asked = keys.map((key) => key.split(' '));
  return [asked.map(([placeId]) => placeId), asked.map(([, day]) => day)];
};

/** The key of a row of `asked`. */
export const ASKED_KEY = `asked.place_id || ' ' || asked.day`;

/** The body that stands for courtyards on a day; keys are made by `placeOn`. */
export const bodyOn: Batch<CourtyardBodyRow & { readonly key: string }> = {
  read: (db, _city, keys) =>
    read(
      db,
      `select ${ASKED_KEY} as key, ${BODY} ${ASKED_PLACES}
       join courtyard_body body on body.community_id = place.lineage[4]
         and body.place_id = place.id and body.valid_from <= asked.day
         and (body.valid_until is null or body.valid_until > asked.day)`,
      askedPlaces(keys),
    ),
  keyOf: ({ key }) => key,
};

/** All bodies that stood for courtyards (owners), the latest first. */
export const bodiesOfPlace: KeysetList<CourtyardBodyRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${BODY} from courtyard_body body
         where body.community_id = place.lineage[4] and body.place_id = place.id
           and body.id < $2::uuid
         order by body.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The body that stands for a courtyard now, for a command; null: none. */
export async function bodyNow(
  work: UnitOfWork,
  { id, timeZone }: PlaceRow,
): Promise<CourtyardBodyRow | null> {
  const key = placeOn(id, dayOf(work.now, timeZone));
  const [row] = await bodyOn.read(work.db, CITY, [key]);
  return row ?? null;
}
