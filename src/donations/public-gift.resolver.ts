import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import type { PoolRow } from '../foundations/pool.entity';
import { Pool } from '../foundations/pool.graphql';
import { amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { place } from '../society/place.reader';
import type { CampaignRow } from './campaign.entity';
import { Campaign } from './campaign.graphql';
import { PublicGift, PublicGiftConnection } from './donation.graphql';
import { publicGiftsOfCampaign, publicGiftsOfPool, type PublicGiftRow } from './public-gift.reader';

@Resolver(() => PublicGift)
export class PublicGiftResolver {
  @FieldResolver(() => String, { nullable: true })
  name(@Root() { publicName }: PublicGiftRow) {
    return publicName;
  }

  @FieldResolver(() => Money)
  amount(@Root() { currency: code, minor }: PublicGiftRow) {
    return toMoney(amount(currency(code), BigInt(minor)));
  }

  @FieldResolver(() => DayScalar)
  async paidOn(@Root() { communityId, paidAt }: PublicGiftRow, @Ctx() context: Context) {
    const at = await place(context, communityId);
    return dayOf(paidAt, at?.timeZone ?? 'utc');
  }
}

const GIFTS = 'Paid gifts on the web, the latest first; only who asked for it is named.';

@Resolver(() => Pool)
export class PoolGiftsResolver {
  @FieldResolver(() => PublicGiftConnection, { description: GIFTS })
  async gifts(
    @Root() { communityId, id }: PoolRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, publicGiftsOfPool, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Campaign)
export class CampaignGiftsResolver {
  @FieldResolver(() => PublicGiftConnection, { description: GIFTS })
  async gifts(
    @Root() { communityId, id }: CampaignRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, publicGiftsOfCampaign, { communityId, ownerId: id }, page);
  }
}
