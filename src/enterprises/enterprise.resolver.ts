import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { dayOf } from '../kernel/calendar';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { DeclarationConnection } from './declaration.graphql';
import { declarationsOfEnterprise, overduePledgesOfPlace } from './declaration.reader';
import { RoutingPlanConnection } from './routing-plan.graphql';
import { plansOfEnterprise } from './routing-plan.reader';

@Resolver(() => Organisation)
export class EnterpriseResolver {
  @FieldResolver(() => DeclarationConnection, {
    description: 'What it declared, the latest period first; empty for what is no enterprise.',
  })
  async declarations(
    @Root() { id: ownerId }: OrganisationRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const owner = { communityId: CITY, ownerId };
    return await loadKeyset(context, declarationsOfEnterprise, owner, page);
  }

  @FieldResolver(() => RoutingPlanConnection, {
    description: 'Its plans, the one set last first; empty for what is no enterprise.',
  })
  async routingPlans(
    @Root() { id: ownerId }: OrganisationRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, plansOfEnterprise, { communityId: CITY, ownerId }, page);
  }
}

@Resolver(() => Place)
export class PlacePledgesResolver {
  @FieldResolver(() => DeclarationConnection, {
    description: 'Promises in its books that are overdue, the longest overdue first.',
  })
  async overduePledges(
    @Root() { id: ownerId, timeZone }: PlaceRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const owner = { communityId: CITY, ownerId, about: dayOf(context.now, timeZone) };
    return await loadKeyset(context, overduePledgesOfPlace, owner, page);
  }
}
