import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Lot } from './lot.graphql';
import { lotById } from './lot.reader';
import type { StockCountRow } from './stock-count.entity';
import { countsOf } from './stock-count.reader';
import type { StockTakeRow } from './stock-take.entity';
import {
  StockCount,
  StockCountConnection,
  StockTake,
  StockTakeConnection,
} from './stock-take.graphql';
import { stockTakeById, stockTakesOf } from './stock-take.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { costReader } from './supermarkets.policy';

tenantNode('StockTake', (context, ref) => context.load(stockTakeById, ref.communityId, ref.id));

@Resolver(() => StockTake)
export class StockTakeResolver {
  @FieldResolver(() => Store, { description: 'The store that is counted.' })
  async store(@Root() { communityId, storeId }: StockTakeRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who started it.' })
  async startedBy(@Root() { startedBy }: StockTakeRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, startedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who decided about it.' })
  async decidedBy(@Root() { decidedBy }: StockTakeRow, @Ctx() context: Context) {
    return decidedBy ? await context.load(personById, CITY, decidedBy) : null;
  }

  @FieldResolver(() => StockCountConnection, {
    description: 'What was counted, in the order that the lots came in.',
  })
  async counts(
    @Root() { communityId, id }: StockTakeRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, countsOf, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => StockCount)
export class StockCountResolver {
  @FieldResolver(() => Lot, { description: 'The lot.' })
  async lot(@Root() { communityId, lotId }: StockCountRow, @Ctx() context: Context) {
    return await context.load(lotById, communityId, lotId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who counted it.' })
  async countedBy(@Root() { countedBy }: StockCountRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, countedBy);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Pieces found beyond what the books say, below zero: missing; null until the stock-take is ' +
      'closed.',
  })
  difference(@Root() { pieces, book }: StockCountRow): number | null {
    return book === null ? null : pieces - book;
  }
}

@Resolver(() => Store)
export class StoreStockTakesResolver {
  @FieldResolver(() => StockTakeConnection, { description: 'Its stock-takes, the latest first.' })
  @Allow(costReader)
  async stockTakes(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, stockTakesOf, { communityId, ownerId: id }, page);
  }
}
