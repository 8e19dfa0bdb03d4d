import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { Money, toMoney } from '../api/money.graphql';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import { Milestone } from '../grants/tranche.graphql';
import { trancheById } from '../grants/tranche.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Store } from '../supermarkets/store.graphql';
import { storeById } from '../supermarkets/store.reader';
import { FollowedGoods, FollowedPart } from './followed-part.graphql';
import type { FollowedGoods as Goods } from './goods-followed.reader';
import { goodsInWords, inWords } from './in-words';
import type { FollowedRow } from './parts';

@Resolver(() => FollowedPart)
export class FollowedPartResolver {
  @FieldResolver(() => Money)
  part(@Root() { currency: code, minor }: FollowedRow): Money {
    return toMoney(amount(currency(code), minor));
  }

  @FieldResolver(() => DayScalar, { nullable: true })
  date(@Root() { day }: FollowedRow) {
    return day;
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'The grant it is for, if any.' })
  async grant(@Root() row: FollowedRow, @Ctx() context: Context) {
    return await grantOf(context, row);
  }

  @FieldResolver(() => Milestone, {
    nullable: true,
    description: 'The milestone that it paid for, if it is spent on a grant.',
  })
  async milestone(@Root() row: FollowedRow, @Ctx() context: Context) {
    return await trancheOf(context, row);
  }

  @FieldResolver(() => Store, {
    nullable: true,
    description: 'The store whose welfare goods it is for, if any.',
  })
  async store(@Root() row: FollowedRow, @Ctx() context: Context) {
    return await storeOf(context, row);
  }

  @FieldResolver(() => String, { description: 'All of it in a sentence, in the language asked.' })
  async says(@Root() row: FollowedRow, @Ctx() context: Context) {
    const [grant, tranche, store] = await Promise.all([
      grantOf(context, row),
      trancheOf(context, row),
      storeOf(context, row),
    ]);
    const names = { grant: grant?.title, milestone: tranche?.milestone, store: store?.name };
    return inWords(context.language, row.stage, { ...names, month: row.month });
  }
}

async function grantOf(context: Context, { communityId, grantId }: FollowedRow) {
  return grantId ? await context.load(grantById, communityId, grantId) : null;
}

async function trancheOf(context: Context, { communityId, trancheId }: FollowedRow) {
  return trancheId ? await context.load(trancheById, communityId, trancheId) : null;
}

async function storeOf(context: Context, { communityId, storeId }: FollowedRow) {
  return storeId ? await context.load(storeById, communityId, storeId) : null;
}

@Resolver(() => FollowedGoods)
export class FollowedGoodsResolver {
  @FieldResolver(() => String, { description: 'All of it in a sentence, in the language asked.' })
  says(@Root() goods: Goods, @Ctx() context: Context): string {
    return goodsInWords(context.language, goods);
  }
}
