import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { dayOf } from '../kernel/calendar';
import { tenantRef } from '../kernel/global-id';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { addProduct } from './add-product';
import { AllowanceClass } from './allowance.graphql';
import { allowanceClassById } from './allowance.reader';
import { readEan } from './ean';
import { piecesOnShelf, shelfOf } from './lot.reader';
import type { ProductRow } from './product.entity';
import {
  AddProductInput,
  AddProductPayload,
  Product,
  SetPriceInput,
  SetPricePayload,
} from './product.graphql';
import { priceOfProduct, productAt, productByEan, productById } from './product.reader';
import { setPrice } from './set-price';

tenantNode('Product', (context, ref) => context.load(productById, ref.communityId, ref.id));

@Resolver(() => Product)
export class ProductResolver {
  @FieldResolver(() => Int, { description: 'What a piece costs, in whole credits.' })
  async price(
    @Root() { communityId, id }: ProductRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null,
    @Ctx() context: Context,
  ) {
    const price = await context.load(priceOfProduct, communityId, productAt(id, at ?? context.now));
    return price?.credits;
  }

  @FieldResolver(() => AllowanceClass, {
    nullable: true,
    description: 'The class of goods it belongs to; null: as much as one can pay.',
  })
  async allowanceClass(
    @Root() { communityId, allowanceClassId }: ProductRow,
    @Ctx() context: Context,
  ) {
    if (!allowanceClassId) return null;
    return await context.load(allowanceClassById, communityId, allowanceClassId);
  }

  @FieldResolver(() => Int, { description: 'Pieces on a store’s shelf that are still good.' })
  async stock(
    @Root() { communityId, id }: ProductRow,
    @Arg('storeId', () => ID, { description: 'The store.' }) storeId: string,
    @Ctx() context: Context,
  ) {
    const store = tenantRef('Store', storeId, ['storeId']);
    const at = await place(context, communityId);
    const key = shelfOf(store.id, id, dayOf(context.now, at?.timeZone ?? 'utc'));
    return (await context.load(piecesOnShelf, communityId, key))?.pieces ?? 0;
  }

  @Mutation(() => AddProductPayload, {
    description:
      "Adds a product to what a community's stores offer. Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, " +
      'TEXT_LENGTH, EAN_DIGITS, EAN_CHECK_DIGIT, EAN_TAKEN, PRICE_RANGE, ALLOWANCE_UNKNOWN.',
  })
  @Allow(byCommand("Officers of the place and storekeepers of the place's stores"))
  async addProduct(
    @Arg('input', () => AddProductInput) input: AddProductInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ product: await addProduct(work, input) }));
  }

  @Mutation(() => SetPricePayload, {
    description:
      "Sets a product's price from a moment on; the past is never rewritten. Codes: ID_UNKNOWN, " +
      'RESOLUTION_NEEDED, PRICE_RANGE, PRICE_IN_PAST.',
  })
  @Allow(byCommand("Officers of the place and storekeepers of the place's stores"))
  async setPrice(@Arg('input', () => SetPriceInput) input: SetPriceInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ product: await setPrice(work, input) }));
  }
}

@Resolver(() => Place)
export class PlaceProductsResolver {
  @FieldResolver(() => Product, {
    nullable: true,
    description:
      'What its stores offer under a bar code, as it was scanned; null: nothing. Codes: EAN_DIGITS, ' +
      'EAN_CHECK_DIGIT (a slip).',
  })
  async product(
    @Root() { id }: PlaceRow,
    @Arg('ean', () => String, { description: 'EAN-13 or EAN-8.' }) ean: string,
    @Ctx() context: Context,
  ) {
    return await productByEan(context.db, id, readEan(ean, ['ean']));
  }
}
