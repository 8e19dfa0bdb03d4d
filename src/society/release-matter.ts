import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from './place.reader';
import type { ReservedMatterRow } from './reserved-matter.entity';
import { needReservedMatter } from './reserved-matter.reader';
import { isOfficer } from './society.policy';

/**
 * Frees an act that was kept for resolutions, from a moment on that is never before now (officers
 * of the place or above). What was to begin later never begins. Refuses: `ID_UNKNOWN`,
 * `RULE_IN_PAST`, `MATTER_FREE` (it ends by then anyway).
 */
export async function releaseMatter(
  work: UnitOfWork,
  input: { matterId: string; from?: Date | null },
): Promise<ReservedMatterRow> {
  const path = ['matterId'];
  const asked = await needReservedMatter(work, input.matterId, path);
  const at = await needPlace(work, asked.communityId, path);
  authorise(work.actor, isOfficer(work.actor, at));
  const from = input.from ?? work.now;
  if (from < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  const db = await work.begin();
  await db.query(
    `select 1 from reserved_matter where community_id = $1 and id = $2 for no key update`,
    [asked.communityId, asked.id],
  );
  const matter = await needReservedMatter(work, input.matterId, path);
  const validUntil = from > matter.validFrom ? from : matter.validFrom;
  if (matter.validUntil && matter.validUntil <= validUntil)
    throw new Refusal('MATTER_FREE', { from: matter.validUntil.toISOString() }, path);
  const released = { validUntil, releasedBy: work.actor.personId, releasedAt: work.now };
  await db.query(
    `update reserved_matter set valid_until = $3, released_by = $4, released_at = $5
     where community_id = $1 and id = $2`,
    [matter.communityId, matter.id, validUntil, released.releasedBy, released.releasedAt],
  );
  return { ...matter, ...released };
}
