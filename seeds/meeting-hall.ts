import { agreeAction } from '../src/meetings/agree-action';
import { approveMinutes } from '../src/meetings/approve-minutes';
import { attendMeeting } from '../src/meetings/attend-meeting';
import { closeMeeting } from '../src/meetings/close-meeting';
import { conveneMeeting, type ConveneMeeting } from '../src/meetings/convene-meeting';
import { noteGroup } from '../src/meetings/note-group';
import { openGroup } from '../src/meetings/open-group';
import { proposeTopic } from '../src/meetings/propose-topic';
import { recordMeetingAttendance } from '../src/meetings/record-meeting-attendance';
import { representOrganisation } from '../src/meetings/represent-organisation';
import { witnessMeetingAttendance } from '../src/meetings/witness-meeting-attendance';
import { writeMinutes } from '../src/meetings/write-minutes';
import type { CommunityCast, Neighbour } from './cast';
import { tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A meeting as the demo tells of it. */
export type Told = Pick<ConveneMeeting, 'kind' | 'title'> &
  Partial<Pick<ConveneMeeting, 'agenda' | 'councilId' | 'motionId'>>;

/** The first community's meetings: its cadre sees to them, the street's officer is the witness. */
export class MeetingHall {
  constructor(
    private readonly stage: Stage,
    readonly community: CommunityCast,
    private readonly officer: string,
  ) {}

  /** Neighbours of a team, by its place in the list. */
  neighbours(team: number, from: number, until: number): readonly Neighbour[] {
    return this.community.teams[team]?.members.slice(from, until) ?? [];
  }

  /** Convenes a meeting ten days before it begins, or now. */
  async convene(told: Told, startsAt: Date, at?: Date): Promise<string> {
    const { cadre, place } = this.community;
    const asked = {
      ...{ ...told, placeId: placeId(place), venue: '社区议事厅', startsAt, durationMinutes: 120 },
    };
    const convenedAt = at ?? new Date(startsAt.getTime() - 10 * DAY_MS);
    return tenantId('Meeting', await this.stage.as(cadre, conveneMeeting, asked, convenedAt));
  }

  /** Some sign in from their phones, others sit in the room, where they are counted twice. */
  async gather(
    meetingId: string,
    startsAt: Date,
    { onLine, inRoom = [] }: { onLine: readonly Neighbour[]; inRoom?: readonly Neighbour[] },
  ): Promise<void> {
    const later = (minutes: number) => new Date(startsAt.getTime() + minutes * MINUTE_MS);
    for (const [n, { personId }] of onLine.entries())
      await this.stage.as(personId, attendMeeting, { meetingId }, later(n));
    if (inRoom.length === 0) return;
    const residentIds = inRoom.map(({ residentId }) => residentId);
    const { cadre } = this.community;
    const asked = { meetingId, residentIds };
    const list = await this.stage.as(cadre, recordMeetingAttendance, asked, later(30));
    const seen = { listId: tenantId('MeetingAttendanceList', list), people: residentIds.length };
    await this.stage.as(this.officer, witnessMeetingAttendance, seen, later(35));
  }

  async represent(
    meetingId: string,
    personId: string,
    organisationId: string,
    at: Date,
  ): Promise<void> {
    await this.stage.as(personId, representOrganisation, { meetingId, organisationId }, at);
  }

  async propose(
    meetingId: string,
    personId: string | undefined,
    { title, text }: { title: string; text: string },
    at: Date,
  ): Promise<string> {
    const asked = { meetingId, title, text };
    const who = personId ?? this.community.cadre;
    return tenantId('MeetingTopic', await this.stage.as(who, proposeTopic, asked, at));
  }

  /** A group works at a topic, writes down what it came to, and what somebody is to do. */
  async work(
    { meetingId, topicId }: { meetingId: string; topicId: string },
    { spot, people, notes }: { spot: string; people: number; notes: string },
    action: { text: string; organisationId: string; dueOn: string },
    at: Date,
  ): Promise<void> {
    const { cadre } = this.community;
    const group = await this.stage.as(cadre, openGroup, { topicId, spot }, at);
    const groupId = tenantId('MeetingGroup', group);
    const later = new Date(at.getTime() + 60 * MINUTE_MS);
    await this.stage.as(cadre, noteGroup, { groupId, people, notes }, later);
    await this.stage.as(cadre, agreeAction, { meetingId, groupId, ...action }, later);
  }

  /** Closes a meeting; its minutes are written by the cadre and approved by the officer. */
  async close(meetingId: string, startsAt: Date, minutes: string): Promise<void> {
    const { cadre } = this.community;
    const later = (hours: number) => new Date(startsAt.getTime() + hours * 60 * MINUTE_MS);
    await this.stage.as(cadre, closeMeeting, { meetingId }, later(2));
    const text = { meetingId, text: minutes };
    const written = await this.stage.as(cadre, writeMinutes, text, later(24));
    const asked = { minutesId: tenantId('MeetingMinutes', written) };
    await this.stage.as(this.officer, approveMinutes, asked, later(48));
  }
}
