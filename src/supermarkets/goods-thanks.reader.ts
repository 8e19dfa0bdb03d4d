import type { Batch, GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import { ownRequest, type Request } from '../kernel/request';
import type { GoodsThanksRow } from './goods-thanks.entity';

const THANKS = `community_id "communityId", lot_id "lotId", turn, resident_id "residentId", thanks,
  credits, decided_by "decidedBy", decided_at "decidedAt", reversed_by "reversedBy",
  reversed_at "reversedAt", reverse_reason "reverseReason"`;

/** How givers are thanked, by their lots. */
export const thanksOfLot: Batch<GoodsThanksRow> = {
  read: (db, communityId, lotIds) =>
    read(
      db,
      `select ${THANKS} from goods_thanks
       where community_id = $1 and lot_id = any ($2) and reversed_at is null`,
      [communityId, lotIds],
    ),
  keyOf: ({ lotId }) => lotId,
};

/** A lot's giver is thanked no more often than this, however often it was taken back. */
export const MOST_TURNS = 9;

/** How givers of lots were thanked before it was taken back, the latest first. */
export const formerThanksOfLot: GroupBatch<GoodsThanksRow> = {
  many: true,
  read: (db, communityId, lotIds) =>
    read(
      db,
      `select ${THANKS} from goods_thanks
       where community_id = $1 and lot_id = any ($2) and reversed_at is not null
       order by lot_id, turn desc`,
      [communityId, lotIds],
    ),
  keyOf: ({ lotId }) => lotId,
};

/** The credits of one turn are given once: their key follows from it. */
export function thanksRequest({ lotId, turn }: Pick<GoodsThanksRow, 'lotId' | 'turn'>): Request {
  return ownRequest(turn === 1 ? `goods-gift/${lotId}` : `goods-gift/${lotId}/${turn}`);
}
