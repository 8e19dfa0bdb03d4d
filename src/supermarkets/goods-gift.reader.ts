import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { EntityManager } from 'typeorm';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GoodsGiftRow } from './goods-gift.entity';
import { communityOfGoodsToken, hashGoodsToken } from './goods-gift-token';

const GIFT = `gift.community_id "communityId", gift.id, gift.store_id "storeId", gift.number,
  gift.drive_id "driveId", gift.resident_id "residentId", gift.organisation_id "organisationId",
  gift.giver_name "giverName", gift.named, gift.thanks, gift.received_by "receivedBy",
  gift.received_at "receivedAt", gift.entry_id "entryId"`;

export const goodsGiftById: Batch<GoodsGiftRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${GIFT} from goods_gift gift where gift.community_id = $1 and gift.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A gift with one of its lots. */
export interface GiftOfLot extends GoodsGiftRow {
  readonly lotId: string;
}

/** The gifts that lots came with; a lot that came alone has none. */
export const giftOfLot: Batch<GiftOfLot> = {
  read: (db, communityId, lotIds) =>
    read(
      db,
      `select ${GIFT}, line.lot_id "lotId" from goods_gift_line line
       join goods_gift gift on gift.community_id = $1 and gift.id = line.gift_id
       where line.community_id = $1 and line.lot_id = any ($2)`,
      [communityId, lotIds],
    ),
  keyOf: ({ lotId }) => lotId,
};

/** A lot of a gift, by its place in it. */
export interface GivenLine {
  readonly communityId: string;
  readonly giftId: string;
  readonly lotId: string;
}

/** The lots of gifts, in the order in which they were told. */
export const linesOfGift: GroupBatch<GivenLine> = {
  many: true,
  read: (db, communityId, giftIds) =>
    read(
      db,
      `select community_id "communityId", gift_id "giftId", lot_id "lotId" from goods_gift_line
       where community_id = $1 and gift_id = any ($2) order by gift_id, n`,
      [communityId, giftIds],
    ),
  keyOf: ({ giftId }) => giftId,
};

/** The gift that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needGoodsGift(work: UnitOfWork, globalId: string): Promise<GoodsGiftRow> {
  const path = ['giftId'];
  return await needRow(work, goodsGiftById, { type: 'GoodsGift', globalId, path });
}

/** The gift that a slip's word leads to; null where it is none of ours. */
export async function goodsGiftByToken(
  db: EntityManager,
  token: string,
): Promise<GoodsGiftRow | null> {
  const communityId = communityOfGoodsToken(token);
  if (!communityId) return null;
  const [row] = await read<GoodsGiftRow>(
    db,
    `select ${GIFT} from goods_gift_link link
     join goods_gift gift on gift.community_id = $1 and gift.id = link.gift_id
     where link.community_id = $1 and link.token_hash = $2`,
    [communityId, hashGoodsToken(token)],
  );
  return row ?? null;
}

/** Gifts whose owners stand in one of their columns, the latest first. */
const giftsBy = (column: 'store_id' | 'drive_id' | 'resident_id'): KeysetList<GoodsGiftRow> => ({
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, ownerIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${GIFT} from goods_gift gift
         where gift.community_id = $1 and gift.${column} = owner.id and gift.id < $3
         order by gift.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, ownerIds, after?.[0] ?? LAST_ID, limit],
    ),
});

export const goodsGiftsOfStore = giftsBy('store_id');
export const goodsGiftsOfDrive = giftsBy('drive_id');
export const goodsGiftsOfResident = giftsBy('resident_id');
