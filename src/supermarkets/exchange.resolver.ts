import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { thenBoth } from '../api/at-once';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById, reversalOf } from '../books/entry.reader';
import { schemeOfPlace } from '../credits/credit-scheme.reader';
import { loadKeyset } from '../api/keyset-list';
import { Wallet } from '../credits/wallet.graphql';
import { walletOf } from '../credits/wallet.reader';
import type { Entry as EntryState } from '../ledger/entry.reader';
import { Household } from '../society/household.graphql';
import { householdById } from '../society/household.reader';
import { placeKnown } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { isResident } from '../society/resident.policy';
import { residentById } from '../society/resident.reader';
import { inCommunity } from '../society/society.policy';
import { exchangeNumber } from './exchange-number';
import {
  Exchange,
  ExchangeConnection,
  ExchangeLine,
  ExchangeVoided,
  UnusualQuantity,
} from './exchange.graphql';
import {
  exchangeById,
  exchangesOn,
  redeemedAt,
  type Exchange as Exchanged,
  type ExchangedPart,
} from './exchange.reader';
import { Lot } from './lot.graphql';
import { lotById } from './lot.reader';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { TillRule } from './till-rule.graphql';
import { tillRuleById } from './till-rule.reader';
import type { UnusualQuantity as Unusual } from './usual-quantity.reader';
import { mayServe, storeExchangesReader, walletReader } from './supermarkets.policy';

tenantNode('Exchange', (context, ref) => context.load(exchangeById, ref.communityId, ref.id));

@Resolver(() => Exchange)
export class ExchangeResolver {
  @FieldResolver(() => String, {
    description: 'The number on the slip: the store, the day, and a code.',
  })
  number(@Root() exchange: Exchanged, @Ctx() context: Context) {
    const { communityId, storeId } = exchange;
    const store = context.lookUp(storeById, communityId, storeId);
    return thenBoth(placeKnown(context, communityId), store, (at, its) =>
      exchangeNumber(exchange, its?.code ?? '', at?.timeZone ?? 'utc'),
    );
  }

  @FieldResolver(() => Store, { description: 'The store.' })
  store(@Root() { communityId, storeId }: Exchanged, @Ctx() context: Context) {
    return context.lookUp(storeById, communityId, storeId);
  }

  @FieldResolver(() => Resident, { description: 'Who gave the credits.' })
  resident(@Root() { communityId, residentId }: Exchanged, @Ctx() context: Context) {
    return context.lookUp(residentById, communityId, residentId);
  }

  @FieldResolver(() => Wallet, { nullable: true, description: 'The wallet as it is now.' })
  @Allow(walletReader)
  async wallet(@Root() { communityId, residentId }: Exchanged, @Ctx() context: Context) {
    return await walletOf(context, { communityId, id: residentId });
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: 'The household whose allowance was drawn.',
  })
  household(@Root() { communityId, householdId }: Exchanged, @Ctx() context: Context) {
    return context.lookUp(householdById, communityId, householdId);
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'Its entry in the books.' })
  entry(@Root() { communityId, id }: Exchanged, @Ctx() context: Context) {
    return context.lookUp(entryById, communityId, id);
  }

  @FieldResolver(() => ExchangeVoided, {
    nullable: true,
    description: 'How it was taken back; null: it stands.',
  })
  voided(@Root() { communityId, id }: Exchanged, @Ctx() context: Context) {
    return context.lookUp(reversalOf, communityId, id);
  }
}

@Resolver(() => ExchangeLine)
export class ExchangeLineResolver {
  @FieldResolver(() => Product, { description: 'What was taken.' })
  product(@Root() { communityId, productId }: ExchangedPart, @Ctx() context: Context) {
    return context.lookUp(productById, communityId, productId);
  }

  @FieldResolver(() => Lot, { description: 'The lot it was taken from.' })
  lot(@Root() { communityId, lotId }: ExchangedPart, @Ctx() context: Context) {
    return context.lookUp(lotById, communityId, lotId);
  }
}

@Resolver(() => UnusualQuantity)
export class UnusualQuantityResolver {
  @FieldResolver(() => Product, { description: 'The product.' })
  product(@Root() { communityId, productId }: Unusual, @Ctx() context: Context) {
    return context.lookUp(productById, communityId, productId);
  }

  @FieldResolver(() => TillRule, {
    nullable: true,
    description: 'The rule that says what is usual; null: the store’s own custom does.',
  })
  rule(@Root() { communityId, ruleId }: Unusual, @Ctx() context: Context) {
    return ruleId && context.lookUp(tillRuleById, communityId, ruleId);
  }
}

/** Stands on the entry that takes the exchange's entry back. */
@Resolver(() => ExchangeVoided)
export class ExchangeVoidedResolver {
  @FieldResolver()
  reason(@Root() { facts }: EntryState): string {
    return String(facts.reason);
  }

  @FieldResolver()
  at(@Root() { occurredAt }: EntryState): Date {
    return occurredAt;
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry that takes it back.' })
  entry(@Root() reversal: EntryState) {
    return reversal;
  }
}

@Resolver(() => Store)
export class StoreExchangesResolver {
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'Its exchanges, the last recorded first, those taken back included.',
  })
  @Allow(storeExchangesReader)
  async exchanges(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const scheme = await context.load(schemeOfPlace, CITY, communityId);
    const ownerId = redeemedAt(communityId, id, scheme?.asset.id ?? '');
    return await loadKeyset(context, exchangesOn, { communityId, ownerId }, page);
  }
}

const residentReader = inCommunity<ResidentRow>(
  "The resident, the staff of the community's stores, and cadres, officers and auditors.",
  (actor, at, resident) => isResident(actor, resident) || mayServe(actor, at),
);

@Resolver(() => Resident)
export class ResidentExchangesResolver {
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: "The resident's exchanges, the last recorded first, those taken back included.",
  })
  @Allow(residentReader)
  async exchanges(
    @Root() { communityId, id }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const wallet = await walletOf(context, { communityId, id });
    const ownerId = wallet?.accountId ?? id;
    return await loadKeyset(context, exchangesOn, { communityId, ownerId }, page);
  }
}
