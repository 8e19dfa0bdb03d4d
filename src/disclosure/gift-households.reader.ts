import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** How many households got something of a gift of goods. */
export interface GiftHouseholds {
  readonly giftId: string;
  readonly households: number;
}

/** Of fewer it is not told how many: neighbours would know who they are. */
export const FEWEST_TOLD = 3;

/** Each lot is looked through from its latest lines on; what went before them is not counted. */
const MOST_LINES = 500;

/** So many households got something of gifts, by exchanges that stand. None: no row. */
export const giftHouseholds: Batch<GiftHouseholds> = {
  read: (db, communityId, giftIds) =>
    read(
      db,
      `select line.gift_id "giftId",
         count(distinct entry.facts ->> 'householdId')::integer as households
       from goods_gift_line line
       join ledger_account account on account.community_id = $1
         and account.holder_id = line.lot_id and account.kind = 'lotStock'
       cross join lateral (
         select leg.entry_id from ledger_leg leg
         where leg.community_id = $1 and leg.account_id = account.id
         order by leg.seq desc limit ${MOST_LINES}
       ) listed
       join ledger_entry entry on entry.community_id = $1 and entry.id = listed.entry_id
         and entry.rule = 'goodsExchanged'
       where line.community_id = $1 and line.gift_id = any ($2) and not exists (
         select 1 from ledger_entry reversal
         where reversal.community_id = $1 and reversal.reversal_of = entry.id)
       group by line.gift_id`,
      [communityId, giftIds],
    ),
  keyOf: ({ giftId }) => giftId,
};
