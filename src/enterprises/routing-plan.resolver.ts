import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import { placeById } from '../society/place.reader';
import type { RoutingPlanRow } from './routing-plan.entity';
import {
  RoutingPlan,
  RoutingShare,
  SetRoutingPlanInput,
  SetRoutingPlanPayload,
} from './routing-plan.graphql';
import { planById, sharesOfPlan } from './routing-plan.reader';
import type { RoutingPlanShareRow } from './routing-plan-share.entity';
import { setRoutingPlan } from './set-routing-plan';

tenantNode('RoutingPlan', (context, ref) => context.load(planById, ref.communityId, ref.id));

@Resolver(() => RoutingPlan)
export class RoutingPlanResolver {
  @FieldResolver(() => Organisation, { description: 'The social enterprise.' })
  async enterprise(@Root() { enterpriseId }: RoutingPlanRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, enterpriseId);
  }

  @FieldResolver(() => Place, { description: 'The place in whose books the promises stand.' })
  async place(@Root() { communityId }: RoutingPlanRow, @Ctx() context: Context) {
    return await context.load(placeById, CITY, communityId);
  }

  @FieldResolver(() => [RoutingShare], { description: 'Its pools with their weights, 20 at most.' })
  async shares(@Root() { communityId, id }: RoutingPlanRow, @Ctx() context: Context) {
    return await context.loadMany(sharesOfPlan, communityId, id);
  }

  @Mutation(() => SetRoutingPlanPayload, {
    description:
      'Sets how remittances are split over pools from a day on. Codes: ID_UNKNOWN, ' +
      'ORGANISATION_KIND, KEEPS_NO_BOOKS, ENTERPRISE_ELSEWHERE, RESOLUTION_NEEDED, PLAN_SIZE, ' +
      'POOL_TWICE, WEIGHT_RANGE, POOL_CLOSED, POOL_EARMARKED, WRONG_CURRENCY, PLAN_IN_PAST.',
  })
  @Allow(byCommand("The enterprise's director"))
  async setRoutingPlan(
    @Arg('input', () => SetRoutingPlanInput) input: SetRoutingPlanInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ plan: await setRoutingPlan(work, input) }));
  }
}

@Resolver(() => RoutingShare)
export class RoutingShareResolver {
  @FieldResolver(() => Pool, { description: 'The pool.' })
  async pool(@Root() { booksId, poolId }: RoutingPlanShareRow, @Ctx() context: Context) {
    return await context.load(poolById, booksId, poolId);
  }
}
