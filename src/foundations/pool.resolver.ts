import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { Place } from '../society/place.graphql';
import { placeById } from '../society/place.reader';
import type { PlaceRow } from '../society/place.entity';
import { openPool } from './open-pool';
import type { PoolRow } from './pool.entity';
import { OpenPoolInput, OpenPoolPayload, Pool, PoolConnection, Threshold } from './pool.graphql';
import { poolById, poolsIn, poolsOf, thresholdsOfPool } from './pool.reader';

tenantNode('Pool', (context, ref) => context.load(poolById, ref.communityId, ref.id));

@Resolver(() => Pool)
export class PoolResolver {
  @FieldResolver(() => Organisation, { description: 'The foundation that holds it.' })
  async foundation(@Root() { foundationId }: PoolRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, foundationId);
  }

  @FieldResolver(() => Place, { description: 'The place whose books hold it.' })
  async place(@Root() { communityId }: PoolRow, @Ctx() context: Context) {
    return await context.load(placeById, CITY, communityId);
  }

  @FieldResolver(() => [Threshold], { description: 'Approvals by amount, at most 10 lines.' })
  async thresholds(@Root() pool: PoolRow, @Ctx() context: Context) {
    const rows = await context.loadMany(thresholdsOfPool, pool.communityId, pool.id);
    const asset = currency(pool.currency);
    return rows.map((row) => ({
      from: toMoney(amount(asset, BigInt(row.fromMinor))),
      approvals: row.approvals,
    }));
  }

  @Mutation(() => OpenPoolPayload, {
    description:
      'Opens a pool of a foundation. Codes: ID_UNKNOWN, ORGANISATION_KIND, KEEPS_NO_BOOKS, ' +
      'FOUNDATION_ELSEWHERE, RESTRICTION_MISSING, POOL_NAME_TAKEN, TEXT_LENGTH, ' +
      'THRESHOLDS_COUNT, THRESHOLDS_START, THRESHOLDS_ORDER, APPROVALS_RANGE, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand("The foundation's chair or secretary"))
  async openPool(@Arg('input', () => OpenPoolInput) input: OpenPoolInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ pool: await openPool(work, input) }));
  }
}

@Resolver(() => Place)
export class PlacePoolsResolver {
  @FieldResolver(() => PoolConnection, { description: 'The pools that its books hold.' })
  async pools(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await poolsIn(context.db, id, page);
  }
}

@Resolver(() => Organisation)
export class FoundationPoolsResolver {
  @FieldResolver(() => PoolConnection, {
    description: 'Its pools in every set of books; empty for what is no foundation.',
  })
  async pools(@Root() { id }: OrganisationRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await poolsOf(context.db, id, page);
  }
}
