import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import type { ActionRow } from './action.entity';
import type { GroupRow } from './group.entity';
import {
  MeetingAction,
  MeetingActionConnection,
  MeetingGroup,
  MeetingGroupConnection,
} from './group.graphql';
import {
  actionById,
  actionsOfGroup,
  actionsOfMeeting,
  groupById,
  groupOfTopic,
  groupsOfMeeting,
} from './group.reader';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { meetingById } from './meeting.reader';
import type { TopicRow } from './topic.entity';
import { MeetingTopic } from './topic.graphql';
import { topicById } from './topic.reader';

tenantNode('MeetingGroup', (context, ref) => context.load(groupById, ref.communityId, ref.id));
tenantNode('MeetingAction', (context, ref) => context.load(actionById, ref.communityId, ref.id));

@Resolver(() => MeetingGroup)
export class MeetingGroupResolver {
  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: GroupRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => MeetingTopic, { nullable: true, description: 'What it works at.' })
  async topic(@Root() { communityId, topicId }: GroupRow, @Ctx() context: Context) {
    return await context.load(topicById, communityId, topicId);
  }

  @FieldResolver(() => MeetingActionConnection, {
    description: 'What it agreed to do, in the order in which it did.',
  })
  async actions(
    @Root() { communityId, id: ownerId }: GroupRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, actionsOfGroup, { communityId, ownerId }, page);
  }
}

@Resolver(() => MeetingAction)
export class MeetingActionResolver {
  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: ActionRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => MeetingGroup, {
    nullable: true,
    description: 'The group that agreed on it; null: the whole meeting.',
  })
  async group(@Root() { communityId, groupId }: ActionRow, @Ctx() context: Context) {
    return groupId && (await context.load(groupById, communityId, groupId));
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that does it; null: a resident does.',
  })
  async organisation(@Root() { organisationId }: ActionRow, @Ctx() context: Context) {
    return organisationId && (await context.load(organisationById, CITY, organisationId));
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The resident who does it, whose fields have policies of their own.',
  })
  async resident(@Root() { communityId, residentId }: ActionRow, @Ctx() context: Context) {
    return residentId && (await context.load(residentById, communityId, residentId));
  }
}

@Resolver(() => Meeting)
export class MeetingGroupsResolver {
  @FieldResolver(() => MeetingGroupConnection, {
    description: 'Its groups, in the order in which they were opened.',
  })
  async groups(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, groupsOfMeeting, { communityId, ownerId }, page);
  }

  @FieldResolver(() => MeetingActionConnection, {
    description: 'What was agreed to be done, by its groups too, in the order in which it was.',
  })
  async actions(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, actionsOfMeeting, { communityId, ownerId }, page);
  }
}

@Resolver(() => MeetingTopic)
export class TopicGroupResolver {
  @FieldResolver(() => MeetingGroup, {
    nullable: true,
    description: 'The group that works at it; null where none does.',
  })
  async group(@Root() { communityId, id }: TopicRow, @Ctx() context: Context) {
    return await context.load(groupOfTopic, communityId, id);
  }
}
