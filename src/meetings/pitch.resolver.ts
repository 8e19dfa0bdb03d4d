import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { PeopleCount } from '../reports/monthly-report.graphql';
import { mayCountPeople } from '../reports/reports.policy';
import { shown } from '../reports/shown';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { place } from '../society/place.reader';
import { backPitch } from './back-pitch';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { meetingById } from './meeting.reader';
import type { PitchRow } from './pitch.entity';
import {
  BackPitchInput,
  BackPitchPayload,
  MeetingPitch,
  MeetingPitchConnection,
  PitchProjectInput,
  PitchProjectPayload,
} from './pitch.graphql';
import { pitchById, pitchesOfMeeting } from './pitch.reader';
import { pitchProject } from './pitch-project';

tenantNode('MeetingPitch', (context, ref) => context.load(pitchById, ref.communityId, ref.id));

@Resolver(() => MeetingPitch)
export class MeetingPitchResolver {
  @Mutation(() => PitchProjectPayload, {
    description:
      'Presents a project at a pitch fair in the name of an organisation, until the fair ends. ' +
      'Codes: ID_UNKNOWN, NOT_HERE, TEXT_LENGTH, MEETING_CANCELLED, MEETING_CLOSED, NO_PITCHES, ' +
      'MEETING_OVER.',
  })
  @Allow(byCommand('Who holds a role in the organisation'))
  async pitchProject(
    @Arg('input', () => PitchProjectInput) input: PitchProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ pitch: await pitchProject(work, input) }));
  }

  @Mutation(() => BackPitchPayload, {
    description:
      'Backs a project for the household, once; again changes nothing. Codes: ID_UNKNOWN, ' +
      'RESIDENT_GONE, MEETING_CANCELLED, MEETING_CLOSED, MEETING_NOT_BEGUN.',
  })
  @Allow(byCommand('Residents of the community'))
  async backPitch(
    @Arg('input', () => BackPitchInput) input: BackPitchInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ pitch: await backPitch(work, input) }));
  }

  @FieldResolver(() => PeopleCount, {
    nullable: true,
    description: 'How many households back it; to strangers once the fair is closed.',
  })
  async backers(
    @Root() { communityId, meetingId, backers }: PitchRow,
    @Ctx() context: Context,
  ): Promise<PeopleCount | null> {
    const meeting = await context.load(meetingById, communityId, meetingId);
    const at = meeting && (await place(context, meeting.placeId));
    if (!at) return null;
    const isOver = meeting.closedAt !== null;
    return shown(backers, { isExact: mayCountPeople(context.actor, at), isOver });
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'Who presents it.' })
  async organisation(@Root() { organisationId }: PitchRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The pitch fair.' })
  async meeting(@Root() { communityId, meetingId }: PitchRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }
}

@Resolver(() => Meeting)
export class MeetingPitchesResolver {
  @FieldResolver(() => MeetingPitchConnection, {
    description: 'The projects presented at it, in the order in which they were.',
  })
  async pitches(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, pitchesOfMeeting, { communityId, ownerId }, page);
  }
}
