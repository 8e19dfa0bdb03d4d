import { ruleOf } from '../councils/council-rule.reader';
import { councilById } from '../councils/council.reader';
import type { CouncilRow } from '../councils/council.entity';
import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionRow } from './motion.entity';
import { motionById } from './motion.reader';

/** A motion that is held until the work is done, as it then stands: silence has spoken. */
export async function holdMotion(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<MotionRow> {
  const db = await work.begin();
  await db.query('select 1 from motion where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
  const [motion] = await motionById.read(db, communityId, [id]);
  if (!motion) throw new Refusal('ID_UNKNOWN', { type: 'Motion' }, ['motionId']);
  return await hearSilence(work, motion);
}

/**
 * A motion that was not screened in time is admitted or returned, as the rule of its council said
 * at that moment (C1). It must be held.
 */
export async function hearSilence(work: UnitOfWork, motion: MotionRow): Promise<MotionRow> {
  const { communityId, id, state, screenBy } = motion;
  if (state !== 'tabled' || screenBy === null || work.now < screenBy) return motion;
  const { silence } = await ruleOf(work, await councilOf(work, motion), screenBy);
  const spoken = silence === 'admits' ? ('admitted' as const) : ('returned' as const);
  await work.db.query(
    'update motion set state = $3, screened_at = $4 where community_id = $1 and id = $2',
    [communityId, id, spoken, screenBy],
  );
  return { ...motion, state: spoken, screenedAt: screenBy };
}

/** The council that decides a motion. */
export async function councilOf(
  work: UnitOfWork,
  { communityId, councilId }: Pick<MotionRow, 'communityId' | 'councilId'>,
): Promise<CouncilRow> {
  const [council] = await councilById.read(work.db, communityId, [councilId]);
  if (!council) throw new Error(`There is no council ${councilId}`);
  return council;
}
