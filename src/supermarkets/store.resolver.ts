import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import { Allow, byCommand } from '../api/policy';
import { loadKeyset } from '../api/keyset-list';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { LotConnection } from './lot.graphql';
import { daysFromToday, expiringWithin, lotsOnShelf } from './lot.reader';
import { openStore } from './open-store';
import { ProductConnection } from './product.graphql';
import { asSought } from '../kernel/text';
import { productsOf } from './product.reader';
import { owedFor } from './settlement.reader';
import type { StoreRow } from './store.entity';
import { OpenStoreInput, OpenStorePayload, Store, StoreConnection } from './store.graphql';
import { storeById, storesOf, storesOfOperator } from './store.reader';
import { costReader } from './supermarkets.policy';

tenantNode('Store', (context, ref) => context.load(storeById, ref.communityId, ref.id));

@Resolver(() => Store)
export class StoreResolver {
  @FieldResolver(() => Place, { description: 'The place whose books hold its goods.' })
  async place(@Root() { communityId }: StoreRow, @Ctx() context: Context) {
    return await place(context, communityId);
  }

  @FieldResolver(() => Organisation, { description: 'Who runs it.' })
  async operator(@Root() { operatorId }: StoreRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, operatorId);
  }

  @FieldResolver(() => Organisation, { description: 'Who lends the premises.' })
  async premisesOwner(@Root() { premisesOwnerId }: StoreRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, premisesOwnerId);
  }

  @FieldResolver(() => Pool, { description: "The pool that pays for the operator's own goods." })
  async pool(@Root() { communityId, poolId }: StoreRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => ProductConnection, {
    description: "What the community's stores offer, in the order it was added.",
  })
  async products(
    @Root() { communityId }: StoreRow,
    @Args() page: PageArgs,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only what has this in its name, in capitals or not.',
    })
    search: string | null,
    @Ctx() context: Context,
  ) {
    const catalogue = { communityId, ownerId: communityId, about: asSought(search ?? '') };
    return await loadKeyset(context, productsOf, catalogue, page);
  }

  @FieldResolver(() => LotConnection, {
    description: 'The lots with something left, first expiring first, expired ones included.',
  })
  async lots(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, lotsOnShelf, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => LotConnection, {
    description: 'The lots with something left that are good today and expire within so many days.',
  })
  async expiringLots(
    @Root() { communityId, id }: StoreRow,
    @Arg('withinDays', () => Int, { description: 'Days from today, 0 (today) to 366.' })
    withinDays: number,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const { from, until } = daysFromToday(await place(context, communityId), context, withinDays);
    const about = expiringWithin(from, until);
    return await loadKeyset(context, lotsOnShelf, { communityId, ownerId: id, about }, page);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: "What its pool owes the operator for a month's exchanges of the operator's goods.",
  })
  @Allow(costReader)
  async owed(
    @Root() store: StoreRow,
    @Arg('month', () => String, { description: 'The month: `2026-11`.' }) month: string,
    @Ctx() context: Context,
  ) {
    return toMoney(await owedFor(context, store, month));
  }

  @Mutation(() => OpenStorePayload, {
    description:
      'Opens a charity supermarket. Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, ORGANISATION_KIND, ' +
      'OTHER_COMMUNITY, POOL_CLOSED, POOL_EARMARKED, TEXT_LENGTH, STORE_CODE, STORE_CODE_TAKEN.',
  })
  @Allow(byCommand('Officers of the place'))
  async openStore(
    @Arg('input', () => OpenStoreInput) input: OpenStoreInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ store: await openStore(work, input) }));
  }
}

@Resolver(() => Place)
export class PlaceStoresResolver {
  @FieldResolver(() => StoreConnection, { description: 'The charity supermarkets in it.' })
  async stores(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, storesOf, { communityId: id, ownerId: id }, page);
  }
}

@Resolver(() => Organisation)
export class OperatorStoresResolver {
  @FieldResolver(() => StoreConnection, {
    description: 'The charity supermarkets that it runs, in every community.',
  })
  async stores(@Root() { id }: OrganisationRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, storesOfOperator, id, null, page);
  }
}
