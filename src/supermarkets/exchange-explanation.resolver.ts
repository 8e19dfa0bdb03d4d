import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Batch, Context } from '../api/context';
import type { AllowanceVersionRow } from './allowance-version.entity';
import { AllowanceClass } from './allowance.graphql';
import { allowanceClassById } from './allowance.reader';
import {
  AllowanceVersion,
  ExchangeExplanation,
  PriceVersion,
} from './exchange-explanation.graphql';
import { allowanceVersionById, priceVersionById } from './exchange-explanation.reader';
import { Exchange } from './exchange.graphql';
import type { Exchange as Exchanged } from './exchange.reader';
import type { ProductPriceRow } from './product-price.entity';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import { TillRule } from './till-rule.graphql';
import { tillRuleById } from './till-rule.reader';

type Explained = Pick<Exchanged, 'communityId'> & NonNullable<Exchanged['decidedBy']>;

async function versions<V>(
  context: Context,
  batch: Batch<V>,
  communityId: string,
  ids: readonly string[],
) {
  const found = await Promise.all(ids.map((id) => context.load(batch, communityId, id)));
  return found.filter((version) => version !== null);
}

@Resolver(() => Exchange)
export class ExchangeExplainResolver {
  @FieldResolver(() => ExchangeExplanation, {
    nullable: true,
    description: 'The versions that decided it; null for one that was recorded without them.',
  })
  explain(@Root() { communityId, decidedBy }: Exchanged): Explained | null {
    return decidedBy && { communityId, ...decidedBy };
  }
}

@Resolver(() => ExchangeExplanation)
export class ExchangeExplanationResolver {
  @FieldResolver()
  priority(@Root() { priority }: Explained): boolean {
    return priority ?? false;
  }

  @FieldResolver(() => [PriceVersion], { description: 'The prices, one for each product.' })
  async prices(@Root() { communityId, prices }: Explained, @Ctx() context: Context) {
    return await versions(context, priceVersionById, communityId, prices);
  }

  @FieldResolver(() => [AllowanceVersion], { description: 'What the household was allowed.' })
  async allowances(@Root() { communityId, allowances }: Explained, @Ctx() context: Context) {
    return await versions(context, allowanceVersionById, communityId, allowances);
  }

  @FieldResolver(() => [TillRule], { description: "The till's rules that were asked." })
  async rules(@Root() { communityId, rules }: Explained, @Ctx() context: Context) {
    return await versions(context, tillRuleById, communityId, rules ?? []);
  }
}

@Resolver(() => PriceVersion)
export class PriceVersionResolver {
  @FieldResolver(() => Product, { description: 'The product.' })
  product(@Root() { communityId, productId }: ProductPriceRow, @Ctx() context: Context) {
    return context.lookUp(productById, communityId, productId);
  }
}

@Resolver(() => AllowanceVersion)
export class AllowanceVersionResolver {
  @FieldResolver(() => AllowanceClass, { description: 'The class of goods.' })
  productClass(@Root() { communityId, classId }: AllowanceVersionRow, @Ctx() context: Context) {
    return context.lookUp(allowanceClassById, communityId, classId);
  }
}
