import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Lot, lotCostReader, ReceiveGoodsInput, ReceiveGoodsPayload } from './lot.graphql';
import { lotById, type Lot as LotState } from './lot.reader';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import { receiveGoods } from './receive-goods';
import { Store } from './store.graphql';
import { storeById } from './store.reader';

tenantNode('Lot', (context, ref) => context.load(lotById, ref.communityId, ref.id));

@Resolver(() => Lot)
export class LotResolver {
  @FieldResolver(() => Store, { description: 'The store it stands in.' })
  async store(@Root() { communityId, storeId }: LotState, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Product, { description: 'What it holds.' })
  async product(@Root() { communityId, productId }: LotState, @Ctx() context: Context) {
    return await context.load(productById, communityId, productId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The body that gave them, if one is named.',
  })
  async donorOrganisation(@Root() { donorOrganisationId }: LotState, @Ctx() context: Context) {
    return donorOrganisationId
      ? await context.load(organisationById, CITY, donorOrganisationId)
      : null;
  }

  @FieldResolver(() => Money, { nullable: true })
  async unitCost(@Root() { communityId, unitCost, poolId }: LotState, @Ctx() context: Context) {
    const pool = poolId ? await context.load(poolById, communityId, poolId) : null;
    return pool && unitCost ? toMoney(amount(currency(pool.currency), BigInt(unitCost))) : null;
  }

  @FieldResolver(() => Pool, {
    nullable: true,
    description: 'The pool that paid, or that pays as pieces are exchanged; null for gifts.',
  })
  @Allow(lotCostReader)
  async paidBy(@Root() { communityId, poolId }: LotState, @Ctx() context: Context) {
    return poolId ? await context.load(poolById, communityId, poolId) : null;
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description: 'The entry by which the goods came.',
  })
  async entry(@Root() { communityId, entryId }: LotState, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }

  @Mutation(() => ReceiveGoodsPayload, {
    description:
      'Receives goods into a lot of a store: given, bought by a pool now, or the operator’s own. ' +
      'Codes: ID_UNKNOWN, OTHER_COMMUNITY, QUANTITY_OUT_OF_RANGE, LOT_EXPIRED, DAY_UNREADABLE, ' +
      'NEEDED_FOR_SOURCE, NOT_FOR_SOURCE, POOL_CLOSED, POOL_EARMARKED, TEXT_LENGTH, ' +
      'WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
      'POOL_SHORT, BANK_SHORT, ACCOUNT_CLOSED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async receiveGoods(
    @Arg('input', () => ReceiveGoodsInput) input: ReceiveGoodsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ lot: await receiveGoods(work, input) }));
  }
}
