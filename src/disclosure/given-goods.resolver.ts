import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import { dayOf, type Day } from '../kernel/calendar';
import { goodsGiftByToken } from '../supermarkets/goods-gift.reader';
import { GivenGoods, GivenKind } from './given-goods.graphql';
import { readGiven, type Given, type GivenKind as Kind } from './given-goods.reader';

@Resolver(() => GivenGoods)
export class GivenGoodsResolver {
  @Query(() => GivenGoods, {
    nullable: true,
    description: 'A gift of goods by the word of its slip: no account is needed. Null: unknown.',
  })
  @Allow(anyone)
  async givenGoods(
    @Arg('followToken', () => String, { description: 'The word on the slip.' }) token: string,
    @Ctx() context: Context,
  ): Promise<Given | null> {
    const gift = await goodsGiftByToken(context.db, token);
    return gift && (await readGiven(context.db, gift));
  }

  @FieldResolver(() => String)
  storeName(@Root() { store }: Given): string {
    return store.name;
  }

  @FieldResolver()
  receivedOn(@Root() { gift, timeZone }: Given): Day {
    return dayOf(gift.receivedAt, timeZone);
  }
}

@Resolver(() => GivenKind)
export class GivenKindResolver {
  @FieldResolver(() => String)
  name(@Root() { product }: Kind): string {
    return product.name;
  }

  @FieldResolver(() => String)
  unit(@Root() { product }: Kind): string {
    return product.unit;
  }

  @FieldResolver()
  pieces(@Root() { lot }: Kind): number {
    return lot.quantity;
  }

  @FieldResolver()
  followed(@Root() { parts }: Kind) {
    return parts;
  }
}
