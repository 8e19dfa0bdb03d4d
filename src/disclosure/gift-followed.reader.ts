import type { EntityManager } from 'typeorm';
import type { GroupBatch } from '../api/context';
import type { GiftPaymentRow } from '../donations/gift-payment.entity';
import type { Currency } from '../kernel/currency';
import { read } from '../kernel/read';
import { legsOfEntriesOn } from '../ledger/leg.reader';
import { atOneMoment } from './at-one-moment';
import { follow } from './follow';
import { divide, type Back } from './gift-stretches';
import { summed, type FollowedRow } from './parts';
import { HOLDING } from './stretch';
import { zoneOf } from './zone';

/** Where a gift went: parts that add up to what arrived of it. A gift that is not paid has none. */
export async function followGift(
  db: EntityManager,
  communityId: string,
  donationId: string,
): Promise<FollowedRow[]> {
  return await atOneMoment(db, (snapshot) => followGifts(snapshot, communityId, [donationId]));
}

/** The same for many donations, in as many statements as for one. */
export const giftFollowed: GroupBatch<FollowedRow> = {
  many: true,
  read: (db, communityId, donationIds) =>
    atOneMoment(db, (snapshot) => followGifts(snapshot, communityId, donationIds)),
  keyOf: ({ ownerId }) => ownerId,
};

async function followGifts(
  db: EntityManager,
  communityId: string,
  donationIds: readonly string[],
): Promise<FollowedRow[]> {
  const payments = await paymentsOf(db, communityId, donationIds);
  if (payments.length === 0) return [];
  const legs = await legsOfEntriesOn(
    db,
    communityId,
    payments.map(({ entryId }) => entryId),
    HOLDING,
  );
  const backs = await backsOf(db, communityId, donationIds);
  const divided = payments.map((payment) =>
    divide(
      payment,
      legs.filter(({ entryId }) => entryId === payment.entryId),
      backs.filter(({ paymentId }) => paymentId === payment.id),
    ),
  );
  const stretches = divided.flatMap((each) => each.stretches);
  const found = [
    ...divided.flatMap((each) => each.found),
    ...(await follow(db, communityId, stretches)),
  ];
  const owners = new Map(
    payments.map(({ id, donationId, currency }) => [id, { ownerId: donationId, currency }]),
  );
  return summed(found, { communityId, owners, timeZone: await zoneOf(db, communityId) });
}

type Payment = GiftPaymentRow & { readonly currency: Currency };

async function paymentsOf(
  db: EntityManager,
  communityId: string,
  donationIds: readonly string[],
): Promise<Payment[]> {
  return await read(
    db,
    `select id, donation_id "donationId", currency, minor, taken_as "takenAs", paid_at "paidAt",
       entry_id "entryId"
     from gift_payment where community_id = $1 and donation_id = any ($2) order by id`,
    [communityId, donationIds],
  );
}

/** What is refunded, lost to a dispute, or held by one that is not decided. */
async function backsOf(
  db: EntityManager,
  communityId: string,
  donationIds: readonly string[],
): Promise<Back[]> {
  const rows = await read<Omit<Back, 'minor'> & { minor: string }>(
    db,
    `select back.payment_id "paymentId", back.stage, back.minor, entry.occurred_at at
     from (
       select payment_id, id, 'refunded' stage, minor, entry_id from gift_refund
       where community_id = $1 and donation_id = any ($2)
         and entry_id is not null and reversal_entry_id is null
       union all
       select payment_id, id, case when lost_entry_id is null then 'disputed' else 'returned' end,
         minor, coalesce(lost_entry_id, withdrawn_entry_id) from gift_dispute
       where community_id = $1 and donation_id = any ($2)
         and coalesce(lost_entry_id, withdrawn_entry_id) is not null
         and reinstated_entry_id is null
     ) back
     join ledger_entry entry on entry.community_id = $1 and entry.id = back.entry_id
     order by back.id`,
    [communityId, donationIds],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}
