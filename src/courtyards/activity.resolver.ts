import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { addMonths, dayOf } from '../kernel/calendar';
import { AGE_BANDS } from '../reports/figures';
import { PeopleCount } from '../reports/monthly-report.graphql';
import { shown, type Telling } from '../reports/shown';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { ResidentConnection } from '../society/resident.graphql';
import type { ActivityRow } from './activity.entity';
import { Activity, ActivityBand, ActivityConnection } from './activity.graphql';
import {
  activitiesOfPlace,
  activityById,
  bandsOfActivity,
  participantsOf,
} from './activity.reader';
import { CourtyardBody } from './courtyard.graphql';
import { bodyById } from './courtyard-body.reader';
import { activityKeeper } from './courtyard.policy';

tenantNode('Activity', (context, ref) => context.load(activityById, ref.communityId, ref.id));

/** How closely people of an activity are told of: exactly to who keeps the list. */
async function tellingOf(context: Context, activity: ActivityRow): Promise<Telling> {
  const at = await place(context, activity.placeId);
  if (!at) throw new Error(`There is no place ${activity.placeId}`);
  const month = `${dayOf(activity.startsAt, at.timeZone).slice(0, 7)}-01`;
  return {
    isExact: await activityKeeper.allows(context, activity as never),
    isOver: addMonths(month, 1) <= dayOf(context.now, at.timeZone),
  };
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'The courtyard.' })
  async place(@Root() { placeId }: ActivityRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => CourtyardBody, {
    nullable: true,
    description: 'The body that stood for the courtyard when it was announced: who holds it.',
  })
  async body(@Root() { communityId, bodyId }: ActivityRow, @Ctx() context: Context) {
    return await context.load(bodyById, communityId, bodyId);
  }

  @FieldResolver(() => PeopleCount, {
    nullable: true,
    description: 'How many residents took part; null unless it was held.',
  })
  async people(@Root() activity: ActivityRow, @Ctx() context: Context) {
    if (activity.participants === null) return null;
    return shown(activity.participants, await tellingOf(context, activity));
  }

  @FieldResolver(() => [ActivityBand], {
    description: 'The same by age on that day, the youngest first; empty unless it was held.',
  })
  async participation(@Root() activity: ActivityRow, @Ctx() context: Context) {
    if (activity.participants === null) return [];
    const { communityId, id } = activity;
    const [bands, telling] = await Promise.all([
      context.loadMany(bandsOfActivity, communityId, id),
      tellingOf(context, activity),
    ]);
    return AGE_BANDS.map((band) => ({
      band,
      people: shown(bands.find((each) => each.band === band)?.people ?? 0, telling),
    }));
  }

  @FieldResolver(() => ResidentConnection, {
    nullable: true,
    description: 'Who took part.',
  })
  @Allow(activityKeeper)
  async participants(
    @Root() { communityId, id }: ActivityRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, participantsOf, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Place)
export class PlaceActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      'What is and was held there, announced last first; of a community, in its courtyards.',
  })
  async activities(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, activitiesOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
