import { CITY, type Batch } from '../api/context';
import { cityRef, type TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { HouseholdRow } from './household.entity';
import type { PlaceRow } from './place.entity';
import { placeById } from './place.reader';

const COLUMNS = 'community_id "communityId", id, address, grid_id "gridId"';

export const householdById: Batch<HouseholdRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from household where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Holds a household until the unit of work ends: who lives there changes one at a time. */
export async function lockHousehold(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  path: readonly string[],
): Promise<void> {
  const rows: unknown[] = await work.db.query(
    'select 1 from household where community_id = $1 and id = $2 for no key update',
    [communityId, id],
  );
  if (rows.length === 0) throw new Refusal('ID_UNKNOWN', { type: 'Household' }, path);
}

/** Checks the grids that households are put in, all in one read: each lies in the community. */
export async function needGrids(
  work: UnitOfWork,
  community: PlaceRow,
  households: readonly { readonly gridId?: string | null }[],
): Promise<void> {
  const named = households.flatMap(({ gridId }, index) => {
    const path = ['households', String(index), 'gridId'];
    return gridId ? [{ id: cityRef('Place', gridId, path), path }] : [];
  });
  if (named.length === 0) return;
  const ids = [...new Set(named.map(({ id }) => id))];
  const known = new Map((await placeById.read(work.db, CITY, ids)).map((row) => [row.id, row]));
  for (const { id, path } of named) {
    const grid = known.get(id);
    if (grid?.kind !== 'grid') throw new Refusal('ID_UNKNOWN', { type: 'Place' }, path);
    if (!grid.lineage.includes(community.id)) throw new Refusal('OTHER_COMMUNITY', {}, path);
  }
}
