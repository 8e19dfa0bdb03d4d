import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { attendMeeting } from './attend-meeting';
import {
  AttendMeetingInput,
  AttendMeetingPayload,
  RecordMeetingAttendanceInput,
  RecordMeetingAttendancePayload,
  RejectMeetingAttendanceInput,
  RejectMeetingAttendancePayload,
  RepresentOrganisationInput,
  RepresentOrganisationPayload,
  WitnessMeetingAttendanceInput,
  WitnessMeetingAttendancePayload,
} from './attendance.graphql';
import { recordMeetingAttendance } from './record-meeting-attendance';
import { rejectMeetingAttendance } from './reject-meeting-attendance';
import { representOrganisation } from './represent-organisation';
import { witnessMeetingAttendance } from './witness-meeting-attendance';

@Resolver()
export class MeetingAttendanceActsResolver {
  @Mutation(() => AttendMeetingPayload, {
    description:
      'Signs in to a meeting on line while it is held; again changes nothing. Codes: ID_UNKNOWN, ' +
      'MEETING_CANCELLED, MEETING_CLOSED, MEETING_NOT_BEGUN, MEETING_OVER, NOT_FOR_RESIDENTS, ' +
      'RESIDENT_GONE, NOT_IN_COUNCIL.',
  })
  @Allow(byCommand('Residents of the community'))
  async attendMeeting(
    @Arg('input', () => AttendMeetingInput) input: AttendMeetingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      attendance: await attendMeeting(work, input),
    }));
  }

  @Mutation(() => RepresentOrganisationPayload, {
    description:
      'Comes to a meeting in the name of an organisation while it is held. Codes: ID_UNKNOWN, ' +
      'NOT_HERE, MEETING_CANCELLED, MEETING_CLOSED, MEETING_NOT_BEGUN, MEETING_OVER, ' +
      'NOT_FOR_ORGANISATIONS.',
  })
  @Allow(byCommand('Who holds a role in the organisation'))
  async representOrganisation(
    @Arg('input', () => RepresentOrganisationInput) input: RepresentOrganisationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      meeting: await representOrganisation(work, input),
    }));
  }

  @Mutation(() => RecordMeetingAttendancePayload, {
    description:
      'Records who sits in the room. It counts once another person has counted as many. Codes: ' +
      'ID_UNKNOWN, ATTENDANCE_COUNT, OTHER_COMMUNITY, RESIDENT_TWICE, MEETING_CANCELLED, ' +
      'MEETING_CLOSED, MEETING_NOT_BEGUN, NOT_FOR_RESIDENTS, RESIDENT_GONE, NOT_IN_COUNCIL, ' +
      'LISTED_ALREADY.',
  })
  @Allow(byCommand('Cadres and officers of the place'))
  async recordMeetingAttendance(
    @Arg('input', () => RecordMeetingAttendanceInput) input: RecordMeetingAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      list: await recordMeetingAttendance(work, input),
    }));
  }

  @Mutation(() => WitnessMeetingAttendancePayload, {
    description:
      'Confirms a list of who sits in the room by counting again; another person than its clerk. ' +
      'Codes: ID_UNKNOWN, MEETING_CANCELLED, MEETING_CLOSED, LIST_DECIDED, SECOND_PERSON_NEEDED, ' +
      'HEADS_DIFFER.',
  })
  @Allow(byCommand('Cadres and officers of the place, and residents who stand on the list'))
  async witnessMeetingAttendance(
    @Arg('input', () => WitnessMeetingAttendanceInput) input: WitnessMeetingAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      list: await witnessMeetingAttendance(work, input),
    }));
  }

  @Mutation(() => RejectMeetingAttendancePayload, {
    description:
      'Lets a list that waits count for nothing, with a reason. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'MEETING_CANCELLED, MEETING_CLOSED, LIST_DECIDED.',
  })
  @Allow(byCommand('Cadres and officers of the place'))
  async rejectMeetingAttendance(
    @Arg('input', () => RejectMeetingAttendanceInput) input: RejectMeetingAttendanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      list: await rejectMeetingAttendance(work, input),
    }));
  }
}
