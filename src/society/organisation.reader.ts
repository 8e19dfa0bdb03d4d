import { CITY, type Batch } from '../api/context';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationKind, OrganisationRow } from './organisation.entity';
import type { PagedList } from '../api/paged';

const COLUMNS = 'id, kind, name, place_id "placeId"';

export const organisationById: Batch<OrganisationRow> = {
  read: (db, _city, ids) =>
    read(db, `select ${COLUMNS} from organisation where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** The organisations that sit in a place, of one kind or all, in the order they were registered. */
export const organisationsInPlace: PagedList<OrganisationRow, OrganisationKind | null> = {
  read: (db, placeIds, kind, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from organisation
         where place_id = owner.id and ($2::text is null or kind = $2) and id > $3
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [placeIds, kind, after, limit],
    ),
};

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
