import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import type { GiftPaymentRow } from './gift-payment.entity';

const COLUMNS = `community_id "communityId", id, donation_id "donationId", charge_id "chargeId",
  method, currency, minor, match_minor "matchMinor", taken_as "takenAs", paid_at "paidAt",
  entry_id "entryId"`;

/** The payments of a donation, as they were recorded; there are few. */
export async function paymentsOfDonation(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<GiftPaymentRow[]> {
  return await read<GiftPaymentRow>(
    db,
    `select ${COLUMNS} from gift_payment where community_id = $1 and donation_id = $2 order by id`,
    [communityId, id],
  );
}

/** How much of a payment has gone back or is held by a dispute, in minor units. */
export interface GoneBack {
  readonly refunded: bigint;
  readonly disputed: bigint;
  /** The part of what is disputed that is lost for good. */
  readonly lost: bigint;
}

/**
 * What has gone back of a donation's payments: refunds that were posted and did not fail, disputes
 * whose money is withdrawn and has not come back.
 */
export async function goneBackOf(
  db: EntityManager,
  { communityId, id }: TenantRef,
  takenAs: readonly GiftPaymentRow['takenAs'][] = ['gift', 'held'],
): Promise<GoneBack> {
  const [row] = await read<{ refunded: string; disputed: string; lost: string }>(
    db,
    `select
       (select coalesce(sum(refund.minor), 0) from gift_refund refund
        join gift_payment payment on payment.community_id = refund.community_id
          and payment.id = refund.payment_id and payment.taken_as = any ($3)
        where refund.community_id = $1 and refund.donation_id = $2
          and refund.entry_id is not null and refund.reversal_entry_id is null) refunded,
       coalesce(sum(dispute.minor), 0) disputed,
       coalesce(sum(dispute.minor) filter (where dispute.lost_entry_id is not null), 0) lost
     from gift_dispute dispute
     join gift_payment payment on payment.community_id = dispute.community_id
       and payment.id = dispute.payment_id and payment.taken_as = any ($3)
     where dispute.community_id = $1 and dispute.donation_id = $2
       and dispute.withdrawn_entry_id is not null and dispute.reinstated_entry_id is null`,
    [communityId, id, takenAs],
  );
  const { refunded = 0, disputed = 0, lost = 0 } = row ?? {};
  return { refunded: BigInt(refunded), disputed: BigInt(disputed), lost: BigInt(lost) };
}

/** What enterprises add to donations, in minor units of their currencies. */
export const matchedOf: Batch<{ readonly donationId: string; readonly minor: string }> = {
  read: (db, communityId, donationIds) =>
    read(
      db,
      `select donation_id "donationId", sum(match_minor) minor from gift_payment
       where community_id = $1 and donation_id = any ($2) group by donation_id`,
      [communityId, donationIds],
    ),
  keyOf: ({ donationId }) => donationId,
};

/** Whether a refund or a dispute of a donation has not come to its end. */
export async function isUndecided(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<boolean> {
  const [row] = await read<{ undecided: boolean }>(
    db,
    `select exists (select 1 from gift_refund
         where community_id = $1 and donation_id = $2 and state = 'pending')
       or exists (select 1 from gift_dispute
         where community_id = $1 and donation_id = $2 and status <> all ($3)) undecided`,
    [communityId, id, DECIDED],
  );
  return row?.undecided ?? false;
}

/** How a dispute may have ended. */
export const DECIDED: readonly string[] = ['won', 'lost', 'warning_closed', 'prevented'];
