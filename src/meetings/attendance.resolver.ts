import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { ownResidence } from '../ballots/ballot.policy';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { keepsResident } from '../society/resident.policy';
import { residentById } from '../society/resident.reader';
import type { AttendanceListRow } from './attendance-list.entity';
import type { AttendanceRow } from './attendance.entity';
import {
  MeetingAttendance,
  MeetingAttendanceConnection,
  MeetingAttendanceList,
  MeetingAttendanceListConnection,
  MeetingQuorum,
  MeetingRepresentative,
  MeetingRepresentativeConnection,
} from './attendance.graphql';
import {
  attendanceListById,
  attendanceOf,
  attendanceOfMeeting,
  attendanceOfResident,
  cameTo,
  listsOfMeeting,
  representativesOfMeeting,
} from './attendance.reader';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { meetingRegistrar } from './meeting.policy';
import { meetingById } from './meeting.reader';
import { quorumOf } from './quorum';
import type { RepresentativeRow } from './representative.entity';

tenantNode('MeetingAttendanceList', (context, ref) =>
  context.load(attendanceListById, ref.communityId, ref.id),
);

@Resolver(() => Meeting)
export class MeetingAttendanceOfResolver {
  @FieldResolver(() => MeetingAttendanceConnection, {
    nullable: true,
    description:
      'Who came, those on lists that wait for their witness among them; by name for cadres and ' +
      'officers, of a council meeting for everyone.',
  })
  @Allow(meetingRegistrar)
  async attendance(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, attendanceOfMeeting, { communityId, ownerId }, page);
  }

  @FieldResolver(() => MeetingAttendance, {
    nullable: true,
    description: 'That the signed-in resident came; null: they did not, or nobody is signed in.',
  })
  async myAttendance(@Root() { communityId, id }: MeetingRow, @Ctx() context: Context) {
    const own = ownResidence(context.actor, communityId);
    return own && (await context.load(attendanceOf, communityId, cameTo(id, own.residentId)));
  }

  @FieldResolver(() => MeetingAttendanceListConnection, {
    description: 'The lists of who sits in the room, in the order in which they were recorded.',
  })
  async attendanceLists(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, listsOfMeeting, { communityId, ownerId }, page);
  }

  @FieldResolver(() => MeetingRepresentativeConnection, {
    description: 'The organisations that came.',
  })
  async organisations(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, representativesOfMeeting, { communityId, ownerId }, page);
  }

  @FieldResolver(() => MeetingQuorum, {
    nullable: true,
    description: 'Of a council meeting: whether enough members came; null of any other.',
  })
  async quorum(@Root() meeting: MeetingRow, @Ctx() context: Context) {
    return await quorumOf(context, meeting);
  }
}

@Resolver(() => MeetingAttendance)
export class MeetingAttendanceResolver {
  @FieldResolver(() => Resident, { nullable: true, description: 'Who came.' })
  async resident(@Root() { communityId, residentId }: AttendanceRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: AttendanceRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => MeetingAttendanceList, {
    nullable: true,
    description: 'The list of the room on which they stand; null: they only signed in on line.',
  })
  async list(@Root() { communityId, listId }: AttendanceRow, @Ctx() context: Context) {
    return listId && (await context.load(attendanceListById, communityId, listId));
  }
}

@Resolver(() => MeetingAttendanceList)
export class MeetingAttendanceListResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many stand on it; null while it waits: the witness counts without seeing it.',
  })
  people(@Root() { state, people }: AttendanceListRow) {
    return state === 'waiting' ? null : people;
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: AttendanceListRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The clerk.' })
  async recordedBy(@Root() { recordedBy }: AttendanceListRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The witness, or who rejected it.' })
  async decidedBy(@Root() { decidedBy }: AttendanceListRow, @Ctx() context: Context) {
    return decidedBy && (await context.load(personById, CITY, decidedBy));
  }
}

@Resolver(() => MeetingRepresentative)
export class MeetingRepresentativeResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation.' })
  async organisation(@Root() { organisationId }: RepresentativeRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who came for it.' })
  async person(@Root() { personId }: RepresentativeRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, personId);
  }
}

@Resolver(() => Resident)
export class ResidentMeetingsResolver {
  @FieldResolver(() => MeetingAttendanceConnection, {
    nullable: true,
    description: 'The meetings to which the resident came, in the order they were convened.',
  })
  @Allow(keepsResident)
  async meetings(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, attendanceOfResident, { communityId, ownerId }, page);
  }
}
