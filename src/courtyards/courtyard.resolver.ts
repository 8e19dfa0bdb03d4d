import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import { Council } from '../councils/council.graphql';
import { councilById } from '../councils/council.reader';
import { dayOf, type Day } from '../kernel/calendar';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place, PlaceConnection } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { autonomyFrom, autonomyKey, autonomyOf, type Autonomy } from './autonomy.reader';
import type { CovenantRow } from './covenant.entity';
import { covenantById, covenantOn, covenantsOfPlace } from './covenant.reader';
import type { CourtyardBodyRow } from './courtyard-body.entity';
import { bodiesOfPlace, bodyById, bodyOn, placeOn } from './courtyard-body.reader';
import {
  Covenant,
  CovenantConnection,
  CourtyardAutonomy,
  CourtyardBody,
  CourtyardBodyConnection,
} from './courtyard.graphql';
import { courtyardsOf } from './courtyard.reader';

tenantNode('CourtyardBody', (context, ref) => context.load(bodyById, ref.communityId, ref.id));
tenantNode('Covenant', (context, ref) => context.load(covenantById, ref.communityId, ref.id));

@Resolver(() => CourtyardBody)
export class CourtyardBodyResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'The courtyard.' })
  async place(@Root() { placeId }: CourtyardBodyRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation, if it is.' })
  async organisation(@Root() { organisationId }: CourtyardBodyRow, @Ctx() context: Context) {
    return organisationId === null
      ? null
      : await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council, if it is one.' })
  async council(@Root() { communityId, councilId }: CourtyardBodyRow, @Ctx() context: Context) {
    return councilId === null ? null : await context.load(councilById, communityId, councilId);
  }
}

@Resolver(() => Covenant)
export class CovenantResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'Whose covenant it is.' })
  async place(@Root() { placeId }: CovenantRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }
}

@Resolver(() => CourtyardAutonomy)
export class CourtyardAutonomyResolver {
  @FieldResolver(() => Boolean)
  holds(@Root() { hasOrganisation, hasCovenant, hasActivities, isOpen }: Autonomy) {
    return hasOrganisation && hasCovenant && hasActivities && isOpen;
  }
}

const ON = { nullable: true, description: 'On which day; today if left out.' };

@Resolver(() => Place)
export class PlaceCourtyardResolver {
  @FieldResolver(() => CourtyardBody, {
    nullable: true,
    description:
      'The body that stands for it on a day; null where none does: only courtyards have.',
  })
  async courtyardBody(
    @Root() at: PlaceRow,
    @Arg('on', () => DayScalar, ON) on: Day | null | undefined,
    @Ctx() context: Context,
  ) {
    const key = placeOn(at.id, on ?? dayOf(context.now, at.timeZone));
    return await context.load(bodyOn, CITY, key);
  }

  @FieldResolver(() => CourtyardBodyConnection, {
    description: 'All bodies that stood for it, the latest first.',
  })
  async courtyardBodies(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, bodiesOfPlace, { communityId: CITY, ownerId: id }, page);
  }

  @FieldResolver(() => Covenant, {
    nullable: true,
    description:
      'Its covenant as it holds on a day: of the versions that have begun, the one adopted last; ' +
      'null where it has none. Communities and courtyards have one each.',
  })
  async covenant(
    @Root() at: PlaceRow,
    @Arg('on', () => DayScalar, ON) on: Day | null | undefined,
    @Ctx() context: Context,
  ) {
    const key = placeOn(at.id, on ?? dayOf(context.now, at.timeZone));
    return await context.load(covenantOn, CITY, key);
  }

  @FieldResolver(() => CovenantConnection, {
    description: 'All versions of its covenant, the one that was adopted last first.',
  })
  async covenants(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, covenantsOfPlace, { communityId: CITY, ownerId: id }, page);
  }

  @FieldResolver(() => CourtyardAutonomy, {
    nullable: true,
    description:
      'Three haves and one openness (三有一公开) as they are today; null but of courtyards.',
  })
  async autonomy(@Root() at: PlaceRow, @Ctx() context: Context): Promise<Autonomy | null> {
    if (at.kind !== 'courtyard') return null;
    const facts = await context.load(autonomyOf, CITY, autonomyKey(at, context.now));
    return facts && autonomyFrom(facts, at, context.now);
  }

  @FieldResolver(() => PlaceConnection, {
    description: 'The courtyards directly in it, in the order they were registered.',
  })
  async courtyards(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, courtyardsOf, id, null, page);
  }
}
