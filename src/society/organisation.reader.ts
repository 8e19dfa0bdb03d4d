import { CITY, type Batch } from '../api/context';
import { cityRef } from '../kernel/global-id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { EntityManager } from 'typeorm';
import type { OrganisationKind, OrganisationRow } from './organisation.entity';

const COLUMNS = 'id, kind, name, place_id "placeId"';

export const organisationById: Batch<OrganisationRow> = {
  read: (db, _city, ids) =>
    db.query(`select ${COLUMNS} from organisation where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** The organisations that sit in a place, of one kind or all, in the order they were registered. */
export async function organisationsIn(
  db: EntityManager,
  placeId: string,
  kind: OrganisationKind | null,
  ask: PageAsk,
): Promise<Page<OrganisationRow>> {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  const rows: OrganisationRow[] = await db.query(
    `select ${COLUMNS} from organisation
     where place_id = $1 and ($2::text is null or kind = $2) and id > $3
     order by id limit $4`,
    [placeId, kind, after, limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}

/**
 * The organisation that a command's input names. Unknown: `ID_UNKNOWN`; of another kind than asked:
 * `ORGANISATION_KIND`.
 */
export async function needOrganisation(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
  ...kinds: OrganisationKind[]
): Promise<OrganisationRow> {
  const id = cityRef('Organisation', globalId, path);
  const [row] = await organisationById.read(work.db, CITY, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Organisation' }, path);
  if (kinds.length > 0 && !kinds.includes(row.kind))
    throw new Refusal('ORGANISATION_KIND', { kinds: kinds.join(', ') }, path);
  return row;
}

/**
 * Holds an organisation's row until the unit of work ends: its memberships change one at a time, so
 * that of two equal appointments at once the second sees the first.
 */
export async function lockOrganisation(work: UnitOfWork, id: string): Promise<void> {
  await work.db.query('select 1 from organisation where id = $1 for no key update', [id]);
}
