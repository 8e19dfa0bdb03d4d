import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { account } from '../bookkeeping/chart';
import type { PoolRow } from '../foundations/pool.entity';
import { poolById } from '../foundations/pool.reader';
import { currency } from '../kernel/currency';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountId } from '../ledger/account-ref';
import { accountsById } from '../ledger/account.reader';
import type { CampaignRow } from './campaign.entity';

export const CAMPAIGN_COLUMNS = `community_id "communityId", id, pool_id "poolId", title, story, currency,
  goal_minor "goalMinor", starts_on "startsOn", ends_on "endsOn",
  match_enterprise_id "matchEnterpriseId", match_cap_minor "matchCapMinor",
  match_basis_points "matchBasisPoints", match_received_minor "matchReceivedMinor",
  raised_minor "raisedMinor", gifts, opened_at "openedAt", ended_at "endedAt"`;

export const campaignById: Batch<CampaignRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${CAMPAIGN_COLUMNS} from campaign where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The campaign that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needCampaign(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<CampaignRow> {
  return await needRow(work, campaignById, { type: 'Campaign', globalId, path });
}

/**
 * Holds a campaign's row until the unit of work ends, and reads it. Whatever moves its match or its
 * totals comes through here before it posts, so that what is left of the match stands still.
 */
export async function lockCampaign(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<CampaignRow> {
  const [row]: CampaignRow[] = await read(
    await work.begin(),
    `select ${CAMPAIGN_COLUMNS} from campaign where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  if (!row) throw new Error(`Campaign ${id} vanished`);
  return row;
}

/** The pool that a campaign asks for. */
export async function poolOfCampaign(
  work: UnitOfWork,
  { communityId, poolId }: CampaignRow,
): Promise<PoolRow> {
  const [pool] = await poolById.read(work.db, communityId, [poolId]);
  if (!pool) throw new Error(`There is no pool ${poolId}`);
  return pool;
}

/** The accounts of a campaign's match: what is still to come of it, and what is due. */
export function matchAccounts(campaign: CampaignRow): { room: string; due: string | null } {
  const { communityId, id, matchEnterpriseId } = campaign;
  const asset = currency(campaign.currency).id;
  return {
    room: accountId(communityId, account('matchRoom', id), asset),
    due: matchEnterpriseId
      ? accountId(communityId, account('matchDue', matchEnterpriseId, id), asset)
      : null,
  };
}

/** What one of a campaign's accounts holds, in minor units. */
export async function heldOn(
  work: UnitOfWork,
  { communityId }: CampaignRow,
  id: string | null,
): Promise<bigint> {
  const [held] = id ? await accountsById(work.db, communityId, [id]) : [];
  return held?.balance ?? 0n;
}

/** The campaigns for a pool, the newest first: ids are in the order of time. */
export const campaignsOfPool: KeysetList<CampaignRow> = {
  read: (db, communityId, poolIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${CAMPAIGN_COLUMNS} from campaign
         where community_id = $1 and pool_id = owner.id and id < $3::uuid
         order by id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, poolIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The campaigns in a place's books (owner: the place), the newest first. */
export const campaignsOfPlace: KeysetList<CampaignRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${CAMPAIGN_COLUMNS} from campaign where community_id = owner.id and id < $2::uuid
         order by id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
