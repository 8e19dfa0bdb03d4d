import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { MotionActInput } from '../motions/motion-act.graphql';
import { PersonTablerEnum } from '../motions/motion-acts.graphql';
import type { PersonTabler } from '../motions/tabler';
import type { TopicEnd } from './topic.entity';

export const TopicEndEnum = enumType<TopicEnd>('TopicEnd', 'What became of a topic.', {
  motion: 'A motion was tabled.',
  need: 'It is noted as a need.',
  withdrawn: 'It was taken off, with a reason.',
});

@ObjectType({
  implements: Node,
  description: 'What somebody wants a meeting to talk of (议题征集, rows A4, B10).',
})
@Allow(anyone)
export class MeetingTopic extends Node {
  @Field(() => String, { description: 'What it is, in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What it is about.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it was proposed on the day of the meeting.' })
  onTheDay!: boolean;

  @Field(() => MomentScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => TopicEndEnum, {
    nullable: true,
    description: 'What became of it; null: nothing yet.',
  })
  became!: TopicEnd | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is needed, or why it was withdrawn.',
  })
  note!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When that was, if it was.' })
  decidedAt!: Date | null;
}

export const MeetingTopicConnection = connectionOf(MeetingTopic);

@InputType({ description: 'A topic for a meeting.' })
export class ProposeTopicInput {
  @Field(() => ID, { description: 'The meeting, which takes topics.' })
  meetingId!: string;

  @Field(() => String, { description: 'What it is, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, {
    description: 'What it is about, 1 to 2,000 characters; everyone may read it.',
  })
  text!: string;
}

@ObjectType({ description: 'The topic that was proposed.' })
export class ProposeTopicPayload extends Payload {
  @Field(() => MeetingTopic, { nullable: true, description: 'The topic; null if refused.' })
  topic?: MeetingTopic;
}

@InputType({ description: 'A topic to take off.' })
export class WithdrawTopicInput {
  @Field(() => ID, { description: 'The topic, of which nothing has become.' })
  topicId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The topic that was taken off.' })
export class WithdrawTopicPayload extends Payload {
  @Field(() => MeetingTopic, { nullable: true, description: 'The topic; null if refused.' })
  topic?: MeetingTopic;
}

@InputType({ description: 'A topic that comes down to a need.' })
export class NoteTopicAsNeedInput {
  @Field(() => ID, { description: 'The topic, of which nothing has become.' })
  topicId!: string;

  @Field(() => String, {
    description: 'What is needed, 1 to 2,000 characters; everyone may read it.',
  })
  need!: string;
}

@ObjectType({ description: 'The topic that is a need.' })
export class NoteTopicAsNeedPayload extends Payload {
  @Field(() => MeetingTopic, { nullable: true, description: 'The topic; null if refused.' })
  topic?: MeetingTopic;
}

@InputType({ description: 'A topic from which a motion comes.' })
export class TurnTopicIntoMotionInput {
  @Field(() => ID, { description: 'The topic, of which nothing has become.' })
  topicId!: string;

  @Field(() => PersonTablerEnum, { description: 'As whom the motion is tabled.' })
  tabledAs!: PersonTabler;

  @Field(() => String, {
    nullable: true,
    description: "The motion's title, 1 to 100 characters; the topic's if left out.",
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The motion's text, 1 to 5,000 characters; the topic's if left out.",
  })
  text?: string | null;

  @Field(() => MotionActInput, {
    nullable: true,
    description: 'The act that it opens if it is passed; left out: it says what it says.',
  })
  act?: MotionActInput | null;
}

@ObjectType({ description: 'The topic, with the motion that came of it.' })
export class TurnTopicIntoMotionPayload extends Payload {
  @Field(() => MeetingTopic, { nullable: true, description: 'The topic; null if refused.' })
  topic?: MeetingTopic;
}
