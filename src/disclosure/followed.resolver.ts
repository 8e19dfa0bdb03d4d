import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import type { DonationRow } from '../donations/donation.entity';
import { Donation } from '../donations/donation.graphql';
import { Remittance } from '../enterprises/remittance.graphql';
import type { Remittance as Remitted } from '../enterprises/remittance.reader';
import type { GoodsGiftRow } from '../supermarkets/goods-gift.entity';
import { GoodsGift } from '../supermarkets/goods-gift.graphql';
import { Lot } from '../supermarkets/lot.graphql';
import type { Lot as LotState } from '../supermarkets/lot.reader';
import { FollowedGoods, FollowedPart } from './followed-part.graphql';
import { FEWEST_TOLD, giftHouseholds } from './gift-households.reader';
import { giftFollowed } from './gift-followed.reader';
import { goodsFollowed } from './goods-followed.reader';
import { surplusFollowed } from './surplus-followed.reader';

@Resolver(() => Donation)
export class DonationFollowedResolver {
  @FieldResolver(() => [FollowedPart], {
    description:
      'Where it went: first in, first out, with what givers take back taken off their own gifts. ' +
      'All parts add up to what arrived; nothing has arrived before it is paid.',
  })
  async followed(@Root() { communityId, id }: DonationRow, @Ctx() context: Context) {
    return await context.loadMany(giftFollowed, communityId, id);
  }
}

@Resolver(() => Remittance)
export class RemittanceFollowedResolver {
  @FieldResolver(() => [FollowedPart], {
    description: 'Where it went, first in, first out, in the pools of all shares.',
  })
  async followed(@Root() { communityId, id }: Remitted, @Ctx() context: Context) {
    return await context.loadMany(surplusFollowed, communityId, id);
  }
}

@Resolver(() => Lot)
export class LotFollowedResolver {
  @FieldResolver(() => [FollowedGoods], {
    description: 'What became of the goods, by month. Who got them is not told.',
  })
  async followed(@Root() { communityId, id }: LotState, @Ctx() context: Context) {
    return await context.loadMany(goodsFollowed, communityId, id);
  }
}

@Resolver(() => GoodsGift)
export class GoodsGiftFollowedResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many households got something of it, at least; null: fewer than three, whose number is ' +
      'not told.',
  })
  async households(@Root() { communityId, id }: GoodsGiftRow, @Ctx() context: Context) {
    const households = (await context.load(giftHouseholds, communityId, id))?.households ?? 0;
    return households < FEWEST_TOLD ? null : households;
  }
}
