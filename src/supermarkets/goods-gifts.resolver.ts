import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Allow } from '../api/policy';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { isResident } from '../society/resident.policy';
import { inCommunity } from '../society/society.policy';
import type { GoodsDriveRow } from './goods-drive.entity';
import { GoodsDrive } from './goods-drive.graphql';
import { GoodsGift, GoodsGiftConnection } from './goods-gift.graphql';
import {
  giftOfLot,
  goodsGiftsOfDrive,
  goodsGiftsOfResident,
  goodsGiftsOfStore,
} from './goods-gift.reader';
import { donorReader, Lot } from './lot.graphql';
import type { Lot as LotState } from './lot.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { mayServe, storeExchangesReader } from './supermarkets.policy';

const drivesReader = inCommunity<GoodsDriveRow>(
  "The staff of the community's stores, and its cadres, officers and auditors.",
  mayServe,
);

const residentReader = inCommunity<ResidentRow>(
  "The resident, the staff of the community's stores, and cadres, officers and auditors.",
  (actor, at, resident) => isResident(actor, resident) || mayServe(actor, at),
);

@Resolver(() => Store)
export class StoreGoodsGiftsResolver {
  @FieldResolver(() => GoodsGiftConnection, {
    nullable: true,
    description: 'What givers brought, the latest first.',
  })
  @Allow(storeExchangesReader)
  async goodsGifts(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, goodsGiftsOfStore, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => GoodsDrive)
export class GoodsDriveGiftsResolver {
  @FieldResolver(() => GoodsGiftConnection, {
    nullable: true,
    description: 'What givers brought under it, the latest first.',
  })
  @Allow(drivesReader)
  async received(
    @Root() { communityId, id }: GoodsDriveRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, goodsGiftsOfDrive, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Resident)
export class ResidentGoodsGiftsResolver {
  @FieldResolver(() => GoodsGiftConnection, {
    nullable: true,
    description: 'The goods that the resident gave, the latest first.',
  })
  @Allow(residentReader)
  async goodsGifts(
    @Root() { communityId, id }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, goodsGiftsOfResident, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Lot)
export class LotGoodsGiftResolver {
  @FieldResolver(() => GoodsGift, {
    nullable: true,
    description: 'The gift that it came with; null: it came alone.',
  })
  @Allow(donorReader)
  async gift(@Root() { communityId, id }: LotState, @Ctx() context: Context) {
    return await context.load(giftOfLot, communityId, id);
  }
}
