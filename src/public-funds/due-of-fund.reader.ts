import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** What of an allotment has not come, in fen. */
export interface DueOfFund {
  readonly fundId: string;
  readonly minor: string;
}

export const dueOfFund: Batch<DueOfFund> = {
  read: (db, communityId, fundIds) =>
    read(
      db,
      `select holder_id "fundId", (debits - credits)::text as minor from ledger_account
       where community_id = $1 and holder_id = any ($2) and kind = 'allotmentDue'`,
      [communityId, fundIds],
    ),
  keyOf: ({ fundId }) => fundId,
};
