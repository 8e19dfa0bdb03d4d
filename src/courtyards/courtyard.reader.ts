import type { PagedList } from '../api/paged';
import { read } from '../kernel/read';
import type { PlaceRow } from '../society/place.entity';

/** The courtyards directly in places (owners), in the order they were registered. */
export const courtyardsOf: PagedList<PlaceRow, null> = {
  read: (db, parentIds, _filter, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select id, kind, name, slug, parent_id "parentId", lineage, keeps_books "keepsBooks",
           time_zone "timeZone"
         from place where parent_id = owner.id and kind = 'courtyard' and id > $2
         order by id limit $3
       ) listed order by owner.id, listed.id`,
      [parentIds, after, limit],
    ),
};
