import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { Layer } from '../councils/layers';
import { LayerEnum } from '../councils/layers.graphql';
import type { Attendee, MeetingKind, TopicsUntil } from './meeting-kinds';
import type { MeetingState } from './meeting-state';
import { meetingGuest } from './meeting.policy';

export const MeetingKindEnum = enumType<MeetingKind>(
  'MeetingKind',
  'The kinds of meeting; what each asks for stands in `meetingKinds`.',
  {
    assembly: 'The assembly of party and public (党群议事会, rows N1, N4).',
    council_meeting: 'The members of a council meet (议事会会议, row C1).',
    forum: 'A forum of the community (社区论坛, row A4).',
    hearing: 'A hearing (听证会, rows B6, C3), also of a motion.',
    liaison: 'A liaison meeting with enterprises and employers (共建联系会议, row A3).',
    open_space: 'An open-space meeting (开放空间会议, row B10): its topics come on the day.',
    pitch_fair: 'A fair at which organisations present projects (项目推介会, row A4).',
  },
);

export const AttendeeEnum = enumType<Attendee>('MeetingAttendee', 'Who comes to a meeting.', {
  residents: 'Residents of the community.',
  members: 'The members of the council that meets.',
  organisations: 'Organisations, by those who hold a role in them.',
});

export const TopicsUntilEnum = enumType<TopicsUntil>(
  'TopicsUntil',
  'Until when topics are proposed for a meeting.',
  {
    never: 'Not at all.',
    day_before: 'Until the day before it is held.',
    end: 'Until it ends: also on the day.',
  },
);

export const MeetingStateEnum = enumType<MeetingState>('MeetingState', 'How far a meeting is.', {
  convened: 'It is announced.',
  under_way: 'It is being held.',
  over: 'Its time is over; it waits to be closed.',
  held: 'It was held and closed: who came is settled.',
  cancelled: 'It was cancelled.',
});

@ObjectType({ description: 'What a kind of meeting asks for: rules that everyone may read.' })
@Allow(anyone)
export class MeetingKindRule {
  @Field(() => MeetingKindEnum, { description: 'The kind.' })
  kind!: MeetingKind;

  @Field(() => [LayerEnum], {
    description: 'The layers whose people convene it and see to it, by the scope of its place.',
  })
  convenedBy!: readonly Layer[];

  @Field(() => Int, {
    description: 'Whole days from the day on which it is convened to its own, at least.',
  })
  noticeDays!: number;

  @Field(() => Boolean, { description: 'Whether it must have an agenda.' })
  needsAgenda!: boolean;

  @Field(() => TopicsUntilEnum, { description: 'Until when topics are proposed for it.' })
  topics!: TopicsUntil;

  @Field(() => Boolean, { description: 'Whether groups work at its topics.' })
  hasGroups!: boolean;

  @Field(() => Boolean, { description: 'Whether projects are presented at it.' })
  hasPitches!: boolean;

  @Field(() => [AttendeeEnum], { description: 'Who comes to it.' })
  attendedBy!: readonly Attendee[];
}

@ObjectType({
  implements: Node,
  description:
    'A meeting (会议) that was convened with notice: a forum, a hearing, an open space and others. ' +
    'Notice, agenda and approved minutes are for everyone to read.',
})
@Allow(anyone)
export class Meeting extends Node {
  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it is.' })
  kind!: MeetingKind;

  @Field(() => String, { description: 'What it is about, in a few words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is on the agenda.' })
  agenda!: string | null;

  @Field(() => String, { description: 'Where it is held.' })
  venue!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be followed on line, for those whom the community concerns.',
  })
  @Allow(meetingGuest)
  link!: string | null;

  @Field(() => MomentScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is, in minutes.' })
  durationMinutes!: number;

  @Field(() => MomentScalar, { description: 'When it was convened.' })
  convenedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was cancelled, if it was.' })
  cancelledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason!: string | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was closed: from then on it counts as held.',
  })
  closedAt!: Date | null;
}

export const MeetingConnection = connectionOf(Meeting);

@ObjectType({ description: 'What was announced of a meeting before it was changed.' })
@Allow(withParent)
export class MeetingChange {
  @Field(() => String, { nullable: true, description: 'The agenda before.' })
  agenda!: string | null;

  @Field(() => String, { description: 'Where it was to be held.' })
  venue!: string;

  @Field(() => MomentScalar, { description: 'When it was to begin.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it was to be, in minutes.' })
  durationMinutes!: number;

  @Field(() => String, { description: 'Why it was changed.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When it was changed.' })
  changedAt!: Date;
}

export const MeetingChangeConnection = connectionOf(MeetingChange);
