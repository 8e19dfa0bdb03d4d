import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { account } from '../bookkeeping/chart';
import { StatementLineConnection } from '../books/entry.graphql';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { statement } from '../ledger/leg.reader';
import { accountId } from '../ledger/account-ref';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { loadPage } from '../api/paged';
import { Place } from '../society/place.graphql';
import { place, placeById } from '../society/place.reader';
import type { PlaceRow } from '../society/place.entity';
import { booksReader } from '../society/society.policy';
import { BoardMember } from './board.graphql';
import { boardOn } from './board.reader';
import { closePool } from './close-pool';
import { openPool } from './open-pool';
import type { PoolRow } from './pool.entity';
import { figure, figuresOfPool, type Figure } from './pool-figures.reader';
import {
  ClosePoolInput,
  ClosePoolPayload,
  OpenPoolInput,
  OpenPoolPayload,
  Pool,
  PoolConnection,
} from './pool.graphql';
import { boardReader } from './pool.policy';
import { poolById, poolsOfFoundation, poolsOfPlace } from './pool.reader';

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

  @FieldResolver(() => Money, { description: 'All that ever reached it for its purpose.' })
  async received(@Root() pool: PoolRow, @Ctx() context: Context) {
    return await moneyOf(context, pool, 'received');
  }

  @FieldResolver(() => Money, { description: 'What nobody has been promised.' })
  async available(@Root() pool: PoolRow, @Ctx() context: Context) {
    return await moneyOf(context, pool, 'available');
  }

  @FieldResolver(() => Money, {
    description: 'What is promised to grants or owed to operators, and not yet paid.',
  })
  async committed(@Root() pool: PoolRow, @Ctx() context: Context) {
    return await moneyOf(context, pool, 'committed');
  }

  @FieldResolver(() => Money, { description: 'What is used; received = the other three.' })
  async spent(@Root() pool: PoolRow, @Ctx() context: Context) {
    return await moneyOf(context, pool, 'spent');
  }

  @FieldResolver(() => [BoardMember], { description: "The foundation's board today." })
  @Allow(boardReader)
  async board(@Root() { communityId, foundationId }: PoolRow, @Ctx() context: Context) {
    const at = await place(context, communityId);
    return await boardOn(context, foundationId, dayOf(context.now, at?.timeZone ?? 'utc'));
  }

  @FieldResolver(() => StatementLineConnection, {
    description: 'What came into and left its available money, newest first.',
  })
  @Allow(booksReader)
  async statement(@Root() pool: PoolRow, @Args() page: PageArgs, @Ctx() context: Context) {
    const available = account('poolAvailable', pool.id);
    const id = accountId(pool.communityId, available, currency(pool.currency).id);
    return await statement(context.db, pool.communityId, id, page);
  }

  @Mutation(() => OpenPoolPayload, {
    description:
      'Opens a pool of a foundation. Codes: ID_UNKNOWN, ORGANISATION_KIND, PURPOSE_RESERVED, ' +
      'KEEPS_NO_BOOKS, FOUNDATION_ELSEWHERE, RESTRICTION_MISSING, POOL_NAME_TAKEN, TEXT_LENGTH, ' +
      'THRESHOLDS_COUNT, THRESHOLDS_START, THRESHOLDS_ORDER, APPROVALS_RANGE, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand("The foundation's chair or secretary"))
  async openPool(@Arg('input', () => OpenPoolInput) input: OpenPoolInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ pool: await openPool(work, input) }));
  }

  @Mutation(() => ClosePoolPayload, {
    description:
      'Closes a pool that holds and owes nothing. Codes: ID_UNKNOWN, POOL_EARMARKED, POOL_CLOSED, ' +
      'POOL_NOT_EMPTY.',
  })
  @Allow(byCommand("The foundation's chair or secretary"))
  async closePool(
    @Arg('input', () => ClosePoolInput) input: ClosePoolInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ pool: await closePool(work, input) }));
  }
}

async function moneyOf(context: Context, pool: PoolRow, which: Figure): Promise<Money> {
  const figures = await context.load(figuresOfPool, pool.communityId, pool.id);
  return toMoney(figure(figures, which, pool.currency));
}

@Resolver(() => Place)
export class PlacePoolsResolver {
  @FieldResolver(() => PoolConnection, { description: 'The pools that its books hold.' })
  async pools(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, poolsOfPlace, id, null, page);
  }
}

@Resolver(() => Organisation)
export class FoundationPoolsResolver {
  @FieldResolver(() => PoolConnection, {
    description: 'Its pools in every set of books; empty for what is no foundation.',
  })
  async pools(@Root() { id }: OrganisationRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, poolsOfFoundation, id, null, page);
  }
}
