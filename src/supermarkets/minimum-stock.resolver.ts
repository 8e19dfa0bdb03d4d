import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Allow, byCommand } from '../api/policy';
import { dayOf } from '../kernel/calendar';
import { place } from '../society/place.reader';
import {
  LowStock,
  LowStockConnection,
  SetMinimumStockInput,
  SetMinimumStockPayload,
} from './minimum-stock.graphql';
import { lowStockOf, type LowStockRow } from './minimum-stock.reader';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import { setMinimumStock } from './set-minimum-stock';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { costReader } from './supermarkets.policy';

@Resolver(() => LowStock)
export class LowStockResolver {
  @FieldResolver(() => Product, { description: 'The product.' })
  async product(@Root() { communityId, productId }: LowStockRow, @Ctx() context: Context) {
    return await context.load(productById, communityId, productId);
  }
}

@Resolver(() => Store)
export class StoreLowStockResolver {
  @FieldResolver(() => LowStockConnection, {
    description:
      'What it has too little of today: good pieces on the shelf and pieces on their way to it ' +
      'together are fewer than the minimum.',
  })
  @Allow(costReader)
  async lowStock(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const at = await place(context, communityId);
    const about = dayOf(context.now, at?.timeZone ?? 'utc');
    return await loadKeyset(context, lowStockOf, { communityId, ownerId: id, about }, page);
  }

  @Mutation(() => SetMinimumStockPayload, {
    description:
      'Sets how much of a product a store shall always have, from a day on. Codes: ID_UNKNOWN, ' +
      'OTHER_COMMUNITY, MINIMUM_RANGE, MINIMUM_IN_PAST.',
  })
  @Allow(byCommand("The storekeepers of the store's operator"))
  async setMinimumStock(
    @Arg('input', () => SetMinimumStockInput) input: SetMinimumStockInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ store: await setMinimumStock(work, input) }));
  }
}
