import type { Layer } from '../councils/layers';

/** Who comes to a meeting: residents, members of its council, or organisations by their people. */
export type Attendee = 'residents' | 'members' | 'organisations';

/** Until when topics are proposed: the day before, the end of the meeting, or not at all. */
export const TOPICS_UNTIL = ['never', 'day_before', 'end'] as const;
export type TopicsUntil = (typeof TOPICS_UNTIL)[number];

export interface MeetingKindData {
  /** The layers whose people convene it and keep it, by the scope of its place (B3). */
  readonly convenedBy: readonly Layer[];
  /** Whole days from the day on which it is convened to that on which it is held, at least. */
  readonly noticeDays: number;
  readonly needsAgenda: boolean;
  readonly topics: TopicsUntil;
  /** Whether groups work at its topics. */
  readonly hasGroups: boolean;
  /** Whether organisations present projects, which households back. */
  readonly hasPitches: boolean;
  readonly attendedBy: readonly Attendee[];
}

const COMMON = {
  convenedBy: ['lead', 'execute'],
  noticeDays: 3,
  needsAgenda: false,
  topics: 'day_before',
  hasGroups: false,
  hasPitches: false,
  attendedBy: ['residents'],
} as const;

/** The kinds of meeting, and what is different of each. A meeting of a council has a council. */
export const MEETING_KINDS = {
  /** The party-and-public assembly (N1, N4). */
  assembly: {
    ...{ ...COMMON, noticeDays: 7, needsAgenda: true },
    attendedBy: ['residents', 'organisations'],
  },
  council_meeting: { ...COMMON, needsAgenda: true, attendedBy: ['members'] },
  /** A4, N6, B7. */
  forum: { ...COMMON, convenedBy: ['lead', 'execute', 'serve'] },
  /** B6, and step 5 of C3. */
  hearing: {
    ...{ ...COMMON, noticeDays: 7, needsAgenda: true },
    attendedBy: ['residents', 'organisations'],
  },
  /** A3: with enterprises and employers of the neighbourhood. */
  liaison: {
    ...COMMON,
    ...{ convenedBy: ['lead', 'execute', 'serve'], attendedBy: ['organisations'] },
  },
  /** B10: its topics are proposed on the day. */
  open_space: {
    ...{ ...COMMON, topics: 'end', hasGroups: true },
    convenedBy: ['lead', 'execute', 'serve'],
  },
  /** A4, C9. */
  pitch_fair: {
    ...{ ...COMMON, noticeDays: 7, topics: 'never', hasPitches: true },
    ...{ convenedBy: ['lead', 'execute', 'serve'], attendedBy: ['residents', 'organisations'] },
  },
} as const satisfies Record<string, MeetingKindData>;

export type MeetingKind = keyof typeof MEETING_KINDS;
export const MEETING_KIND_NAMES = Object.keys(MEETING_KINDS) as MeetingKind[];

export const kindOf = (kind: MeetingKind): MeetingKindData => MEETING_KINDS[kind];
