import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type Context } from '../api/context';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { isUuid } from '../kernel/id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { idAfter, type PagedList } from '../api/paged';
import type { PlaceRow } from './place.entity';

const COLUMNS = `id, kind, name, slug, parent_id "parentId", lineage, keeps_books "keepsBooks",
  time_zone "timeZone"`;

export const placeById: Batch<PlaceRow> = {
  read: (db: EntityManager, _city, ids) =>
    read(db, `select ${COLUMNS} from place where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** A place for a request's readers and policies. */
export async function place(context: Context, id: string): Promise<PlaceRow | null> {
  return await context.load(placeById, CITY, id);
}

/** The same, at once where the request has met it already: for rules that judge every field. */
export function placeKnown(
  context: Context,
  id: string,
): PlaceRow | null | Promise<PlaceRow | null> {
  return context.lookUp(placeById, CITY, id);
}

/** A place for a command; unknown ones are refused: `ID_UNKNOWN`. */
export async function needPlace(
  work: UnitOfWork,
  id: string,
  path: readonly string[],
): Promise<PlaceRow> {
  const [row] = await placeById.read(work.db, CITY, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Place' }, path);
  return row;
}

/** A place with books of its own, for a command; any other is refused: `KEEPS_NO_BOOKS`. */
export async function needBooks(
  work: UnitOfWork,
  id: string,
  path: readonly string[],
): Promise<PlaceRow> {
  const row = await needPlace(work, id, path);
  if (!row.keepsBooks) throw new Refusal('KEEPS_NO_BOOKS', { place: row.name }, path);
  return row;
}

/** A community by its short name. */
export async function communityBySlug(db: EntityManager, slug: string): Promise<PlaceRow | null> {
  const rows: PlaceRow[] = await read(
    db,
    `select ${COLUMNS} from place where slug = $1 and kind = 'community'`,
    [slug.slice(0, 100).replaceAll('\0', '')],
  );
  return rows[0] ?? null;
}

/** A place with books of its own by its short name: a community, or a street, district or city. */
export async function booksBySlug(db: EntityManager, slug: string): Promise<PlaceRow | null> {
  const rows: PlaceRow[] = await read(
    db,
    `select ${COLUMNS} from place where slug = $1 and keeps_books`,
    [slug.slice(0, 100).replaceAll('\0', '')],
  );
  return rows[0] ?? null;
}

/** The cities, in the order they were registered. */
export async function cities(db: EntityManager, ask: PageAsk): Promise<Page<PlaceRow>> {
  const rows: PlaceRow[] = await read(
    db,
    `select ${COLUMNS} from place where parent_id is null and id > $1 order by id limit $2`,
    [idAfter(ask), limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}

/** Every community, those of one street together. */
export async function communities(db: EntityManager, ask: PageAsk): Promise<Page<PlaceRow>> {
  const [street, id] = fromCursor(ask, 2) ?? [CITY, CITY];
  if (!isUuid(street ?? '') || !isUuid(id ?? ''))
    throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: PlaceRow[] = await read(
    db,
    `select ${COLUMNS} from place
     where kind = 'community' and (parent_id, id) > ($1::uuid, $2::uuid)
     order by parent_id, id limit $3`,
    [street, id, limitOf(ask)],
  );
  return toPage(ask, rows, (row) => [row.parentId ?? CITY, row.id]);
}

/** The community that a query or a command names by its global id: `ID_UNKNOWN` for all else. */
export async function needCommunity(
  db: EntityManager,
  globalId: string,
  path: readonly string[],
): Promise<PlaceRow> {
  const [row] = await placeById.read(db, CITY, [cityRef('Place', globalId, path)]);
  if (row?.kind !== 'community') throw new Refusal('ID_UNKNOWN', { type: 'Community' }, path);
  return row;
}

/** The places directly in a place, in the order they were registered. */
export const placesInPlace: PagedList<PlaceRow, null> = {
  read: (db, parentIds, _filter, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from place where parent_id = owner.id and id > $2 order by id limit $3
       ) listed order by owner.id, listed.id`,
      [parentIds, after, limit],
    ),
};
