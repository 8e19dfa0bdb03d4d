import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';
import type { Stretch } from './stretch';

/** What an entry took back from an account. */
export interface TookBack {
  readonly accountId: string;
  readonly entryId: string;
  /** The gift stands on this very account: it and the leg are left out, as no use at all. */
  readonly own: boolean;
  /** The mirror of the entry, if the refund failed. */
  readonly reversalEntryId: string | null;
  /** The account on which the gift stands, and which piece of it was taken back. */
  readonly gift: Pick<Stretch, 'accountId' | 'kind' | 'holderId' | 'about'>;
  readonly pieceStart: bigint;
  readonly pieceEnd: bigint;
}

interface Row extends Omit<TookBack, 'gift' | 'pieceStart' | 'pieceEnd'> {
  readonly giftAccountId: string;
  readonly kind: Stretch['kind'];
  readonly holderId: string;
  readonly about: string;
  readonly minor: string;
  readonly pieceEnd: string;
}

/**
 * What entries took back. Where a gift stands on another account than the one that gave it back,
 * the money of that account steps into the gift's place: into the piece that was taken back, off
 * the gift's end, behind whatever was taken back from its own account.
 */
export async function takenBackBy(
  db: EntityManager,
  communityId: string,
  entryIds: readonly string[],
): Promise<TookBack[]> {
  const rows = await read<Row>(
    db,
    `select taken.account_id "accountId", taken.entry_id "entryId", taken.minor,
       taken.account_id = taken.gift_account_id own, taken.reversal_entry_id "reversalEntryId",
       taken.gift_account_id "giftAccountId", gift.kind, gift.holder_id "holderId", gift.about,
       taken.gift_end - coalesce((
         select sum(other.minor) from gift_take_back other
         where other.community_id = $1 and other.payment_id = taken.payment_id
           and other.reversal_entry_id is null
           and (other.account_id = other.gift_account_id
             or (other.entry_id, other.account_id) < (taken.entry_id, taken.account_id))
       ), 0) "pieceEnd"
     from gift_take_back taken
     join ledger_account gift on gift.community_id = $1 and gift.id = taken.gift_account_id
     where taken.community_id = $1 and taken.entry_id = any ($2)`,
    [communityId, entryIds],
  );
  return rows.map(({ minor, pieceEnd, giftAccountId, kind, holderId, about, ...row }) => {
    const end = BigInt(pieceEnd);
    const gift = { accountId: giftAccountId, kind, holderId, about };
    return { ...row, gift, pieceStart: end - BigInt(minor), pieceEnd: end };
  });
}
