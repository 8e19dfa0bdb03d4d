import type { EntityManager } from 'typeorm';
import type { GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import { lotById } from '../supermarkets/lot.reader';
import { zoneOf } from './zone';

/** What became of some pieces of a lot. */
export interface FollowedGoods {
  readonly communityId: string;
  readonly lotId: string;
  readonly pieces: number;
  readonly stage: 'on_shelf' | 'exchanged' | 'missing' | 'recalled';
  /** `2026-03`; null on the shelf, and for what went before all that is listed. */
  readonly month: string | null;
}

/** A lot is told from so many of its latest lines; what went before them is one part. */
export const MOST_LINES = 2000;

interface Month {
  readonly lotId: string;
  readonly month: string;
  readonly stage: 'exchanged' | 'missing' | 'recalled';
  readonly pieces: number;
  readonly lines: string;
}

/**
 * Where goods went, by month: nobody learns who got them, nor on which day. What a voided exchange
 * put back counts in the month of the exchange, as if it had not been; what a stock-take found is
 * less that is missing.
 */
export const goodsFollowed: GroupBatch<FollowedGoods> = {
  many: true,
  read: async (db, communityId, lotIds) => {
    const lots = await lotById.read(db, communityId, lotIds);
    const months = await monthsOf(db, communityId, lotIds);
    return lots.flatMap(({ id: lotId, quantity, stock }) => {
      const own = months.filter((month) => month.lotId === lotId);
      // The first of months that were cut off is not known in full.
      const cut = Number(own[0]?.lines) > MOST_LINES ? own[0]?.month : null;
      const told = own.filter(({ month }) => month !== cut);
      const given = told.reduce((sum, { pieces }) => sum + pieces, 0);
      const part = { communityId, lotId, stage: 'exchanged' as const };
      const parts: FollowedGoods[] = [
        { ...part, pieces: quantity - stock - given, month: null },
        ...told.map(({ month, stage, pieces }) => ({ ...part, stage, month, pieces })),
        { ...part, stage: 'on_shelf', pieces: stock, month: null },
      ];
      return parts.filter(({ pieces }) => pieces !== 0);
    });
  },
  keyOf: ({ lotId }) => lotId,
};

async function monthsOf(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
): Promise<Month[]> {
  return await read<Month>(
    db,
    `select listed.holder_id "lotId", to_char(
       coalesce(original.occurred_at, entry.occurred_at) at time zone $3, 'YYYY-MM') as month,
       case coalesce(original.rule, entry.rule) when 'goodsExchanged' then 'exchanged'
         when 'lotRecalled' then 'recalled' else 'missing' end as stage,
       -sum(listed.amount)::integer as pieces, max(listed.lines) as lines
     from (
       select account.holder_id, account.seq as lines, leg.entry_id, leg.amount
       from ledger_account account
       cross join lateral (
         select entry_id, amount from ledger_leg
         where community_id = $1 and account_id = account.id order by seq desc limit ${MOST_LINES}
       ) leg
       where account.community_id = $1 and account.holder_id = any ($2)
         and account.kind = 'lotStock'
     ) listed
     join lot on lot.community_id = $1 and lot.id = listed.holder_id
       and lot.entry_id <> listed.entry_id
     join ledger_entry entry on entry.community_id = $1 and entry.id = listed.entry_id
     left join ledger_entry original
       on original.community_id = $1 and original.id = entry.reversal_of
     group by 1, 2, 3 order by 1, 2, 3`,
    [communityId, lotIds, await zoneOf(db, communityId)],
  );
}
