import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** How much of what came to an account as gifts was taken back by its givers. */
export interface TakenBackOfGifts {
  readonly accountId: string;
  readonly minor: string;
}

/**
 * By the account on which the gifts came in, whatever account they were taken from. A refund that
 * failed counts too where its mirror brought the money to the same account a second time.
 */
export const takenBackOfGifts: Batch<TakenBackOfGifts> = {
  read: (db, communityId, accountIds) =>
    read(
      db,
      `select gift_account_id "accountId", sum(minor) minor from gift_take_back
       where community_id = $1 and gift_account_id = any ($2)
         and (account_id = gift_account_id or reversal_entry_id is null)
       group by gift_account_id`,
      [communityId, accountIds],
    ),
  keyOf: ({ accountId }) => accountId,
};
