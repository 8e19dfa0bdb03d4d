import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { DonationRow } from './donation.entity';

/** A paid gift as everybody may see it. */
export interface PublicGiftRow {
  readonly id: string;
  readonly communityId: string;
  readonly publicName: string | null;
  readonly currency: DonationRow['currency'];
  readonly minor: string;
  readonly paidAt: Date;
  readonly message: string | null;
}

/** The paid gifts to pools, or to campaigns (owners), the latest first. */
function publicGiftsBy(column: 'pool_id' | 'campaign_id'): KeysetList<PublicGiftRow> {
  return {
    parts: [MOMENT_PART, ID_PART],
    keyOf: ({ paidAt, id }) => [paidAt.toISOString(), id],
    read: (db, communityId, ownerIds, { after, limit }) =>
      read(
        db,
        `select owner.id "ownerId", listed.*
         from unnest($2::uuid[]) as owner (id) cross join lateral (
           select id, community_id "communityId", public_name "publicName", currency,
             amount_minor - refunded_minor - disputed_minor minor, paid_at "paidAt",
             case when public_name is not null then message end message
           from donation
           where community_id = $1 and ${column} = owner.id and state = 'paid'
             and (paid_at, id) < ($3::timestamptz, $4::uuid)
           order by paid_at desc, id desc limit $5
         ) listed order by owner.id, listed."paidAt" desc, listed.id desc`,
        [communityId, ownerIds, after?.[0] ?? 'infinity', after?.[1] ?? LAST_ID, limit],
      ),
  };
}

/** A moment as its cursor holds it. */
const MOMENT_PART = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const publicGiftsOfPool = publicGiftsBy('pool_id');
export const publicGiftsOfCampaign = publicGiftsBy('campaign_id');
