import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { placeKnown } from '../society/place.reader';
import { mayReadBooks } from '../society/society.policy';
import { lotCostReader, Lot } from './lot.graphql';
import { lotById, type Lot as LotState } from './lot.reader';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import type { StockArrivalRow } from './stock-arrival.entity';
import type { StockTransferLineRow } from './stock-transfer-line.entity';
import type { StockTransferRow } from './stock-transfer.entity';
import {
  StockTransfer,
  StockTransferConnection,
  StockTransferLine,
  StockTransferLineConnection,
} from './stock-transfer.graphql';
import {
  arrivalsAt,
  linesOfTransfer,
  sentOfLot,
  transferById,
  transfersFrom,
} from './stock-transfer.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { costReader } from './supermarkets.policy';

tenantNode('StockTransfer', (context, ref) => context.load(transferById, ref.communityId, ref.id));

@Resolver(() => StockTransfer)
export class StockTransferResolver {
  @FieldResolver(() => Store, { description: 'The store that sent them.' })
  async from(@Root() { communityId, storeId }: StockTransferRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Store, { description: 'The store that they go to.' })
  async to(@Root() { toCommunityId, toStoreId }: StockTransferRow, @Ctx() context: Context) {
    return await context.load(storeById, toCommunityId, toStoreId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who sent them.' })
  async sentBy(@Root() { sentBy }: StockTransferRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, sentBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who counted them.' })
  async receivedBy(@Root() { receivedBy }: StockTransferRow, @Ctx() context: Context) {
    return receivedBy ? await context.load(personById, CITY, receivedBy) : null;
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who cancelled it, or settled what did not arrive.',
  })
  async endedBy(@Root() { endedBy }: StockTransferRow, @Ctx() context: Context) {
    return endedBy ? await context.load(personById, CITY, endedBy) : null;
  }

  @FieldResolver(() => [StockTransferLine], { description: 'What was sent, at most 100 lots.' })
  async lines(@Root() { communityId, id }: StockTransferRow, @Ctx() context: Context) {
    return await context.loadMany(linesOfTransfer, communityId, id);
  }
}

@Resolver(() => StockTransferLine)
export class StockTransferLineResolver {
  @FieldResolver(() => Int, { nullable: true })
  async pieces(@Root() line: StockTransferLineRow, @Ctx() context: Context) {
    const { communityId, transferId, pieces, arrived } = line;
    const transfer = await context.load(transferById, communityId, transferId);
    if (!transfer?.blind || arrived !== null || transfer.state !== 'sent') return pieces;
    const at = await placeKnown(context, communityId);
    const sent = transfer.sentBy === context.actor.personId;
    return sent || (at !== null && mayReadBooks(context.actor, at)) ? pieces : null;
  }

  @FieldResolver(() => StockTransfer, { nullable: true, description: 'The transfer.' })
  async transfer(
    @Root() { communityId, transferId }: StockTransferLineRow,
    @Ctx() context: Context,
  ) {
    return await context.load(transferById, communityId, transferId);
  }

  @FieldResolver(() => Lot, { description: 'The lot that they left.' })
  async lot(@Root() { communityId, lotId }: StockTransferLineRow, @Ctx() context: Context) {
    return await context.load(lotById, communityId, lotId);
  }

  @FieldResolver(() => Product, {
    nullable: true,
    description: 'The product as the community that they go to knows it.',
  })
  async product(@Root() line: StockTransferLineRow, @Ctx() context: Context) {
    const transfer = await context.load(transferById, line.communityId, line.transferId);
    return transfer && (await context.load(productById, transfer.toCommunityId, line.toProductId));
  }

  @FieldResolver(() => Lot, {
    nullable: true,
    description: 'The lot that they became where they arrived; null until then.',
  })
  async arrivedLot(@Root() line: StockTransferLineRow, @Ctx() context: Context) {
    if (!line.arrivedLotId) return null;
    const transfer = await context.load(transferById, line.communityId, line.transferId);
    return transfer && (await context.load(lotById, transfer.toCommunityId, line.arrivedLotId));
  }
}

@Resolver(() => Store)
export class StoreTransfersResolver {
  @FieldResolver(() => StockTransferConnection, {
    description: 'What it sent to other stores, the latest first.',
  })
  @Allow(costReader)
  async transfersOut(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, transfersFrom, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => StockTransferConnection, {
    description: 'What other stores sent to it, the latest first.',
  })
  @Allow(costReader)
  async transfersIn(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const owner = { communityId, ownerId: id };
    const { edges, ...rest } = await loadKeyset(context, arrivalsAt, owner, page);
    const transferOf = ({ fromCommunityId, transferId }: StockArrivalRow) =>
      context.load(transferById, fromCommunityId, transferId);
    const nodes = await Promise.all(edges.map(({ node }) => transferOf(node)));
    return { ...rest, edges: edges.map((edge, i) => ({ ...edge, node: nodes[i] })) };
  }
}

@Resolver(() => Lot)
export class LotTransfersResolver {
  @FieldResolver(() => StockTransferLineConnection, {
    nullable: true,
    description: 'Where pieces of it were sent, the latest first, and the lots they became there.',
  })
  @Allow(lotCostReader)
  async sent(
    @Root() { communityId, id }: LotState,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, sentOfLot, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => Lot, {
    nullable: true,
    description: 'The lot of another store that it was part of; null where it came otherwise.',
  })
  async fromLot(@Root() { fromCommunityId, fromLotId }: LotState, @Ctx() context: Context) {
    return fromCommunityId && fromLotId
      ? await context.load(lotById, fromCommunityId, fromLotId)
      : null;
  }

  @FieldResolver(() => StockTransfer, {
    nullable: true,
    description: 'The transfer by which it came; null where it came otherwise.',
  })
  @Allow(lotCostReader)
  async transfer(@Root() { fromCommunityId, transferId }: LotState, @Ctx() context: Context) {
    return fromCommunityId && transferId
      ? await context.load(transferById, fromCommunityId, transferId)
      : null;
  }
}
