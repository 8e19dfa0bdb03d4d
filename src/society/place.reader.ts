import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type Context } from '../api/context';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from './place.entity';

const COLUMNS = `id, kind, name, slug, parent_id "parentId", lineage, keeps_books "keepsBooks",
  time_zone "timeZone"`;

export const placeById: Batch<PlaceRow> = {
  read: (db: EntityManager, _city, ids) =>
    db.query(`select ${COLUMNS} from place where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** A place for a request's readers and policies. */
export async function place(context: Context, id: string): Promise<PlaceRow | null> {
  return await context.load(placeById, CITY, id);
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

export async function placeBySlug(db: EntityManager, slug: string): Promise<PlaceRow | null> {
  const rows: PlaceRow[] = await db.query(`select ${COLUMNS} from place where slug = $1`, [slug]);
  return rows[0] ?? null;
}

/** The places directly in a place, in the order they were registered. */
export async function placesIn(
  db: EntityManager,
  parentId: string,
  ask: PageAsk,
): Promise<Page<PlaceRow>> {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  const rows: PlaceRow[] = await db.query(
    `select ${COLUMNS} from place where parent_id = $1 and id > $2 order by id limit $3`,
    [parentId, after, limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}
