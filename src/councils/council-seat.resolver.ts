import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { dayOf } from '../kernel/calendar';
import type { Page } from '../kernel/page';
import { place } from '../society/place.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import { Viewer, type ViewerRow } from '../society/viewer.graphql';
import { personById } from '../society/person.reader';
import { Person } from '../society/person.graphql';
import type { CouncilSeatRow } from './council-seat.entity';
import { CouncilSeat, CouncilSeatConnection } from './council-seat.graphql';
import { seatById, seatsOfResident } from './council-seat.reader';
import { Council } from './council.graphql';
import { councilById } from './council.reader';

tenantNode('CouncilSeat', (context, ref) => context.load(seatById, ref.communityId, ref.id));

@Resolver(() => CouncilSeat)
export class CouncilSeatResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The member's full name: a seat is a public office.",
  })
  async name(@Root() { communityId, residentId }: CouncilSeatRow, @Ctx() context: Context) {
    return (await context.load(residentById, communityId, residentId))?.name ?? null;
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The member as a resident, whose fields have policies of their own.',
  })
  async resident(@Root() { communityId, residentId }: CouncilSeatRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council.' })
  async council(@Root() { communityId, councilId }: CouncilSeatRow, @Ctx() context: Context) {
    return await context.load(councilById, communityId, councilId);
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council of the group for which the member sits; null: for everybody.',
  })
  async group(@Root() { communityId, groupId }: CouncilSeatRow, @Ctx() context: Context) {
    return groupId === null ? null : await context.load(councilById, communityId, groupId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who ended it early; null where nobody did.',
  })
  async endedBy(@Root() { endedBy }: CouncilSeatRow, @Ctx() context: Context) {
    return endedBy === null ? null : await context.load(personById, CITY, endedBy);
  }
}

@Resolver(() => Viewer)
export class ViewerSeatsResolver {
  @FieldResolver(() => CouncilSeatConnection, {
    description: 'The seats in councils that the signed-in person holds today, as a resident.',
  })
  async seats(
    @Root() _viewer: ViewerRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<CouncilSeatRow>> {
    const [home] = context.actor.residences;
    // Who lives nowhere here holds no seat, and is told so by a page like any other.
    const { communityId, residentId: ownerId } = home ?? { communityId: CITY, residentId: CITY };
    const at = home ? await place(context, communityId) : null;
    const about = dayOf(context.now, at?.timeZone ?? 'utc');
    return await loadKeyset(context, seatsOfResident, { communityId, ownerId, about }, page);
  }
}
