import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({
  implements: Node,
  description: 'Those at an open space who work at one topic (讨论小组, row B10).',
})
@Allow(anyone)
export class MeetingGroup extends Node {
  @Field(() => String, { description: 'Where it sits: by the window.' })
  spot!: string;

  @Field(() => MomentScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'How many worked in it, as it says itself; null before it wrote anything down.',
  })
  people!: number | null;

  @Field(() => String, { nullable: true, description: 'What it came to, as it wrote it down.' })
  notes!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it wrote that down.' })
  notedAt!: Date | null;
}

export const MeetingGroupConnection = connectionOf(MeetingGroup);

@ObjectType({
  implements: Node,
  description: 'What a meeting, or a group of it, agreed to do (行动事项, row B10).',
})
@Allow(anyone)
export class MeetingAction extends Node {
  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => DayScalar, { description: 'The day by which it is done.' })
  dueOn!: Day;

  @Field(() => MomentScalar, { description: 'When it was agreed.' })
  agreedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was done, if it is.' })
  doneAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What came of it, once it is done.' })
  doneNote!: string | null;
}

export const MeetingActionConnection = connectionOf(MeetingAction);

@InputType({ description: 'A group to open.' })
export class OpenGroupInput {
  @Field(() => ID, { description: 'The topic at which it works; one group works at a topic.' })
  topicId!: string;

  @Field(() => String, { description: 'Where it sits, 1 to 100 characters.' })
  spot!: string;
}

@ObjectType({ description: 'The group that was opened.' })
export class OpenGroupPayload extends Payload {
  @Field(() => MeetingGroup, { nullable: true, description: 'The group; null if refused.' })
  group?: MeetingGroup;
}

@InputType({ description: 'What a group came to.' })
export class NoteGroupInput {
  @Field(() => ID, { description: 'The group, of a meeting that is not closed.' })
  groupId!: string;

  @Field(() => Int, { description: 'How many worked in it, 1 to 1,000.' })
  people!: number;

  @Field(() => String, {
    description: 'What it came to, 1 to 4,000 characters; everyone may read it.',
  })
  notes!: string;
}

@ObjectType({ description: 'The group with its notes.' })
export class NoteGroupPayload extends Payload {
  @Field(() => MeetingGroup, { nullable: true, description: 'The group; null if refused.' })
  group?: MeetingGroup;
}

@InputType({
  description: 'What was agreed to be done, and by whom: an organisation or a resident.',
})
export class AgreeActionInput {
  @Field(() => ID, { description: 'The meeting, which has begun.' })
  meetingId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The group of it that agreed; left out: the whole meeting.',
  })
  groupId?: string | null;

  @Field(() => String, { description: 'What is to be done, 1 to 2,000 characters.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that does it.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The resident who does it.' })
  residentId?: string | null;

  @Field(() => DayScalar, { description: 'By when: the day of the meeting or a later one.' })
  dueOn!: Day;
}

@ObjectType({ description: 'The action that was agreed on.' })
export class AgreeActionPayload extends Payload {
  @Field(() => MeetingAction, { nullable: true, description: 'The action; null if refused.' })
  action?: MeetingAction;
}

@InputType({ description: 'An action that is done.' })
export class FinishActionInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => String, {
    description: 'What came of it, 1 to 2,000 characters; everyone may read it.',
  })
  note!: string;
}

@ObjectType({ description: 'The action that is done.' })
export class FinishActionPayload extends Payload {
  @Field(() => MeetingAction, { nullable: true, description: 'The action; null if refused.' })
  action?: MeetingAction;
}
