import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { cancelMeeting } from './cancel-meeting';
import { changeMeeting } from './change-meeting';
import { closeMeeting } from './close-meeting';
import { conveneMeeting } from './convene-meeting';
import {
  CancelMeetingInput,
  CancelMeetingPayload,
  ChangeMeetingInput,
  ChangeMeetingPayload,
  CloseMeetingInput,
  CloseMeetingPayload,
  ConveneMeetingInput,
  ConveneMeetingPayload,
} from './meeting-acts.graphql';
import { KEEPERS } from './meeting.policy';

@Resolver()
export class MeetingActsResolver {
  @Mutation(() => ConveneMeetingPayload, {
    description:
      'Convenes a meeting with the notice that its kind asks for. Codes: ID_UNKNOWN, ' +
      'MEETING_PLACE, COUNCIL_NEEDED, COUNCIL_UNASKED, COUNCIL_ELSEWHERE, COUNCIL_DISSOLVED, ' +
      'COUNCIL_NOT_SITTING, MOTION_UNASKED, OTHER_COMMUNITY, MOTION_ELSEWHERE, TEXT_LENGTH, ' +
      'AGENDA_NEEDED, LINK_UNREADABLE, MEETING_LENGTH, NOTICE_TOO_SHORT, MEETING_TOO_FAR.',
  })
  @Allow(byCommand('Whose layer convenes such meetings there, and members of the council'))
  async conveneMeeting(
    @Arg('input', () => ConveneMeetingInput) input: ConveneMeetingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ meeting: await conveneMeeting(work, input) }));
  }

  @Mutation(() => ChangeMeetingPayload, {
    description:
      'Announces a meeting anew before it begins; what was announced stays to be read. Another ' +
      'moment asks for the whole notice again. Codes: ID_UNKNOWN, TEXT_LENGTH, AGENDA_NEEDED, ' +
      'LINK_UNREADABLE, MEETING_LENGTH, MEETING_CANCELLED, MEETING_CLOSED, MEETING_BEGUN, ' +
      'NOTICE_TOO_SHORT, MEETING_TOO_FAR, COUNCIL_DISSOLVED, COUNCIL_NOT_SITTING.',
  })
  @Allow(byCommand(KEEPERS))
  async changeMeeting(
    @Arg('input', () => ChangeMeetingInput) input: ChangeMeetingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ meeting: await changeMeeting(work, input) }));
  }

  @Mutation(() => CancelMeetingPayload, {
    description:
      'Cancels a meeting with a reason, until it is closed. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'MEETING_CANCELLED, MEETING_CLOSED.',
  })
  @Allow(byCommand(KEEPERS))
  async cancelMeeting(
    @Arg('input', () => CancelMeetingInput) input: CancelMeetingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ meeting: await cancelMeeting(work, input) }));
  }

  @Mutation(() => CloseMeetingPayload, {
    description:
      'Closes a meeting that was held: who came is settled and counted, and the motion of a ' +
      'hearing has been heard. Codes: ID_UNKNOWN, MEETING_CANCELLED, MEETING_CLOSED, ' +
      'MEETING_NOT_BEGUN, HEARING_GOES_ON, LISTS_WAITING, NOBODY_CAME, NO_RESIDENT_CAME.',
  })
  @Allow(byCommand(KEEPERS))
  async closeMeeting(
    @Arg('input', () => CloseMeetingInput) input: CloseMeetingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ meeting: await closeMeeting(work, input) }));
  }
}
