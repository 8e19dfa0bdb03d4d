import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { CouncilRow } from '../councils/council.entity';
import { Council } from '../councils/council.graphql';
import { councilById } from '../councils/council.reader';
import type { MotionRow } from '../motions/motion.entity';
import { Motion } from '../motions/motion.graphql';
import { motionById } from '../motions/motion.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { MeetingChangeRow } from './meeting-change.entity';
import { kindOf, MEETING_KIND_NAMES } from './meeting-kinds';
import { stateAt } from './meeting-state';
import { endOf } from './meeting-times';
import type { MeetingRow } from './meeting.entity';
import {
  Meeting,
  MeetingChange,
  MeetingChangeConnection,
  MeetingConnection,
  MeetingKindRule,
  MeetingStateEnum,
} from './meeting.graphql';
import {
  changesOfMeeting,
  hearingsOfMotion,
  meetingById,
  meetingsOfCouncil,
  meetingsOfPlace,
} from './meeting.reader';

tenantNode('Meeting', (context, ref) => context.load(meetingById, ref.communityId, ref.id));

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => [MeetingKindRule], {
    description: 'What each kind of meeting asks for: the table that the commands ask.',
  })
  @Allow(anyone)
  meetingKinds() {
    return MEETING_KIND_NAMES.map((kind) => ({ kind, ...kindOf(kind) }));
  }

  @FieldResolver(() => MeetingStateEnum, { description: 'How far it is.' })
  state(@Root() meeting: MeetingRow, @Ctx() { now }: Context) {
    return stateAt(meeting, now);
  }

  @FieldResolver(() => MomentScalar, { description: 'When it ends.' })
  endsAt(@Root() meeting: MeetingRow) {
    return endOf(meeting);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'Whose people it is for.' })
  async place(@Root() { placeId }: MeetingRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: "The council that meets; null: it is no council's meeting.",
  })
  async council(@Root() { communityId, councilId }: MeetingRow, @Ctx() context: Context) {
    return councilId && (await context.load(councilById, communityId, councilId));
  }

  @FieldResolver(() => Motion, {
    nullable: true,
    description: 'The motion that a hearing is about; null: it is about none.',
  })
  async motion(@Root() { communityId, motionId }: MeetingRow, @Ctx() context: Context) {
    return motionId && (await context.load(motionById, communityId, motionId));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who convened it.' })
  async convenedBy(@Root() { convenedBy }: MeetingRow, @Ctx() context: Context) {
    return convenedBy && (await context.load(personById, CITY, convenedBy));
  }

  @FieldResolver(() => MeetingChangeConnection, {
    description: 'What was announced before it was changed, in that order.',
  })
  async changes(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, changesOfMeeting, { communityId, ownerId }, page);
  }
}

@Resolver(() => MeetingChange)
export class MeetingChangeResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who changed it.' })
  async changedBy(@Root() { changedBy }: MeetingChangeRow, @Ctx() context: Context) {
    return changedBy && (await context.load(personById, CITY, changedBy));
  }
}

@Resolver(() => Place)
export class PlaceMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    description:
      'Its meetings, the last to come first, those cancelled included; of a community also those ' +
      'of its courtyards and grids.',
  })
  async meetings(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, meetingsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}

@Resolver(() => Council)
export class CouncilMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    description: 'The meetings of its members, the last to come first.',
  })
  async meetings(
    @Root() { communityId, id: ownerId }: CouncilRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, meetingsOfCouncil, { communityId, ownerId }, page);
  }
}

@Resolver(() => Motion)
export class MotionHearingsResolver {
  @FieldResolver(() => MeetingConnection, {
    description: 'The hearings that were convened of it, the last to come first.',
  })
  async hearings(
    @Root() { communityId, id: ownerId }: MotionRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, hearingsOfMotion, { communityId, ownerId }, page);
  }
}
