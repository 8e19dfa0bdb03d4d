import type { Batch } from '../api/context';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { CovenantRow } from './covenant.entity';
import { ASKED_KEY, ASKED_PLACES, askedPlaces } from './courtyard-body.reader';

/** A version's columns; its table is called `covenant`. */
const COVENANT = `covenant.community_id "communityId", covenant.id, covenant.place_id "placeId",
  covenant.number, covenant.title, covenant.text, covenant.valid_from "validFrom",
  covenant.resolution_id "resolutionId", covenant.adopted_by "adoptedBy",
  covenant.adopted_at "adoptedAt"`;

export const covenantById: Batch<CovenantRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COVENANT} from covenant
       where covenant.community_id = $1 and covenant.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The last version adopted of those that have begun by a day; keys are made by `placeOn`. */
export const covenantOn: Batch<CovenantRow & { readonly key: string }> = {
  read: (db, _city, keys) =>
    read(
      db,
      `select ${ASKED_KEY} as key, ${COVENANT} ${ASKED_PLACES}
       cross join lateral (
         select version.* from covenant version
         where version.community_id = place.lineage[4] and version.place_id = place.id
           and version.valid_from <= asked.day
         order by version.number desc limit 1
       ) covenant`,
      askedPlaces(keys),
    ),
  keyOf: ({ key }) => key,
};

/** All versions of places' (owners') covenants, the one that was adopted last first. */
export const covenantsOfPlace: KeysetList<CovenantRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${COVENANT} from covenant
         where covenant.community_id = place.lineage[4] and covenant.place_id = place.id
           and ($2::bigint is null or covenant.number < $2::bigint)
         order by covenant.number desc limit $3
       ) listed order by owner.id, listed.number desc`,
      [placeIds, after?.[0] ?? null, limit],
    ),
  keyOf: ({ number }) => [String(number)],
  parts: [SEQ_PART],
};
