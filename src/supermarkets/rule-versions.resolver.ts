import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { AllowanceClassRow } from './allowance-class.entity';
import { AllowanceClass } from './allowance.graphql';
import {
  AllowanceVersion,
  AllowanceVersionConnection,
  PriceVersion,
  PriceVersionConnection,
} from './exchange-explanation.graphql';
import type { ProductRow } from './product.entity';
import { Product } from './product.graphql';
import { pricesOfProduct, tillRuleVersionsOf, versionsOfClass } from './rule-versions.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { TillRule, TillRuleConnection } from './till-rule.graphql';

interface SetBySomebody {
  readonly setBy: string | null;
}

const SET_BY = 'Who set it; null: it was there from the beginning.';

async function whoSet({ setBy }: SetBySomebody, context: Context) {
  return setBy && (await context.load(personById, CITY, setBy));
}

@Resolver(() => PriceVersion)
export class PriceSetByResolver {
  @FieldResolver(() => Person, { nullable: true, description: SET_BY })
  async setBy(@Root() version: SetBySomebody, @Ctx() context: Context) {
    return await whoSet(version, context);
  }
}

@Resolver(() => AllowanceVersion)
export class AllowanceSetByResolver {
  @FieldResolver(() => Person, { nullable: true, description: SET_BY })
  async setBy(@Root() version: SetBySomebody, @Ctx() context: Context) {
    return await whoSet(version, context);
  }
}

@Resolver(() => TillRule)
export class TillRuleSetByResolver {
  @FieldResolver(() => Person, { nullable: true, description: SET_BY })
  async setBy(@Root() version: SetBySomebody, @Ctx() context: Context) {
    return await whoSet(version, context);
  }
}

@Resolver(() => Product)
export class ProductPricesResolver {
  @FieldResolver(() => PriceVersionConnection, {
    description: 'What it cost, costs and will cost; the price that begins last first.',
  })
  async prices(
    @Root() { communityId, id: ownerId }: ProductRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, pricesOfProduct, { communityId, ownerId }, page);
  }
}

@Resolver(() => AllowanceClass)
export class AllowanceVersionsResolver {
  @FieldResolver(() => AllowanceVersionConnection, {
    description: 'What it allowed, allows and will allow; the version that begins last first.',
  })
  async versions(
    @Root() { communityId, id: ownerId }: AllowanceClassRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, versionsOfClass, { communityId, ownerId }, page);
  }
}

@Resolver(() => Store)
export class StoreRuleVersionsResolver {
  @FieldResolver(() => TillRuleConnection, {
    description:
      "Every version of its own rules and the community's, past, present and to come, the last " +
      'set first. None is ever changed: what happened is judged by what held then.',
  })
  async tillRuleVersions(
    @Root() { communityId, id: ownerId }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, tillRuleVersionsOf, { communityId, ownerId }, page);
  }
}
