import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow } from '../api/policy';
import { placeReportReader } from '../reports/reports.policy';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { MeetingParticipation } from './participation.graphql';
import { participationOfMeeting, participationOfYear } from './participation.reader';

@Resolver(() => Meeting)
export class MeetingParticipationResolver {
  @FieldResolver(() => MeetingParticipation, {
    nullable: true,
    description:
      'Who came by age, once it is closed; no small numbers of people to strangers. Null before.',
  })
  async participation(@Root() meeting: MeetingRow, @Ctx() context: Context) {
    return await participationOfMeeting(context, meeting);
  }
}

@Resolver(() => Place)
export class PlaceMeetingParticipationResolver {
  @FieldResolver(() => MeetingParticipation, {
    nullable: true,
    description:
      'Who came to the meetings of a year by age, each resident counted once; of a street or ' +
      'above, in all its communities. Strangers are told of the months that are over, and of no ' +
      'small numbers of people.',
  })
  @Allow(placeReportReader)
  async meetingParticipation(
    @Root() at: PlaceRow,
    @Arg('year', () => Int, { description: 'The year, 2000 to 2100.' }) year: number,
    @Ctx() context: Context,
  ) {
    return await participationOfYear(context, at, year);
  }
}
