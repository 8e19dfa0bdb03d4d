import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { agreeAction } from './agree-action';
import { finishAction } from './finish-action';
import {
  AgreeActionInput,
  AgreeActionPayload,
  FinishActionInput,
  FinishActionPayload,
  NoteGroupInput,
  NoteGroupPayload,
  OpenGroupInput,
  OpenGroupPayload,
} from './group.graphql';
import { KEEPERS } from './meeting.policy';
import { noteGroup } from './note-group';
import { openGroup } from './open-group';

@Resolver()
export class MeetingGroupActsResolver {
  @Mutation(() => OpenGroupPayload, {
    description:
      'Opens the group that works at a topic, once the meeting has begun. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, MEETING_CANCELLED, MEETING_CLOSED, NO_GROUPS, MEETING_NOT_BEGUN, ' +
      'TOPIC_DECIDED, GROUP_OPEN.',
  })
  @Allow(byCommand(`Who proposed the topic. ${KEEPERS}`))
  async openGroup(
    @Arg('input', () => OpenGroupInput) input: OpenGroupInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ group: await openGroup(work, input) }));
  }

  @Mutation(() => NoteGroupPayload, {
    description:
      'Writes down what a group came to, in place of what stood there. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, GROUP_PEOPLE_RANGE, MEETING_CANCELLED, MEETING_CLOSED.',
  })
  @Allow(byCommand(`Who opened the group. ${KEEPERS}`))
  async noteGroup(
    @Arg('input', () => NoteGroupInput) input: NoteGroupInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ group: await noteGroup(work, input) }));
  }

  @Mutation(() => AgreeActionPayload, {
    description:
      'Writes down what was agreed to be done, by whom and by when. Codes: ID_UNKNOWN, ' +
      'GROUP_ELSEWHERE, TEXT_LENGTH, DOER_NEEDED, NOT_HERE, OTHER_COMMUNITY, RESIDENT_GONE, ' +
      'DAY_UNREADABLE, DAY_PAST, MEETING_CANCELLED, MEETING_CLOSED, MEETING_NOT_BEGUN.',
  })
  @Allow(byCommand(`Who opened the group. ${KEEPERS}`))
  async agreeAction(
    @Arg('input', () => AgreeActionInput) input: AgreeActionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ action: await agreeAction(work, input) }));
  }

  @Mutation(() => FinishActionPayload, {
    description:
      'Says that an action is done and what came of it. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'ACTION_DONE.',
  })
  @Allow(byCommand(`The resident, or people of the organisation, who do it. ${KEEPERS}`))
  async finishAction(
    @Arg('input', () => FinishActionInput) input: FinishActionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ action: await finishAction(work, input) }));
  }
}
