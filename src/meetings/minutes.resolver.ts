import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { approveMinutes } from './approve-minutes';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { KEEPERS, meetingKeeper } from './meeting.policy';
import { meetingById } from './meeting.reader';
import type { MinutesRow } from './minutes.entity';
import {
  ApproveMinutesInput,
  ApproveMinutesPayload,
  MeetingMinutes,
  MeetingMinutesConnection,
  WriteMinutesInput,
  WriteMinutesPayload,
} from './minutes.graphql';
import {
  approvedMinutes,
  approvedVersions,
  minutesById,
  versionsOfMinutes,
} from './minutes.reader';
import { writeMinutes } from './write-minutes';

tenantNode('MeetingMinutes', (context, ref) => context.load(minutesById, ref.communityId, ref.id));

@Resolver(() => MeetingMinutes)
export class MeetingMinutesResolver {
  @Mutation(() => WriteMinutesPayload, {
    description:
      'Writes a version of the minutes of a meeting that has begun. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, MEETING_NOT_BEGUN, MEETING_CANCELLED.',
  })
  @Allow(byCommand(KEEPERS))
  async writeMinutes(
    @Arg('input', () => WriteMinutesInput) input: WriteMinutesInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ minutes: await writeMinutes(work, input) }));
  }

  @Mutation(() => ApproveMinutesPayload, {
    description:
      'Approves the last version of the minutes of a meeting that is closed; another person than ' +
      'who wrote it. Codes: ID_UNKNOWN, MEETING_CANCELLED, MEETING_NOT_CLOSED, ' +
      'MINUTES_SUPERSEDED, MINUTES_APPROVED, SECOND_PERSON_NEEDED.',
  })
  @Allow(byCommand(KEEPERS))
  async approveMinutes(
    @Arg('input', () => ApproveMinutesInput) input: ApproveMinutesInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ minutes: await approveMinutes(work, input) }));
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: MinutesRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who wrote it.' })
  async writtenBy(@Root() { writtenBy }: MinutesRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, writtenBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who approved it, if it is.' })
  async approvedBy(@Root() { approvedBy }: MinutesRow, @Ctx() context: Context) {
    return approvedBy && (await context.load(personById, CITY, approvedBy));
  }
}

@Resolver(() => Meeting)
export class MinutesOfMeetingResolver {
  @FieldResolver(() => MeetingMinutes, {
    nullable: true,
    description: 'Its minutes: the last version that was approved; null where none is.',
  })
  async minutes(@Root() { communityId, id }: MeetingRow, @Ctx() context: Context) {
    return await context.load(approvedMinutes, communityId, id);
  }

  @FieldResolver(() => MeetingMinutesConnection, {
    description: 'All versions of its minutes that were approved, the first first.',
  })
  async approvedMinutes(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, approvedVersions, { communityId, ownerId }, page);
  }

  @FieldResolver(() => MeetingMinutesConnection, {
    nullable: true,
    description: 'All versions of its minutes, also those that nobody has approved.',
  })
  @Allow(meetingKeeper)
  async minutesVersions(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, versionsOfMinutes, { communityId, ownerId }, page);
  }
}
