import { needOpenPool, poolById, refuseEarmarked } from '../foundations/pool.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { needGrant } from '../grants/grant.reader';
import { dayOf } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import { readGlobalId } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { needCampaign } from './campaign.reader';
import { refuseNotRunning } from './campaign-state';

/** What a giver names; exactly one. */
export interface TargetInput {
  readonly poolId?: string | null;
  readonly campaignId?: string | null;
  readonly grantId?: string | null;
}

/** What a gift is for, resolved to its pool. */
export interface Target {
  readonly communityId: string;
  readonly foundationId: string;
  readonly poolId: string;
  readonly campaignId: string | null;
  readonly grantId: string | null;
  readonly currency: Currency;
}

/** The books that a target lies in, by its id alone; null where it names none or several. */
export function communityOfTarget({ poolId, campaignId, grantId }: TargetInput): string | null {
  const named = [poolId, campaignId, grantId].filter((id) => typeof id === 'string');
  return named.length === 1 ? (readGlobalId(named[0] ?? '')?.communityId ?? null) : null;
}

/**
 * Finds what a gift is for. Refuses what names none or several (`TARGET_UNCLEAR`) and what takes no
 * gifts now (`POOL_CLOSED`, `POOL_EARMARKED`, `CAMPAIGN_UPCOMING`, `CAMPAIGN_ENDED`,
 * `GRANT_ENDED`).
 */
export async function needTarget(
  work: UnitOfWork,
  { poolId, campaignId, grantId }: TargetInput,
  path: readonly string[],
): Promise<Target> {
  const named = [poolId, campaignId, grantId].filter((id) => id !== null && id !== undefined);
  if (named.length !== 1) throw new Refusal('TARGET_UNCLEAR', {}, path);
  if (poolId) return ofPool(await needOpenPool(work, poolId, [...path, 'poolId']));
  if (campaignId) return await campaignTarget(work, campaignId, [...path, 'campaignId']);
  return await grantTarget(work, grantId ?? '', [...path, 'grantId']);
}

const ofPool = (pool: PoolRow): Target => ({
  communityId: pool.communityId,
  foundationId: pool.foundationId,
  poolId: pool.id,
  campaignId: null,
  grantId: null,
  currency: pool.currency,
});

async function campaignTarget(
  work: UnitOfWork,
  id: string,
  path: readonly string[],
): Promise<Target> {
  const campaign = await needCampaign(work, id, path);
  const { timeZone } = await needPlace(work, campaign.communityId, path);
  refuseNotRunning(campaign, dayOf(work.now, timeZone), path);
  const pool = await openPool(work, campaign.communityId, campaign.poolId, path);
  return { ...ofPool(pool), campaignId: campaign.id };
}

async function grantTarget(work: UnitOfWork, id: string, path: readonly string[]): Promise<Target> {
  const grant = await needGrant(work, id, path);
  if (grant.state !== 'active') throw new Refusal('GRANT_ENDED', { state: grant.state }, path);
  const pool = await openPool(work, grant.communityId, grant.poolId, path);
  return { ...ofPool(pool), grantId: grant.id };
}

async function openPool(
  work: UnitOfWork,
  communityId: string,
  id: string,
  path: readonly string[],
): Promise<PoolRow> {
  const [pool] = await poolById.read(work.db, communityId, [id]);
  if (!pool || pool.closedOn) throw new Refusal('POOL_CLOSED', { pool: pool?.name ?? '' }, path);
  refuseEarmarked(pool, path);
  return pool;
}
