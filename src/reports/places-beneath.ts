import type { ReportOf } from './report-of';

/**
 * What was asked for, and the books it adds up: a store's or a community's own, or those of all
 * communities of a street, district or city. `$1` are keys, then places, stores, and months
 * `[from, until)`. To be followed by what is read of `books.id` for `books.key`.
 */
export const ASKED = `with recursive asked as (
    select asked.key, asked.place_id, asked.store_id, asked.from_month, asked.until_month
    from unnest($1::text[], $2::uuid[], $3::uuid[], $4::date[], $5::date[])
      as asked (key, place_id, store_id, from_month, until_month)
  ), books as (
    select asked.key, place.id, place.kind = any ('{city,district,street}') as is_large,
      asked.store_id, asked.from_month, asked.until_month
    from asked cross join lateral (
      select id, kind from place where id = asked.place_id limit 1
    ) place
    union all
    select above.key, place.id, place.kind = any ('{city,district,street}'), above.store_id,
      above.from_month, above.until_month
    from books above join place on place.parent_id = above.id
    where above.is_large and above.store_id = '00000000-0000-0000-0000-000000000000'
  )`;

/** A report as a loader's key. */
export const keyOf = ({ placeId, storeId, from, until }: ReportOf) =>
  `${placeId} ${storeId} ${from} ${until}`;

/** The values of `ASKED` for keys. */
export function askedValues(keys: readonly string[]): unknown[] {
  const asked = keys.map((key) => key.split(' '));
  return [keys, ...[0, 1, 2, 3].map((part) => asked.map((words) => words[part]))];
}
