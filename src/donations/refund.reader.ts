import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import type { GiftRefundRow } from './gift-refund.entity';

/** A refund with what its policies and its amount need to know of its gift. */
export type Refund = GiftRefundRow & {
  readonly foundationId: string;
  readonly currency: string;
};

const COLUMNS = `refund.community_id "communityId", refund.id, refund.donation_id "donationId",
  refund.payment_id "paymentId", refund.refund_id "refundId", refund.origin, refund.state,
  refund.minor, refund.reason, refund.maker_id "makerId", refund.requested_at "requestedAt",
  refund.checker_id "checkerId", refund.checked_at "checkedAt",
  refund.declined_because "declinedBecause", refund.entry_id "entryId",
  refund.reversal_entry_id "reversalEntryId", refund.key, refund.fingerprint,
  donation.foundation_id "foundationId", payment.currency`;

const FROM = `gift_refund refund
  join gift_payment payment on payment.community_id = refund.community_id
    and payment.id = refund.payment_id
  join donation on donation.community_id = refund.community_id
    and donation.id = refund.donation_id`;

export const refundById: Batch<Refund> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COLUMNS} from ${FROM} where refund.community_id = $1 and refund.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The refunds of donations, in the order they were asked for; a gift has few. */
export const refundsOfDonation: GroupBatch<Refund> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COLUMNS} from ${FROM}
       where refund.community_id = $1 and refund.donation_id = any ($2) order by refund.id`,
      [communityId, ids],
    ),
  keyOf: ({ donationId }) => donationId,
};

/** The refund that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needRefund(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<Refund> {
  return await needRow(work, refundById, { type: 'Refund', globalId, path });
}

/** A refund as it stands now, for the answer. */
export async function refundNow(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<Refund> {
  const [row] = await refundById.read(db, communityId, [id]);
  if (!row) throw new Error(`The refund ${id} is gone`);
  return row;
}

/** The refund of a client's key, or null. */
export async function refundByKey(
  db: EntityManager,
  communityId: string,
  key: string,
): Promise<Refund | null> {
  const rows = await read<Refund>(
    db,
    `select ${COLUMNS} from ${FROM} where refund.community_id = $1 and refund.key = $2`,
    [communityId, key],
  );
  return rows[0] ?? null;
}

/**
 * How much the refunds that were let go and are not posted yet will take of what a gift is for, in
 * minor units of its currency.
 */
export async function letGoFrom(
  db: EntityManager,
  { communityId, poolId, grantId }: DonationRow,
): Promise<bigint> {
  const [row] = await read<{ minor: string }>(
    db,
    `select coalesce(sum(refund.minor), 0) minor from ${FROM}
     where refund.community_id = $1 and refund.state = 'approved' and refund.entry_id is null
       and payment.taken_as = 'gift' and donation.pool_id = $2
       and (donation.grant_id is null or donation.grant_id = $3)`,
    [communityId, poolId, grantId],
  );
  return BigInt(row?.minor ?? 0);
}

/** How much of a payment is not on its way back, in minor units. */
export async function leftOf(
  db: EntityManager,
  { communityId, id, minor }: TenantRef & { readonly minor: string },
): Promise<bigint> {
  const [row] = await read<{ gone: string }>(
    db,
    `select
       (select coalesce(sum(minor), 0) from gift_refund
        where community_id = $1 and payment_id = $2 and state not in ('failed', 'declined'))
     + (select coalesce(sum(minor), 0) from gift_dispute
        where community_id = $1 and payment_id = $2
          and withdrawn_entry_id is not null and reinstated_entry_id is null) gone`,
    [communityId, id],
  );
  return BigInt(minor) - BigInt(row?.gone ?? 0);
}
