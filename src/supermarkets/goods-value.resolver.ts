import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { schemeOfPlace } from '../credits/credit-scheme.reader';
import { dayOf } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import type { GoodsThanksRow } from './goods-thanks.entity';
import {
  GoodsThanks,
  ReverseGoodsThanksInput,
  ReverseGoodsThanksPayload,
  SetGoodsValueInput,
  SetGoodsValuePayload,
  ThankForGoodsInput,
  ThankForGoodsPayload,
} from './goods-value.graphql';
import { formerThanksOfLot, thanksOfLot } from './goods-thanks.reader';
import { goodsValueOn, valueOn } from './goods-value.reader';
import { donorReader, Lot } from './lot.graphql';
import type { Lot as LotState } from './lot.reader';
import type { ProductRow } from './product.entity';
import { Product } from './product.graphql';
import { reverseGoodsThanks } from './reverse-goods-thanks';
import { setGoodsValue } from './set-goods-value';
import { thankForGoods } from './thank-for-goods';

@Resolver(() => Product)
export class ProductValueResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Whole credits that a piece earns a resident who gives it today; null: none.',
  })
  async giftCredits(@Root() { communityId, id }: ProductRow, @Ctx() context: Context) {
    return await creditsAt(context, { communityId, productId: id }, context.now);
  }

  @Mutation(() => SetGoodsValuePayload, {
    description:
      'Sets what a piece of a product, or of a class, earns a resident who gives it; what was ' +
      'given before keeps its value. Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, PRODUCT_OR_CLASS, ' +
      'OTHER_COMMUNITY, GOODS_VALUE_RANGE, GOODS_VALUE_IN_PAST, NO_SCHEME.',
  })
  @Allow(byCommand('Officers of the place'))
  async setGoodsValue(
    @Arg('input', () => SetGoodsValueInput) input: SetGoodsValueInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ community: await setGoodsValue(work, input) }));
  }
}

/** What a piece earned on the day of a moment. */
async function creditsAt(
  context: Context,
  of: { communityId: string; productId: string },
  moment: Date,
): Promise<number | null> {
  const { communityId, productId } = of;
  const scheme = await context.load(schemeOfPlace, CITY, communityId);
  const at = await place(context, communityId);
  if (!scheme || !at) return null;
  const key = valueOn(scheme.id, productId, dayOf(moment, at.timeZone));
  return (await context.load(goodsValueOn, communityId, key))?.credits ?? null;
}

@Resolver(() => Lot)
export class LotThanksResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Whole credits that a piece earns the resident who gave it, by what was set on the day on ' +
      'which it came; null: none.',
  })
  async giftCredits(@Root() lot: LotState, @Ctx() context: Context) {
    return await creditsAt(context, lot, lot.receivedAt);
  }

  @FieldResolver(() => GoodsThanks, {
    nullable: true,
    description: 'How the resident who gave them was thanked; null: not yet.',
  })
  @Allow(donorReader)
  async thanks(@Root() { communityId, id }: LotState, @Ctx() context: Context) {
    return await context.load(thanksOfLot, communityId, id);
  }

  @Mutation(() => ThankForGoodsPayload, {
    description:
      'Thanks a resident who gave goods, with credits or with an acknowledgement, never both; ' +
      'nobody thanks themselves. Codes: ID_UNKNOWN, OTHER_COMMUNITY, NOT_A_GIFT, ' +
      'LOT_CAME_FROM_STORE, RESIDENT_GONE, OWN_GIFT, GIFT_THANKED, THANKED_TOO_OFTEN, ' +
      'NO_SCHEME, NO_GOODS_VALUE, MONTHLY_CAP_REACHED.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async thankForGoods(
    @Arg('input', () => ThankForGoodsInput) input: ThankForGoodsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ lot: await thankForGoods(work, input) }));
  }

  @FieldResolver(() => [GoodsThanks], {
    nullable: true,
    description: 'How the giver was thanked before it was taken back, the latest first.',
  })
  @Allow(donorReader)
  async formerThanks(@Root() { communityId, id }: LotState, @Ctx() context: Context) {
    return await context.loadMany(formerThanksOfLot, communityId, id);
  }

  @Mutation(() => ReverseGoodsThanksPayload, {
    description:
      'Takes back, with a reason, the credits by which a resident was thanked for goods; the ' +
      'giver may then be thanked otherwise. Codes: ID_UNKNOWN, TEXT_LENGTH, NOT_CREDITED, ' +
      'OWN_GIFT, INSUFFICIENT_CREDITS (they are spent), REVERSED_BEFORE, BOOKS_BUSY, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The store's storekeepers, and cadres and officers of the community"))
  async reverseGoodsThanks(
    @Arg('input', () => ReverseGoodsThanksInput) input: ReverseGoodsThanksInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ lot: await reverseGoodsThanks(work, input) }));
  }
}

@Resolver(() => GoodsThanks)
export class GoodsThanksResolver {
  @FieldResolver(() => Int, { nullable: true })
  credits(@Root() { credits }: GoodsThanksRow) {
    return credits === null ? null : Number(credits);
  }

  @FieldResolver(() => String, { nullable: true })
  reason(@Root() { reverseReason }: GoodsThanksRow) {
    return reverseReason;
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'Who gave them.' })
  async resident(@Root() { communityId, residentId }: GoodsThanksRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }
}
