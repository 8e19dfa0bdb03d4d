import type { GroupBatch } from '../api/context';
import { read } from '../kernel/read';

/** An entry that a donation caused, in the order in which it was caused. */
export interface DonationEntry {
  readonly donationId: string;
  readonly entryId: string;
}

/**
 * The entries of donations: what was paid, what went back and failed to, what was disputed, and
 * what the processor said each came to. A gift has few.
 */
export const entriesOfDonation: GroupBatch<DonationEntry> = {
  many: true,
  read: (db, communityId, donationIds) =>
    read(
      db,
      `with moved as (
         select donation_id, charge_id source, array[entry_id] entries from gift_payment
         where community_id = $1 and donation_id = any ($2)
         union all
         select donation_id, refund_id, array[entry_id, reversal_entry_id] from gift_refund
         where community_id = $1 and donation_id = any ($2)
         union all
         select donation_id, dispute_id,
           array[withdrawn_entry_id, reinstated_entry_id, lost_entry_id] from gift_dispute
         where community_id = $1 and donation_id = any ($2)
       ), caused as (
         select donation_id, unnest(entries) entry_id from moved
         union
         select moved.donation_id, told.entry_id from moved
         join balance_transaction told on told.source_id = moved.source
       )
       select caused.donation_id "donationId", caused.entry_id "entryId" from caused
       join ledger_entry entry on entry.community_id = $1 and entry.id = caused.entry_id
       order by entry.recorded_at, entry.id`,
      [communityId, donationIds],
    ),
  keyOf: ({ donationId }) => donationId,
};
