import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { tenantRef, type TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CouncilRow } from './council.entity';

/** A council's columns; its table is called `council`. */
const COUNCIL = `council.community_id "communityId", council.id, council.kind, council.name,
  council.place_id "placeId", council.founded_by "foundedBy", council.founded_at "foundedAt",
  council.dissolved_by "dissolvedBy", council.dissolved_at "dissolvedAt",
  council.dissolve_reason "dissolveReason", council.elects_since "electsSince"`;

export const councilById: Batch<CouncilRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COUNCIL} from council where council.community_id = $1 and council.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A council of a group that others choose their members from. */
export interface GroupCouncil extends CouncilRow {
  /** The council that asks. */
  readonly forId: string;
}

/** The group councils that stand where a council sits or below, itself left out. */
export const groupsOfCouncil: GroupBatch<GroupCouncil> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select asking.id "forId", ${COUNCIL}
       from council asking
       join council on council.community_id = $1 and council.kind = 'group_council'
         and council.dissolved_at is null and council.id <> asking.id
       join place on place.id = council.place_id and asking.place_id = any (place.lineage)
       where asking.community_id = $1 and asking.id = any ($2)
       order by asking.id, council.id`,
      [communityId, ids],
    ),
  keyOf: ({ forId }) => forId,
};

/**
 * The councils of places (owners), the oldest first: of a community with those of its courtyards
 * and grids. In a place's lineage, the community is the fourth: city, district, street, community.
 */
export const councilsOfPlace: KeysetList<CouncilRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${COUNCIL} from council
         where council.community_id = place.lineage[4]
           and (place.kind = 'community' or council.place_id = place.id)
           and council.id > $2::uuid
         order by council.id limit $3
       ) listed order by owner.id, listed.id`,
      [placeIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The council that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needCouncil(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<CouncilRow> {
  return await councilAt(work, tenantRef('Council', globalId, path), path);
}

/**
 * A council's row, held until the unit of work ends: its seats, terms and rules change one at a
 * time. One that was dissolved is refused: `COUNCIL_DISSOLVED`.
 */
export async function holdCouncil(
  work: UnitOfWork,
  ref: TenantRef,
  path: readonly string[],
): Promise<CouncilRow> {
  const db = await work.begin();
  await db.query('select 1 from council where community_id = $1 and id = $2 for no key update', [
    ref.communityId,
    ref.id,
  ]);
  const council = await councilAt(work, ref, path);
  if (council.dissolvedAt !== null) throw new Refusal('COUNCIL_DISSOLVED', {}, path);
  return council;
}

async function councilAt(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  path: readonly string[],
): Promise<CouncilRow> {
  const [row] = await councilById.read(work.db, communityId, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Council' }, path);
  return row;
}
