import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import type { Batch } from '../kernel/gather';
import { displayName } from '../society/display-name';
import { organisationById } from '../society/organisation.reader';
import { placeById } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import { goodsDriveById } from '../supermarkets/goods-drive.reader';
import type { GoodsDriveRow } from '../supermarkets/goods-drive.entity';
import type { GoodsGiftRow } from '../supermarkets/goods-gift.entity';
import { goodsGiftNumber } from '../supermarkets/goods-gift-number';
import { linesOfGift } from '../supermarkets/goods-gift.reader';
import { thanksOfLot } from '../supermarkets/goods-thanks.reader';
import { lotById, type Lot } from '../supermarkets/lot.reader';
import type { ProductRow } from '../supermarkets/product.entity';
import { productById } from '../supermarkets/product.reader';
import type { StoreRow } from '../supermarkets/store.entity';
import { storeById } from '../supermarkets/store.reader';
import { FEWEST_TOLD, giftHouseholds } from './gift-households.reader';
import { goodsFollowed, type FollowedGoods } from './goods-followed.reader';

/** Goods of one kind of a gift, with what became of them. */
export interface GivenKind {
  readonly lot: Lot;
  readonly product: ProductRow;
  readonly parts: readonly FollowedGoods[];
}

/** All that a giver of goods is shown. */
export interface Given {
  readonly gift: GoodsGiftRow;
  readonly number: string;
  readonly store: StoreRow;
  readonly timeZone: string;
  /** As others may see it; null: not named. */
  readonly giver: string | null;
  readonly drive: GoodsDriveRow | null;
  readonly kinds: readonly GivenKind[];
  /** Whole credits that they earned; null: they were given for nothing. */
  readonly credits: number | null;
  /** Null where they are so few that neighbours would know them. */
  readonly households: number | null;
}

export async function readGiven(db: EntityManager, gift: GoodsGiftRow): Promise<Given> {
  const { communityId, id, storeId, driveId } = gift;
  const one = async <Row>(batch: Batch<Row>, key: string | null, books = communityId) =>
    key === null ? null : ((await batch.read(db, books, [key]))[0] ?? null);
  const store = needed(await one(storeById, storeId));
  const at = needed(await one(placeById, communityId, CITY));
  const lines = await linesOfGift.read(db, communityId, [id]);
  const lotIds = lines.map(({ lotId }) => lotId);
  const households = (await one(giftHouseholds, id))?.households ?? 0;
  return {
    ...{ gift, store, timeZone: at.timeZone, number: goodsGiftNumber(store.code, gift.number) },
    ...{ giver: await nameOf(db, gift), drive: await one(goodsDriveById, driveId) },
    kinds: await kindsOf(db, communityId, lotIds),
    credits: await creditsOf(db, gift, lotIds),
    households: households < FEWEST_TOLD ? null : households,
  };
}

/** Of a resident only what the public sees: a slip is lost more easily than it is read. */
async function nameOf(db: EntityManager, gift: GoodsGiftRow): Promise<string | null> {
  const { communityId, residentId, organisationId, giverName, named } = gift;
  if (!named) return null;
  if (organisationId)
    return needed((await organisationById.read(db, CITY, [organisationId]))[0]).name;
  if (residentId)
    return displayName(needed((await residentById.read(db, communityId, [residentId]))[0]).name);
  return giverName;
}

async function kindsOf(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
): Promise<GivenKind[]> {
  const lots = new Map((await lotById.read(db, communityId, lotIds)).map((lot) => [lot.id, lot]));
  const productIds = [...new Set([...lots.values()].map(({ productId }) => productId))];
  const products = new Map(
    (await productById.read(db, communityId, productIds)).map((product) => [product.id, product]),
  );
  const parts = await goodsFollowed.read(db, communityId, lotIds);
  return lotIds.map((id) => {
    const lot = needed(lots.get(id));
    return {
      ...{ lot, product: needed(products.get(lot.productId)) },
      parts: parts.filter(({ lotId }) => lotId === id),
    };
  });
}

async function creditsOf(
  db: EntityManager,
  { communityId, thanks }: GoodsGiftRow,
  lotIds: readonly string[],
): Promise<number | null> {
  if (thanks !== 'credits') return null;
  const thanked = await thanksOfLot.read(db, communityId, lotIds);
  // What was taken back may have been thanked for otherwise since.
  if (thanked.length > 0 && thanked.every((each) => each.thanks === 'acknowledgement')) return null;
  return thanked.reduce((sum, { credits }) => sum + Number(credits ?? 0), 0);
}

/** Foreign keys promise it. */
function needed<Row>(row: Row | null | undefined): Row {
  if (!row) throw new Error('A gift of goods is not whole');
  return row;
}
