import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GoodsGiftRow } from './goods-gift.entity';
import { newGiftLink } from './goods-gift-link';
import { needGoodsGift } from './goods-gift.reader';
import { storeOf } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

/** A gift with the word on its giver's slip. */
export interface GiftWithSlip {
  readonly gift: GoodsGiftRow;
  /** Kept nowhere but here and on the slip. */
  readonly followToken: string;
}

/**
 * Prints the giver's slip of a gift once more, with a follow word of its own; those before stay
 * good (A1; the staff of the store's operator). Refuses: `ID_UNKNOWN`, `TOO_MANY_SLIPS`.
 */
export async function printGoodsSlip(
  work: UnitOfWork,
  input: { giftId: string },
): Promise<GiftWithSlip> {
  const gift = await needGoodsGift(work, input.giftId);
  const { operatorId } = await storeOf(work, gift);
  authorise(work.actor, isStaffOf(work.actor, operatorId));
  return { gift, followToken: await newGiftLink(work, gift, ['giftId']) };
}
