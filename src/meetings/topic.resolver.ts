import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import type { GivenAct } from '../motions/act-of';
import type { MotionRow } from '../motions/motion.entity';
import { Motion } from '../motions/motion.graphql';
import { motionById } from '../motions/motion.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { MeetingRow } from './meeting.entity';
import { Meeting } from './meeting.graphql';
import { KEEPERS } from './meeting.policy';
import { meetingById } from './meeting.reader';
import { noteTopicAsNeed } from './note-topic-as-need';
import { proposeTopic } from './propose-topic';
import type { TopicRow } from './topic.entity';
import {
  MeetingTopic,
  MeetingTopicConnection,
  NoteTopicAsNeedInput,
  NoteTopicAsNeedPayload,
  ProposeTopicInput,
  ProposeTopicPayload,
  TurnTopicIntoMotionInput,
  TurnTopicIntoMotionPayload,
  WithdrawTopicInput,
  WithdrawTopicPayload,
} from './topic.graphql';
import { topicById, topicsOfMeeting, topicsOfMotion } from './topic.reader';
import { turnTopicIntoMotion } from './turn-topic-into-motion';
import { withdrawTopic } from './withdraw-topic';

tenantNode('MeetingTopic', (context, ref) => context.load(topicById, ref.communityId, ref.id));

@Resolver(() => MeetingTopic)
export class MeetingTopicResolver {
  @Mutation(() => ProposeTopicPayload, {
    description:
      'Proposes a topic for a meeting, until the day before or, of some kinds, until it ends. ' +
      'Codes: ID_UNKNOWN, TEXT_LENGTH, MEETING_CANCELLED, MEETING_CLOSED, TOPICS_NOT_TAKEN, ' +
      'TOPICS_CLOSED.',
  })
  @Allow(byCommand(`${KEEPERS}; residents, and people of organisations where those meet`))
  async proposeTopic(
    @Arg('input', () => ProposeTopicInput) input: ProposeTopicInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ topic: await proposeTopic(work, input) }));
  }

  @Mutation(() => WithdrawTopicPayload, {
    description:
      'Takes a topic off, with a reason that stays to be read. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'TOPIC_DECIDED.',
  })
  @Allow(byCommand(`Who proposed it. ${KEEPERS}`))
  async withdrawTopic(
    @Arg('input', () => WithdrawTopicInput) input: WithdrawTopicInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ topic: await withdrawTopic(work, input) }));
  }

  @Mutation(() => NoteTopicAsNeedPayload, {
    description:
      'Notes what a topic comes down to as a need. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'MEETING_NOT_BEGUN, MEETING_CANCELLED, TOPIC_DECIDED.',
  })
  @Allow(byCommand(KEEPERS))
  async noteTopicAsNeed(
    @Arg('input', () => NoteTopicAsNeedInput) input: NoteTopicAsNeedInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ topic: await noteTopicAsNeed(work, input) }));
  }

  @Mutation(() => TurnTopicIntoMotionPayload, {
    description:
      'Tables a motion that came of a topic, at the place of its meeting, as `tableMotion` does. ' +
      'Codes: ID_UNKNOWN, TOPIC_OF_ANOTHER, MEETING_NOT_BEGUN, MEETING_CANCELLED, ' +
      'TOPIC_DECIDED, NO_BODY, ONE_ACT, ' +
      'ACT_ELSEWHERE, BEYOND_COUNCIL, NOT_RESERVED, DECIDED_BY_BOARD, TEXT_LENGTH, ' +
      'MOTION_TWICE, and those of its act.',
  })
  @Allow(byCommand('Who may table a motion as what they say they are'))
  async turnTopicIntoMotion(
    @Arg('input', () => TurnTopicIntoMotionInput) input: TurnTopicIntoMotionInput,
    @Ctx() context: Context,
  ) {
    const given = { ...input, act: input.act as GivenAct | null | undefined };
    return await answer(context, async (work) => ({
      topic: await turnTopicIntoMotion(work, given),
    }));
  }

  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting.' })
  async meeting(@Root() { communityId, meetingId }: TopicRow, @Ctx() context: Context) {
    return await context.load(meetingById, communityId, meetingId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who proposed it.' })
  async proposedBy(@Root() { proposedBy }: TopicRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, proposedBy);
  }

  @FieldResolver(() => Motion, { nullable: true, description: 'The motion that came of it.' })
  async motion(@Root() { communityId, motionId }: TopicRow, @Ctx() context: Context) {
    return motionId && (await context.load(motionById, communityId, motionId));
  }
}

@Resolver(() => Meeting)
export class MeetingTopicsResolver {
  @FieldResolver(() => MeetingTopicConnection, {
    description: 'Its topics, in the order in which they were proposed.',
  })
  async topics(
    @Root() { communityId, id: ownerId }: MeetingRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, topicsOfMeeting, { communityId, ownerId }, page);
  }
}

@Resolver(() => Motion)
export class MotionTopicResolver {
  @FieldResolver(() => MeetingTopic, {
    nullable: true,
    description: 'The topic of a meeting from which it came; null: it was tabled otherwise.',
  })
  async topic(@Root() { communityId, id }: MotionRow, @Ctx() context: Context) {
    return (await context.loadMany(topicsOfMotion, communityId, id))[0] ?? null;
  }
}
